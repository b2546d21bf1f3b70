import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { Target } from '../../api/types';

type Schemas = components['schemas'];

/** What a municipality wants to reach, the latest year first. */
export function targetsQuery(municipalityId: string) {
  return queryOptions({
    queryKey: ['targets', municipalityId],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(api.GET('/api/targets', { params: { query: { municipalityId, cursor, limit: MAX_LIMIT } } })),
      ),
  });
}

export function createTarget(body: Schemas['CreateTargetDto']): Promise<Target> {
  return unwrap(api.POST('/api/targets', { body }));
}

export function changeTarget(
  { id, version }: { id: string; version: number },
  body: Schemas['UpdateTargetDto'],
): Promise<Target> {
  return unwrap(
    api.PATCH('/api/targets/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body }),
  );
}

export function removeTarget(target: Target): Promise<unknown> {
  return unwrap(
    api.DELETE('/api/targets/{id}', { params: { path: { id: target.id }, header: ifMatch(target) } }),
  );
}
