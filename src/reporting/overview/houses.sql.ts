import { joinDistrict } from '../../institutions/districts/district-history.sql.js';
import type { CityFilterDto } from '../../institutions/institution-query.dto.js';
import {
  type InstitutionConditions,
  institutionConditions,
  type Parameters,
  participatesBetween,
} from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { heldByGroup } from '../sums/held.sql.js';
import { type Period, periodOf, type Span } from './period.js';

/** What figures are about: which institutions, and when. */
export interface City<P extends Span = Span> {
  filter: InstitutionConditions;
  period: P;
  /** The day whose districts count: the last of a year that is over; null: today. */
  districtsOn: CalendarDate | null;
  /** Only activities about it. */
  focusArea?: string | undefined;
}

/** @param today a year that runs is divided by the districts of today, one that is over by those of its last day */
export function cityOf(filter: Partial<CityFilterDto>, today: CalendarDate): City<Period> {
  return cityIn(periodOf(filter.schoolYear, today), filter, today);
}

/** The same for any days. */
export function cityIn<P extends Span>(
  period: P,
  filter: InstitutionConditions,
  today: CalendarDate,
): City<P> {
  return { filter, period, districtsOn: period.asOf === today ? null : period.asOf };
}

/** The placeholder of the day whose districts count; null for today. */
export function districtDay({ districtsOn }: City, parameters: Parameters): string | null {
  return districtsOn === null ? null : parameters.add(districtsOn);
}

/** Figures are for the coordinators of a municipality and for the programme lead, whatever else they may see; `column` holds its id. */
export function inReach(column: string): string {
  return `((select app_programme_lead()) or ${column} = any ((select app_municipalities())::uuid[]))`;
}

/** Which institutions (by the id of their municipality, in `column`) somebody may count. */
export type Reach = (column: string) => string;

/**
 * The institutions that the filter lets through, as a common table expression `in_question` to follow WITH; `d` is their district of the day.
 *
 * Municipality by municipality: `offset 0` keeps the planner from reading all institutions there are because it cannot know that the
 * actor reaches one of many municipalities only.
 */
export function inQuestion(city: City, parameters: Parameters, reach: Reach = inReach): string {
  const { filter } = city;
  const institutions =
    filter.institutionId === undefined ? byMunicipality(filter, parameters, reach) : 'institutions i';
  return `
    in_question as (
      select i.id, i.municipality_id, d.id as district_id, i.kind, i.name,
        (i.archived_at at time zone 'Europe/Berlin')::date as archived_on
      from ${institutions} ${joinDistrict(districtDay(city, parameters))}
      where i.merged_into is null and ${institutionConditions(filter, parameters)} and ${reach('i.municipality_id')})`;
}

function byMunicipality(filter: InstitutionConditions, parameters: Parameters, reach: Reach): string {
  const { municipalityId } = filter;
  const here = municipalityId === undefined ? 'true' : `m.id = ${parameters.add(municipalityId)}`;
  return `(select m.id from municipalities m where ${reach('m.id')} and ${here}) m
    cross join lateral (select i.* from institutions i where i.municipality_id = m.id offset 0) i`;
}

/**
 * The institutions that every figure is counted from, as common table expressions to follow WITH. One definition, so that a figure and
 * the list behind it cannot differ.
 *
 * `all_houses`: what the filter lets through. `houses`: of these, what counts: not archived by the day the figures stand at, or with an
 * activity in the period. (An archived house leaves the figures; what it has done stays in them.)
 *
 * - `participating`: took part on at least one day of the period; who has only asked to (`requested`) does not yet
 * - `active`: at least one activity in the period
 * - `groups`: groups of the school year (of every one that the days touch) that are not archived, and any with an activity in the period;
 *   `active_groups` the latter
 * - `enrolled`, `reached`: sums of the sizes of `groups` and of `active_groups`; never of attendances, which would count a child often
 * - `activities`, `minutes`: in the period
 *
 * Where the question is about a focus area, so are `active`, `active_groups`, `reached`, `activities` and `minutes`; who and how many
 * there are does not depend on it.
 */
export function houses(city: City, parameters: Parameters, reach: Reach = inReach): string {
  const open = isOpen(city, parameters);
  return `${inQuestion(city, parameters, reach)},
    all_houses as (
      select i.*, not ${open} as archived, ${open} or coalesce(did.anything, false) as counted,
        ${takesPart(city, parameters)} as participating, coalesce(did.active_groups > 0, false) as active,
        coalesce(did.groups, 0) as groups, coalesce(did.active_groups, 0) as active_groups,
        coalesce(did.enrolled, 0) as enrolled, coalesce(did.reached, 0) as reached,
        coalesce(did.activities, 0) as activities, coalesce(did.minutes, 0) as minutes
      from in_question i cross join lateral (${groupsOf('i.id', city, parameters)}) did),
    houses as (select * from all_houses where counted)`;
}

/**
 * The same houses without `active` and what is added up: for questions that add up something else. What a house did is then only looked
 * at where it is archived.
 */
export function housesAlone(city: City, parameters: Parameters, reach: Reach = inReach): string {
  const open = isOpen(city, parameters);
  return `${inQuestion(city, parameters, reach)},
    all_houses as (
      select i.*, not ${open} as archived, ${open} or exists (select from ${heldByGroup('i.id', city, parameters)} held
          group by held.group_id having sum(held.activities) > 0) as counted,
        ${takesPart(city, parameters)} as participating
      from in_question i),
    houses as (select * from all_houses where counted)`;
}

/** Not archived by the day the figures stand at. */
function isOpen({ period }: City, parameters: Parameters): string {
  return `coalesce(i.archived_on > ${parameters.add(period.asOf)}::date, true)`;
}

function takesPart({ period }: City, parameters: Parameters): string {
  return participatesBetween(parameters.add(period.from), parameters.add(period.asOf));
}

/** What the groups of a house come to. */
function groupsOf(house: string, city: City, parameters: Parameters): string {
  const { period, focusArea } = city;
  const about = focusArea === undefined ? '' : `filter (where focus_area = ${parameters.add(focusArea)})`;
  return `
    select count(*)::int as groups, (count(*) filter (where done.activities > 0))::int as active_groups, sum(g.size)::int as enrolled,
      (sum(g.size) filter (where done.activities > 0))::int as reached, sum(done.activities)::int as activities,
      sum(done.minutes)::int as minutes, bool_or(done.anything) as anything
    from groups g left join (
        select group_id, sum(activities) > 0 as anything, sum(activities) ${about} as activities, sum(minutes) ${about} as minutes
        from ${heldByGroup(house, city, parameters)} held group by group_id) done on done.group_id = g.id
    where g.institution_id = ${house} and (done.anything or (g.school_year between ${parameters.add(schoolYearOf(period.from))}::int
      and ${parameters.add(schoolYearOf(period.to))}::int
      and coalesce((g.archived_at at time zone 'Europe/Berlin')::date > ${parameters.add(period.asOf)}::date, true)))`;
}
