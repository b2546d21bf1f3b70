import type { Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Span } from '../overview/period.js';
import { isSchoolHoliday } from '../overview/standing.sql.js';

interface HousesAndDays {
  /** The relation of the houses, with `id`, `municipality_id` and `archived_on`, such as `houses`. */
  houses: string;
  period: Span;
}

/**
 * The ISO weeks in which each house could do something, as common table expressions that end with `school_weeks` (institution_id, monday): those
 * with at least one of Monday to Friday that is no school holiday of the state, no closing day of the house, inside of its
 * participation and before it was archived. A week belongs to the days that have its Thursday, so that it is in one month and in one year.
 * (docs/decisions/0030-sums.md)
 *
 * `materialized`: PostgreSQL would work out the days anew for each house.
 */
export function schoolWeeks({ houses, period }: HousesAndDays, parameters: Parameters): string {
  const [from, asOf] = [`${parameters.add(period.from)}::date`, `${parameters.add(period.asOf)}::date`];
  return `
    days_at_school as materialized (
      select m.state, w.monday, w.monday + n as day
      from (select distinct state from municipalities) m cross join generate_series(0, 4) n
        cross join (select monday::date from generate_series(
          date_trunc('week', ${from}::timestamp), ${asOf}::timestamp, '7 days') monday) w
      where w.monday + 3 between ${from} and ${asOf} and not ${isSchoolHoliday('m.state', 'w.monday + n')}),
    school_weeks as (
      select h.id as institution_id, w.monday
      from ${houses} h join municipalities m on m.id = h.municipality_id
        cross join lateral (select
          coalesce((select range_agg(daterange(p.started_on, p.ended_on, '[]')) from participations p
            where p.institution_id = h.id and p.status <> 'requested' and p.started_on is not null), '{}')
          * datemultirange(daterange(null, h.archived_on))
          - coalesce((select range_agg(daterange(k.first_day, k.last_day, '[]')) from closing_days k
            where k.institution_id = h.id), '{}') as days) open
        cross join lateral (
          select s.monday from days_at_school s where s.state = m.state and s.day <@ open.days group by s.monday) w)`;
}

/**
 * Of the weeks of `schoolWeeks`, which it brings along, those that are over, and whether the house has reported them: `expected_weeks`
 * (institution_id, thursday, reported, on_time). Reported: an activity was held from Monday to Sunday; on time: one of them was
 * entered within seven days after that Sunday. While the period runs, a week is over once its Sunday lies before the period's day.
 */
export function expectedWeeks(
  { houses, period, today }: HousesAndDays & { today: CalendarDate },
  parameters: Parameters,
): string {
  const due = `${parameters.add(period.asOf === period.to ? today : period.asOf)}::date`;
  const [from, to] = [`${parameters.add(period.from)}::date`, `${parameters.add(period.to)}::date`];
  return `${schoolWeeks({ houses, period }, parameters)},
    held_weeks as (
      select h.id as institution_id, w.*
      from ${houses} h cross join lateral (
        select date_trunc('week', w.week::timestamp)::date as monday, sum(w.on_time) > 0 as on_time from activity_weeks w
        where w.institution_id = h.id and w.week between ${from} - 6 and ${to} + 6 group by 1) w),
    expected_weeks as (
      select s.institution_id, s.monday + 3 as thursday, w.monday is not null as reported, coalesce(w.on_time, false) as on_time
      from school_weeks s left join held_weeks w on w.institution_id = s.institution_id and w.monday = s.monday
      where s.monday + 6 < ${due})`;
}
