import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { paths } from '../../api/schema';

type CellQuery = NonNullable<paths['/api/publications/{id}/cells']['get']['parameters']['query']>;
/** Which cells; `all` are the ones that take all of it together. */
export type CellFilter = Omit<CellQuery, 'limit' | 'cursor'>;

/** Cells of a publication. What is published never changes, so that it is read once. */
export const cellsQuery = (id: string, filter: CellFilter) =>
  queryOptions({
    queryKey: ['publications', 'cells', id, filter],
    queryFn: async () =>
      (await unwrap(api.GET('/api/publications/{id}/cells', { params: { path: { id }, query: filter } })))
        .items,
    staleTime: Infinity,
  });
