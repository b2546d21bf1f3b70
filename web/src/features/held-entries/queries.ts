import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

export const heldEntriesKey = ['held-entries'] as const;

export const readHeldEntries = (cursor: string | undefined) =>
  unwrap(api.GET('/api/held-entries', { params: { query: { cursor } } }));

/** How many wait in the houses that the person leads. */
export const heldCountQuery = queryOptions({
  queryKey: [...heldEntriesKey, 'count'],
  queryFn: () => unwrap(api.GET('/api/held-entries', { params: { query: { limit: 1 } } })),
  select: ({ waiting }) => waiting,
});

/** Decides on an entry; the list shows what is left, also if somebody else was quicker. */
export function useDecision(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const refresh = () => queries.invalidateQueries({ queryKey: heldEntriesKey });
  return {
    confirm: (changes: Record<string, unknown>) =>
      unwrap(api.POST('/api/held-entries/{id}/confirmation', { params, body: { changes } })).then(refresh),
    discard: () => unwrap(api.DELETE('/api/held-entries/{id}', { params })).finally(refresh),
  };
}
