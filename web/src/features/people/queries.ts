import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components, paths } from '../../api/schema';
import type { HeldRole, Person, RoleAt } from '../../api/types';

export type PeopleQuery = NonNullable<paths['/api/accounts']['get']['parameters']['query']>;

export const peopleKey = ['people'];

export function readPeople(query: PeopleQuery) {
  return unwrap(api.GET('/api/accounts', { params: { query } }));
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: () => unwrap(api.GET('/api/accounts/{id}', { params: { path: { id } } })),
  });
}

/** Renames, locks or unlocks; refused with 412 if someone else changed the account meanwhile. */
export function changePerson(
  { id, version }: Person,
  body: components['schemas']['UpdateAccountDto'],
): Promise<Person> {
  return unwrap(
    api.PATCH('/api/accounts/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body }),
  );
}

export function addRole(id: string, body: RoleAt): Promise<Person> {
  return unwrap(api.POST('/api/accounts/{id}/roles', { params: { path: { id } }, body }));
}

export function removeRole(id: string, held: HeldRole): Promise<void> {
  const role = held.role as RoleAt['role'];
  // A role at a house also names the house's municipality, which is not a part of it.
  const place = held.institutionId
    ? { institutionId: held.institutionId }
    : held.municipalityId && { municipalityId: held.municipalityId };
  const query = { role, ...place };
  return unwrap(api.DELETE('/api/accounts/{id}/roles', { params: { path: { id }, query } }));
}

export function signOutEverywhere(id: string): Promise<void> {
  return unwrap(api.DELETE('/api/accounts/{id}/sessions', { params: { path: { id } } }));
}

/** To be called after every change of a person: lists and the person are read again. */
export function usePersonChanged(): (id: string) => Promise<void> {
  const queries = useQueryClient();
  return async (id) => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: peopleKey }),
      queries.invalidateQueries({ queryKey: ['person', id] }),
    ]);
  };
}
