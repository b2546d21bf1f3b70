import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { AnnualReport } from '../../api/types';
import { newId } from '../../outbox/new-id';

export const annualReportsKey = ['annual-reports'] as const;

/** How often a report that is being made is looked after. */
const WATCH = 1500;
const SHOWN = 50;

export const isUnderWay = ({ state }: AnnualReport): boolean => state === 'waiting' || state === 'running';

export const annualReportsQuery = (municipalityId: string | undefined) =>
  queryOptions({
    queryKey: [...annualReportsKey, 'list', municipalityId],
    queryFn: async () =>
      (await unwrap(api.GET('/api/annual-reports', { params: { query: { municipalityId, limit: SHOWN } } })))
        .items,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? WATCH : false),
  });

export const annualReportQuery = (id: string) =>
  queryOptions({
    queryKey: [...annualReportsKey, id],
    queryFn: () => unwrap(api.GET('/api/annual-reports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? WATCH : false),
  });

export const fileHref = (id: string): string => `/api/annual-reports/${id}/report.pdf`;

/** Asks for reports and throws them away; the list shows what has become of it. */
export function useAnnualReports() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: annualReportsKey });
  return {
    make: (municipalityId: string, schoolYear: number) =>
      unwrap(api.POST('/api/annual-reports', { body: { id: newId(), municipalityId, schoolYear } })).finally(
        refresh,
      ),
    remove: ({ id, version }: AnnualReport) =>
      unwrap(
        api.DELETE('/api/annual-reports/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ).finally(refresh),
  };
}
