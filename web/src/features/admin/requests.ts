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

/** Splits a district, joins it with others, or hands over houses; refused with 412 if it was changed meanwhile. */
export function rearrangeDistrict({ id, version }: Read, body: Schemas['RearrangeDistrictDto']) {
  return unwrap(
    api.POST('/api/districts/{id}/rearrangement', {
      params: { path: { id }, header: ifMatch({ version }) },
      body,
    }),
  );
}

/** Its names, and the houses that came and left. */
export function readDistrictHistory(id: string) {
  return unwrap(api.GET('/api/districts/{id}/history', { params: { path: { id } } }));
}

/** Changes a district that was read; refused with 412 if someone else changed it meanwhile. */
export function changeDistrict({ id, version }: Read, body: Schemas['UpdateDistrictDto']): Promise<District> {
  return unwrap(
    api.PATCH('/api/districts/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body }),
  );
}
