import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { lastDayOf, type SchoolYear } from '../../kernel/calendar/school-year.js';

/*
 * Districts as they were on a day. `day` is the placeholder of a date, or null for today: that is what the plain columns hold, so that
 * questions about the running year stay as simple as they are (docs/decisions/0017-groups-and-districts-through-the-years.md).
 */

/** Joins `institutions i` with its district of the day as `d`, under the name of the day. */
export function joinDistrict(day: string | null): string {
  if (day === null) return 'join districts d on d.id = i.district_id';
  return `cross join lateral (select p.district_id from institution_districts p
      where p.institution_id = i.id and p.first_day <= ${day}::date order by p.first_day desc limit 1) of_day
    join ${districtsOn(day)} d on d.id = of_day.district_id`;
}

/** The same for rows of a school year: as at its end, or today while it runs or if none is asked for. */
export function joinDistrictOfYear(
  schoolYear: SchoolYear | undefined,
  today: CalendarDate,
  parameters: { add: (value: unknown) => string },
): string {
  const last = schoolYear === undefined ? today : lastDayOf(schoolYear);
  return joinDistrict(last < today ? parameters.add(last) : null);
}

/** `districts` with the names of the day, for a FROM. */
export function districtsOn(day: string | null): string {
  if (day === null) return 'districts';
  return `(select t.id, t.municipality_id, t.position, t.social_situation, t.archived_at,
    coalesce((select n.name from district_names n where n.district_id = t.id and n.first_day <= ${day}::date
      order by n.first_day desc limit 1), t.name) as name from districts t)`;
}

/** Whether the district `d` was there on the day, as SQL. */
export function existedOn(day: string | null): string {
  if (day === null) return 'true';
  return `exists (select from district_names n where n.district_id = d.id and n.first_day <= ${day}::date)`;
}
