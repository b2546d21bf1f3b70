import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { paths } from '../../api/schema';

/** First key of everything that was measured. */
export const resultsKey = 'results';

export type Periods = Omit<
  paths['/api/assessments/change']['get']['parameters']['query'],
  'institutionId' | 'groupId'
>;

export function profileQuery(id: string) {
  return queryOptions({
    queryKey: [resultsKey, 'profile', id],
    queryFn: () => unwrap(api.GET('/api/children/{id}/profile', { params: { path: { id } } })),
  });
}

export function groupReportQuery(testDayId: string, groupId: string | null) {
  const query = groupId === null ? {} : { groupId };
  return queryOptions({
    queryKey: [resultsKey, 'group-report', testDayId, groupId],
    queryFn: () =>
      unwrap(api.GET('/api/test-days/{id}/group-report', { params: { path: { id: testDayId }, query } })),
  });
}

export function changeQuery(institutionId: string, groupId: string | null, periods: Periods) {
  const query = { institutionId, ...(groupId !== null && { groupId }), ...periods };
  return queryOptions({
    queryKey: [resultsKey, 'change', query],
    queryFn: () => unwrap(api.GET('/api/assessments/change', { params: { query } })),
  });
}

/** One sheet for parents; opened by the browser. */
export const sheetHref = (assessmentId: string): string =>
  `/api/assessments/${assessmentId}/parents-sheet.pdf`;

/** The sheets of a test day, or of one of its groups. */
export function sheetsHref(testDayId: string, groupId: string | null): string {
  const query = groupId === null ? '' : `?groupId=${encodeURIComponent(groupId)}`;
  return `/api/test-days/${testDayId}/parents-sheets.pdf${query}`;
}

/** What children of each age reach at a task, for the band behind a child's course; nothing to ask without a norm. */
export function curveQuery(normSetId: string | null, item: string, sex: string | null) {
  return queryOptions({
    queryKey: [resultsKey, 'curve', normSetId, item, sex],
    queryFn: () =>
      unwrap(
        api.GET('/api/norm-sets/{id}/curves', {
          params: { path: { id: normSetId ?? '' }, query: { item, sex: sex === 'male' ? 'male' : 'female' } },
        }),
      ),
    enabled: normSetId !== null && (sex === 'male' || sex === 'female'),
    staleTime: Infinity,
  });
}
