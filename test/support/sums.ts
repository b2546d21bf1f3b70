import type pg from 'pg';
import { rowsOf } from './rows.js';

// Worked out in other words than the triggers': weekdays counted back, months and years put together from their numbers.
const COUNTED = `
  counted as (
    select a.*, a.held_on - extract(isodow from a.held_on)::int + 1 as monday,
      make_date(extract(year from a.held_on)::int, extract(month from a.held_on)::int, 1) as first_of_month,
      case when extract(month from a.held_on) >= 8 then extract(year from a.held_on) else extract(year from a.held_on) - 1 end as year,
      to_char(a.created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD')::date as entered_on
    from activities a where a.deleted_at is null),
  weeks as (
    select institution_id, case when monday > first_of_month then monday else first_of_month end as week, focus_area,
      count(*)::int as activities, count(*) filter (where entered_on - monday <= 6 + 7)::int as on_time, sum(minutes)::int as minutes
    from counted group by 1, 2, 3),
  years as (
    select institution_id, group_id, year::smallint as school_year, focus_area, count(*)::int as activities, sum(minutes)::int as minutes
    from counted group by 1, 2, 3, 4)`;

const WEEK = 'institution_id, week, focus_area, activities, on_time, minutes';
const YEAR = 'institution_id, group_id, school_year, focus_area, activities, minutes';

/** Where the sums of activities and the activities themselves differ, in one look at both; nothing if all is well. */
export async function wrongSums(db: pg.Client): Promise<{ row: object }[]> {
  const differences = (table: string, raw: string, columns: string): string => `
    select to_jsonb(d) as row from (
      (select 'missing in ${table}' as what, ${columns} from ${raw} except select 'missing in ${table}', ${columns} from ${table})
      union all
      (select 'wrong in ${table}' as what, ${columns} from ${table} except select 'wrong in ${table}', ${columns} from ${raw})) d`;
  return rowsOf(
    db,
    `with ${COUNTED} ${differences('activity_weeks', 'weeks', WEEK)} union all ${differences('activity_years', 'years', YEAR)}`,
  );
}
