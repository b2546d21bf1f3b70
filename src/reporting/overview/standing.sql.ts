import type { Parameters } from '../../institutions/institution-filter.js';
import type { City } from './houses.sql.js';

/** Four school weeks (docs/decisions/0005-quiet-houses.md). */
export const QUIET_SCHOOL_DAYS = 20;

// Far enough to find 20 school days behind the longest holidays (six and a half weeks), one more holiday and four weeks of school.
const LOOK_BACK_DAYS = 150;

/** True where a state's schools are closed for holidays on the day. Public holidays outside of them are not known here. */
export function isSchoolHoliday(state: string, day: string): string {
  return `exists (select from school_holidays s where s.state = ${state} and ${day} between s.first_day and s.last_day)`;
}

/**
 * How each house stands at the period's day (today in the running year, 31 July in a past one), as a common table expression
 * `standing` after those of `houses`; adds to their columns:
 *
 * - `last_activity_on`: the last activity up to that day, in whatever school year
 * - `days_since`: calendar days since then; for a house without any, since its participation began; null for one that does not take part
 * - `quiet`: has taken part for all of the last 20 school days and has no activity in them. School days are Monday to Friday outside the
 *   school holidays of the municipality's state and the house's own closing days, the day itself included. Archived houses are not quiet
 *   but closed. (Only houses with closing days get a window of their own; all others share their municipality's.)
 */
export function standing({ period }: City, parameters: Parameters): string {
  const [from, asOf] = [`${parameters.add(period.from)}::date`, `${parameters.add(period.asOf)}::date`];
  return `
    school_days as materialized (
      select m.state, day, row_number() over (partition by m.state order by day desc) as number
      from (select distinct state from municipalities) m
        cross join (select ${asOf} - n as day from generate_series(0, ${LOOK_BACK_DAYS}) n) days
      where extract(isodow from day) < 6 and not ${isSchoolHoliday('m.state', 'day')}),
    windows as (select s.state, s.day as first_day from school_days s where s.number = ${QUIET_SCHOOL_DAYS}),
    marks as (
      select h.*, m.state,
        (select range_agg(daterange(k.first_day, k.last_day, '[]')) from closing_days k
          where k.institution_id = h.id and k.last_day >= ${asOf} - ${LOOK_BACK_DAYS} and k.first_day <= ${asOf}) as closed,
        (select a.held_on from activities a where a.institution_id = h.id and a.deleted_at is null and a.held_on <= ${asOf}
          order by a.held_on desc limit 1) as last_activity_on,
        (select min(p.started_on) from participations p where p.institution_id = h.id and p.status <> 'requested'
          and p.started_on <= ${asOf} and (p.ended_on is null or p.ended_on >= ${asOf})) as participating_since
      from all_houses h join municipalities m on m.id = h.municipality_id offset 0),
    own_windows as (
      select m.*, case when m.closed is null then w.first_day else (select s.day from school_days s
          where s.state = m.state and not s.day <@ m.closed order by s.day desc offset ${QUIET_SCHOOL_DAYS - 1} limit 1) end as first_day
      from marks m left join windows w on w.state = m.state),
    standing as (
      select h.*, ${asOf} - coalesce(h.last_activity_on, h.participating_since) as days_since,
        coalesce(h.counted and not h.archived and ${asOf} >= ${from} and h.participating_since <= h.first_day
          and coalesce(h.last_activity_on < h.first_day, true), false) as quiet
      from own_windows h)`;
}
