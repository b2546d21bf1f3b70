import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { paths } from '../../api/schema';
import type { Institution, InstitutionChange } from '../../api/types';

export type InstitutionQuery = NonNullable<paths['/api/institutions']['get']['parameters']['query']>;

export const institutionsKey = ['institutions'];

export function readInstitutions(query: InstitutionQuery) {
  return unwrap(api.GET('/api/institutions', { params: { query } }));
}

export function institutionQuery(id: string) {
  return queryOptions({
    queryKey: ['institution', id],
    queryFn: () => unwrap(api.GET('/api/institutions/{id}', { params: { path: { id } } })),
  });
}

/** Changes a record that was read; refused with 412 if someone else changed it meanwhile. */
export function changeInstitution(
  { id, version }: { id: string; version: number },
  body: InstitutionChange,
): Promise<Institution> {
  return unwrap(
    api.PATCH('/api/institutions/{id}', {
      params: { path: { id }, header: ifMatch({ version }) },
      body,
    }),
  );
}

/** To be called with every stored institution: shows it at once and lets lists and figures be read again. */
export function useStored(): (institution: Institution) => void {
  const queries = useQueryClient();
  return (institution) => {
    queries.setQueryData(institutionQuery(institution.id).queryKey, institution);
    void queries.invalidateQueries({ queryKey: institutionsKey });
    void queries.invalidateQueries({ queryKey: ['overview'] });
  };
}
