import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { Activity } from '../../api/types';
import { kept } from '../../device/kept';

/** Reference data that changes about once a year. */
export const focusAreasQuery = queryOptions({
  queryKey: ['focus-areas'],
  queryFn: (asking) => kept.read(asking, 'focus-areas', () => unwrap(api.GET('/api/focus-areas'))),
  staleTime: Infinity,
  select: ({ items }) => items,
});

/** The groups of a house in a school year, in German order. */
export function groupsQuery(institutionId: string, schoolYear: number, archived = false) {
  return queryOptions({
    queryKey: ['groups', institutionId, schoolYear, archived],
    queryFn: (asking) =>
      kept.read(asking, `groups/${institutionId}/${schoolYear}/${archived}`, () =>
        unwrap(
          api.GET('/api/groups', {
            params: { query: { institutionId, schoolYear, archived, limit: MAX_LIMIT } },
          }),
        ),
      ),
    select: ({ items }) => items,
  });
}

/** The person's last entry in the house; null if there is none yet. */
export function lastActivityQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['activities', 'last', institutionId],
    queryFn: (asking) => kept.read(asking, `activities/last/${institutionId}`, () => readLast(institutionId)),
  });
}

async function readLast(institutionId: string): Promise<Activity | null> {
  // No body (204) where there is no entry yet.
  const last = await unwrap<Activity | undefined>(
    api.GET('/api/activities/last', { params: { query: { institutionId } } }),
  );
  return last ?? null;
}

export function activityQuery(id: string) {
  return queryOptions({
    queryKey: ['activities', 'one', id],
    queryFn: (asking) =>
      kept.read(asking, `activities/one/${id}`, () =>
        unwrap(api.GET('/api/activities/{id}', { params: { path: { id } } })),
      ),
  });
}

export interface WeekFilter {
  institutionId?: string;
  groupId?: string;
  mine?: boolean;
  from: string;
  to: string;
}

/** All entries of a week. A busy school notes more than one page holds, and the sum must not lie. */
export function weekQuery(filter: WeekFilter) {
  return queryOptions({
    queryKey: ['activities', 'week', filter],
    queryFn: (asking) =>
      kept.read(asking, `activities/week/${JSON.stringify(filter)}`, () => readWeek(filter), {
        // Of a house's other people nothing stays on the device.
        keep: (entries) => (filter.mine ? entries : null),
      }),
  });
}

function readWeek(filter: WeekFilter): Promise<Activity[]> {
  return readAll((cursor) =>
    unwrap(api.GET('/api/activities', { params: { query: { ...filter, limit: MAX_LIMIT, cursor } } })),
  );
}
