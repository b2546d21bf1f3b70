import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { Institution } from '../../api/types';
import { institutionsKey } from './queries';

export type MergePreview = components['schemas']['MergePreviewDto'];
export type Side = 'staying' | 'vanishing';
export type MergeField = keyof Institution;

/** Two entries side by side. */
export function mergePreviewQuery(id: string, vanishingId: string) {
  return queryOptions({
    queryKey: ['institution', id, 'merge', vanishingId],
    queryFn: () =>
      unwrap(api.GET('/api/institutions/{id}/merge', { params: { path: { id }, query: { vanishingId } } })),
    gcTime: 0,
  });
}

/** Makes one of both, as they were shown; refused with 412 if one of them was changed meanwhile. */
export function mergeInstitutions(
  { staying, vanishing }: MergePreview,
  fields: string[],
  runs: Side | undefined,
): Promise<Institution> {
  return unwrap(
    api.POST('/api/institutions/{id}/merge', {
      params: { path: { id: staying.id }, header: ifMatch(staying) },
      body: { vanishingId: vanishing.id, vanishingVersion: vanishing.version, fields, ...(runs && { runs }) },
    }),
  );
}

/** Pairs that look as if one had been entered twice. */
export function duplicatesQuery(municipalityId: string | undefined) {
  return queryOptions({
    queryKey: [...institutionsKey, 'duplicates', municipalityId],
    queryFn: () => unwrap(api.GET('/api/institution-duplicates', { params: { query: { municipalityId } } })),
    select: ({ items }) => items,
  });
}
