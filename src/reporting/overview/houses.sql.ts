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
import { type Period, periodOf, type Span } from './period.js';

/** What figures are about: which institutions, and when. */
export interface City<P extends Span = Span> {
  filter: InstitutionConditions;
  period: P;
  /** The day whose districts count: the last of a year that is over; null: today. */
  districtsOn: CalendarDate | null;
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

/** Activities that count (`activities a`): not deleted, and held in the period. */
export function heldIn({ from, asOf }: Span, parameters: Parameters): string {
  return `a.deleted_at is null and a.held_on between ${parameters.add(from)}::date and ${parameters.add(asOf)}::date`;
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
 * @param reach which institutions (`i`) the actor may count
 */
export function houses(city: City, parameters: Parameters, reach = inReach('i.municipality_id')): string {
  const { filter, period } = city;
  const [from, asOf] = [parameters.add(period.from), parameters.add(period.asOf)];
  const isArchived = (table: string): string =>
    `coalesce((${table}.archived_at at time zone 'Europe/Berlin')::date <= ${asOf}::date, false)`;
  return `
    done as (
      select a.institution_id, a.group_id, count(*) as activities, sum(a.minutes) as minutes
      from activities a where ${heldIn(period, parameters)} group by a.institution_id, a.group_id),
    sums as (
      select g.institution_id, count(*)::int as groups, count(done.group_id)::int as active_groups, sum(g.size)::int as enrolled,
        sum(g.size) filter (where done.group_id is not null)::int as reached, sum(done.activities)::int as activities,
        sum(done.minutes)::int as minutes
      from groups g left join done on done.institution_id = g.institution_id and done.group_id = g.id
      where done.group_id is not null or (g.school_year between ${parameters.add(schoolYearOf(period.from))}::int
        and ${parameters.add(schoolYearOf(period.to))}::int and not ${isArchived('g')})
      group by g.institution_id),
    all_houses as (
      select i.id, i.municipality_id, d.id as district_id, i.kind, i.name, ${isArchived('i')} as archived,
        not ${isArchived('i')} or sums.active_groups > 0 as counted,
        ${participatesBetween(from, asOf)} as participating, coalesce(sums.active_groups > 0, false) as active,
        coalesce(sums.groups, 0) as groups, coalesce(sums.active_groups, 0) as active_groups,
        coalesce(sums.enrolled, 0) as enrolled, coalesce(sums.reached, 0) as reached,
        coalesce(sums.activities, 0) as activities, coalesce(sums.minutes, 0) as minutes
      from institutions i ${joinDistrict(districtDay(city, parameters))} left join sums on sums.institution_id = i.id
      where i.merged_into is null and ${institutionConditions(filter, parameters)} and ${reach}),
    houses as (select * from all_houses where counted)`;
}
