import type { Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Span } from '../overview/period.js';
import { isSchoolHoliday } from '../overview/standing.sql.js';
import { mondayOf } from '../sums/held.sql.js';

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
 * `materialized`: a week's days at school are worked out once for each state and the open days once for each house. PostgreSQL would do both
 * anew for each house and week.
 */
export function schoolWeeks({ houses, period }: HousesAndDays, parameters: Parameters): string {
  const [from, asOf] = [`${parameters.add(period.from)}::date`, `${parameters.add(period.asOf)}::date`];
  return `
    weeks_at_school as materialized (
      select m.state, w.monday, range_agg(daterange(w.monday + n, w.monday + n + 1)) as days
      from (select distinct state from municipalities) m cross join generate_series(0, 4) n
        cross join (select monday::date from generate_series(
          date_trunc('week', ${from}::timestamp), ${asOf}::timestamp, '7 days') monday) w
      where w.monday + 3 between ${from} and ${asOf} and not ${isSchoolHoliday('m.state', 'w.monday + n')}
      group by m.state, w.monday),
    open_days as materialized (
      select h.id as institution_id, m.state,
        coalesce((select range_agg(daterange(p.started_on, p.ended_on, '[]')) from participations p
          where p.institution_id = h.id and p.status <> 'requested' and p.started_on is not null), '{}')
        * datemultirange(daterange(null, h.archived_on))
        - coalesce((select range_agg(daterange(k.first_day, k.last_day, '[]')) from closing_days k
          where k.institution_id = h.id), '{}') as days
      from ${houses} h join municipalities m on m.id = h.municipality_id),
    school_weeks as (
      select o.institution_id, w.monday
      from open_days o join weeks_at_school w on w.state = o.state and w.days && o.days)`;
}

/**
 * Of the weeks of `schoolWeeks`, which it brings along, those that are over, and whether the house has reported them: `expected_weeks`
 * (institution_id, thursday, reported, on_time). Reported: an activity was held from Monday to Sunday; on time: one of them was
 * entered within seven days after that Sunday. While the period runs, a week is over once its Sunday lies before the period's day.
 *
 * Expected and held weeks meet in one grouping, not in a join: of both the planner believes that there are few.
 */
export function expectedWeeks(
  { houses, period, today }: HousesAndDays & { today: CalendarDate },
  parameters: Parameters,
): string {
  const due = `${parameters.add(period.asOf === period.to ? today : period.asOf)}::date`;
  const [from, to] = [`${parameters.add(period.from)}::date`, `${parameters.add(period.to)}::date`];
  return `${schoolWeeks({ houses, period }, parameters)},
    held_weeks as (
      select h.id as institution_id, ${mondayOf('w.week')} as monday, w.on_time
      from ${houses} h cross join lateral (
        select w.week, bool_or(w.on_time > 0) as on_time from activity_weeks w
        where w.institution_id = h.id and w.week between ${from} - 6 and ${to} + 6 group by w.week) w),
    expected_weeks as (
      select institution_id, monday + 3 as thursday, bool_or(not expected) as reported, bool_or(on_time) as on_time
      from (select institution_id, monday, true as expected, false as on_time from school_weeks where monday + 6 < ${due}
        union all select institution_id, monday, false, on_time from held_weeks) entries
      group by institution_id, monday having bool_or(expected))`;
}
