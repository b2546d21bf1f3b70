import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import { kept } from '../../device/kept';
import type { CatalogueModule, FocusArea, ModuleChange, NewModule } from '../../api/types';

export const modulesKey = ['modules'] as const;

/** The whole catalogue, retired modules too: a few dozen that change about once a year. */
export const modulesQuery = queryOptions({
  queryKey: modulesKey,
  queryFn: (asking) =>
    kept.read(asking, 'modules', () =>
      readAll((cursor) =>
        unwrap(api.GET('/api/modules', { params: { query: { cursor, limit: MAX_LIMIT } } })),
      ),
    ),
  staleTime: 5 * 60_000,
});

export function createModule(body: NewModule): Promise<CatalogueModule> {
  return unwrap(api.POST('/api/modules', { body }));
}

export function changeModule(
  { id, version }: { id: string; version: number },
  body: ModuleChange,
): Promise<CatalogueModule> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/modules/{id}', { params, body }));
}

export function renameFocusArea(
  { id, version }: { id: string; version: number },
  title: string,
): Promise<FocusArea> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/focus-areas/{id}', { params, body: { title } }));
}
