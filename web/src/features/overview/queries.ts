import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components, paths } from '../../api/schema';
import type { OverviewFilter } from './overview-filter';

type Schemas = components['schemas'];
export type Overview = Schemas['OverviewDto'];
export type OverviewWeek = Schemas['WeekDto'];
export type OverviewDistrict = Schemas['DistrictFiguresDto'];
export type OverviewFocusArea = Schemas['FocusAreaFiguresDto'];
export type OverviewKind = Schemas['KindFiguresDto'];
export type ProgrammeFigures = Schemas['ProgrammeFiguresDto'];
export type TrainedHouse = Schemas['TrainedHouseDto'];
export type QuietHouse = Schemas['QuietHouseDto'];
export type OverviewInstitution = Schemas['OverviewInstitutionDto'];
export type Show = NonNullable<
  NonNullable<paths['/api/overview/institutions']['get']['parameters']['query']>['show']
>;

/** The figures of a school year. The old ones stay on the screen while those for a new filter are counted. */
export function overviewQuery(filter: OverviewFilter) {
  return queryOptions({
    queryKey: ['overview', filter],
    queryFn: () => unwrap(api.GET('/api/overview', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}

/** What the programme itself did in a school year. */
export function programmeQuery(filter: OverviewFilter) {
  return queryOptions({
    queryKey: ['overview', 'programme', filter],
    queryFn: () => unwrap(api.GET('/api/overview/programme', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}

/** One page of the houses and how much of their teams is trained. */
export function readTrainedStaff(filter: OverviewFilter, cursor: string | undefined) {
  return unwrap(api.GET('/api/overview/trained-staff', { params: { query: { ...filter, cursor } } }));
}

/** One page of the institutions behind a number. */
export function readOverviewInstitutions(
  filter: OverviewFilter & { show: Show },
  cursor: string | undefined,
) {
  return unwrap(api.GET('/api/overview/institutions', { params: { query: { ...filter, cursor } } }));
}
