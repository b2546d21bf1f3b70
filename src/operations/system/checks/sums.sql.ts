import type { IntegrityCheck } from './check.js';

/** Sums of activities that are not what the activities add up to (docs/decisions/0030-sums.md). */
export const SUMS: IntegrityCheck = {
  code: 'sums',
  found: 'bad',
  sql: `
    with counted as (
      select institution_id, activity_school_year(held_on) as school_year, group_id, focus_area, count(*)::int as activities,
        sum(minutes)::int as minutes
      from activities where deleted_at is null group by 1, 2, 3, 4)
    select count(*)::int as count from counted c full join activity_years y using (institution_id, school_year, group_id, focus_area)
      where (c.activities, c.minutes) is distinct from (y.activities, y.minutes)`,
};
