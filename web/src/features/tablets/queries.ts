import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** The house's tablets, those in use first. */
export function tabletsQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['tablets', institutionId],
    queryFn: () => unwrap(api.GET('/api/tablets', { params: { query: { institutionId } } })),
    select: ({ items }) => items,
  });
}

/** Who works there, and by what they unlock a tablet. */
export function tabletPeopleQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['tablet-people', institutionId],
    queryFn: () => unwrap(api.GET('/api/tablet-people', { params: { query: { institutionId } } })),
    select: ({ items }) => items,
  });
}

/** One's own PIN and badge. */
export const ownProofQuery = queryOptions({
  queryKey: ['own-proof'],
  queryFn: () => unwrap(api.GET('/api/account/pin')),
});
