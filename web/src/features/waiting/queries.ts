import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** Own entries at the lead's, those that wait and those settled lately. */
export const ownHeldQuery = queryOptions({
  queryKey: ['held-entries', 'own'],
  queryFn: () => unwrap(api.GET('/api/account/held-entries')),
  select: ({ items }) => items,
});
