import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { District, Municipality } from '../../api/types';

type Schemas = components['schemas'];

interface Read {
  id: string;
  version: number;
}

/** Changes a municipality that was read; refused with 412 if someone else changed it meanwhile. */
export function changeMunicipality(
  { id, version }: Read,
  body: Schemas['UpdateMunicipalityDto'],
): Promise<Municipality> {
  return unwrap(
    api.PATCH('/api/municipalities/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body }),
  );
}

/** Changes a district that was read; refused with 412 if someone else changed it meanwhile. */
export function changeDistrict({ id, version }: Read, body: Schemas['UpdateDistrictDto']): Promise<District> {
  return unwrap(
    api.PATCH('/api/districts/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body }),
  );
}
