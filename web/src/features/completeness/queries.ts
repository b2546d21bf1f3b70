import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { MAX_LIMIT } from '../../api/read-all';
import type { components, paths } from '../../api/schema';
import { mailsKey } from '../mails/queries';
import type { OverviewFilter } from '../overview/overview-filter';

type Schemas = components['schemas'];
export type Completeness = Schemas['CompletenessDto'];
export type CompletenessRow = Schemas['CompletenessRowDto'];
export type WeekCounts = Schemas['WeekCountsDto'];
export type MonthCounts = Schemas['MonthCountsDto'];
export type ReminderPreview = Schemas['ReminderPreviewDto'];
export type RemindedHouse = Schemas['RemindedHouseDto'];
export type CompletenessSort = NonNullable<
  NonNullable<paths['/api/reports/completeness']['get']['parameters']['query']>['sort']
>;

export const completenessKey = ['reports', 'completeness'] as const;

const read = (query: OverviewFilter & { sort?: CompletenessSort; limit: number; cursor?: string }) =>
  unwrap(api.GET('/api/reports/completeness', { params: { query } }));

/** All houses together, month by month. */
export function completenessQuery(filter: OverviewFilter) {
  return queryOptions({
    queryKey: [...completenessKey, 'sums', filter],
    queryFn: () => read({ ...filter, limit: 1 }),
    placeholderData: keepPreviousData,
  });
}

/** One page of the houses; a city like Herne fits on one. */
export const readCompleteness = (
  filter: OverviewFilter,
  sort: CompletenessSort,
  cursor: string | undefined,
) => read({ ...filter, sort, limit: MAX_LIMIT, ...(cursor !== undefined && { cursor }) });

/** What a reminder of these houses would be. */
export function previewQuery(institutionIds: readonly string[], note: string) {
  const body = { institutionIds: [...institutionIds], note: note || null };
  return queryOptions({
    queryKey: ['reminders', 'preview', body],
    queryFn: () => unwrap(api.POST('/api/reminders/preview', { body })),
    // Somebody else may have reminded them meanwhile.
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** Writes the letters; the list and the letters show it. */
export function useRemind() {
  const queries = useQueryClient();
  return async (institutionIds: readonly string[], note: string) => {
    const body = { institutionIds: [...institutionIds], note: note || null };
    const answer = await unwrap(api.POST('/api/reminders', { body }));
    await queries.invalidateQueries({ queryKey: completenessKey });
    await queries.invalidateQueries({ queryKey: mailsKey });
    await queries.invalidateQueries({ queryKey: ['overview'] });
    return answer;
  };
}
