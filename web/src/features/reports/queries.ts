import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { CityFilter } from '../institutions/city-filter';

export type ReportCode = components['schemas']['ReportCode'];

export interface ReportFilter extends CityFilter {
  schoolYear: number;
  institutionId?: string;
}

/** A report of a school year beside the year before. The old one stays on the screen while the one for a new filter is counted. */
export function reportQuery(report: ReportCode, filter: ReportFilter) {
  const query = { ...filter, compare: 'previous_year' as const };
  return queryOptions({
    queryKey: ['overview', 'reports', report, query],
    queryFn: () => unwrap(api.GET('/api/reports/{report}', { params: { path: { report }, query } })),
    placeholderData: keepPreviousData,
  });
}
