import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { components, paths } from '../../api/schema';
import type { StaffMember, StaffPosition } from '../../api/types';

type Schemas = components['schemas'];
export type StaffQuery = NonNullable<paths['/api/staff-members']['get']['parameters']['query']>;

export const staffKey = ['staff'];

export function readStaff(query: StaffQuery) {
  return unwrap(api.GET('/api/staff-members', { params: { query } }));
}

/** Everybody who works in a house. */
export function teamQuery(institutionId: string) {
  return queryOptions({
    queryKey: [...staffKey, 'team', institutionId],
    queryFn: () => readAll((cursor) => readStaff({ institutionId, cursor, limit: MAX_LIMIT })),
  });
}

/** Accounts with a role in the house, for the link with a record. */
export function houseAccountsQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['people', 'of-house', institutionId],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(api.GET('/api/accounts', { params: { query: { institutionId, cursor, limit: MAX_LIMIT } } })),
      ),
  });
}

export function createStaffMember(body: Schemas['CreateStaffMemberDto']): Promise<StaffMember> {
  return unwrap(api.POST('/api/staff-members', { body }));
}

export function changeStaffMember(
  { id, version }: { id: string; version: number },
  body: Schemas['UpdateStaffMemberDto'],
): Promise<StaffMember> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/staff-members/{id}', { params, body }));
}

export function removeStaffMember(member: StaffMember): Promise<unknown> {
  const params = { path: { id: member.id }, header: ifMatch(member) };
  return unwrap(api.DELETE('/api/staff-members/{id}', { params }));
}

export function createPosition(body: Schemas['CreateStaffPositionDto']): Promise<StaffPosition> {
  return unwrap(api.POST('/api/staff-positions', { body }));
}

export function changePosition(
  { id, version }: StaffPosition,
  body: Schemas['UpdateStaffPositionDto'],
): Promise<StaffPosition> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/staff-positions/{id}', { params, body }));
}

/** To be called after every change of the staff. */
export function useStaffChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: staffKey });
}
