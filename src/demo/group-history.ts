import { calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { firstDayOf } from '../kernel/calendar/school-year.js';
import type { GroupConfirmationRow, GroupRow, GroupSizeRow } from './demo-rows.js';
import { instantText, moment } from './instant.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import { takesPart } from './participation.js';
import type { Random } from './random.js';

/** In the running year most houses have confirmed their groups; the example house is not among them, so that its lead is reminded. */
const CONFIRMED_NOW = 0.8;
const CONFIRMED_BEFORE = 0.96;
/** Groups in which a child came or went in autumn. */
const CHANGED = 0.15;

/** Who has confirmed the groups of which year, in the weeks after the summer. */
export function makeConfirmations(
  random: Random,
  members: readonly Member[],
  groups: readonly GroupRow[],
  { years, year: running, days }: Origin,
): GroupConfirmationRow[] {
  const today = days.at(-1);
  return members.filter(takesPart).flatMap(({ institution: { id }, example }) =>
    years
      .filter((year) => groups.some((group) => group.institution_id === id && group.school_year === year))
      .filter((year) => {
        const confirms = random.chance(year === running ? CONFIRMED_NOW : CONFIRMED_BEFORE);
        return confirms && !(example && year === running);
      })
      .map((school_year) => {
        const day = calendarDate(`${school_year}-09-${String(random.integer(2, 28)).padStart(2, '0')}`);
        return { institution_id: id, school_year, confirmed_at: instantText(moment(day, 10)), day };
      })
      .filter(({ day }) => today !== undefined && day <= today)
      .map(({ day: _, ...row }) => row),
  );
}

/** Groups of the running year that were one child smaller or larger until a day in autumn. */
export function makeSizes(
  random: Random,
  groups: readonly GroupRow[],
  { year, days }: Origin,
): GroupSizeRow[] {
  const later = days.filter((day: CalendarDate) => day > firstDayOf(year)).slice(40);
  return groups
    .filter(({ school_year, size }) => school_year === year && size > 1 && random.chance(CHANGED))
    .filter(() => later.length > 0)
    .map(({ institution_id, id, size }) => ({
      ...{ institution_id, group_id: id, valid_from: random.pick(later), size },
      size_before: size + (random.chance(0.5) ? 1 : -1),
    }));
}
