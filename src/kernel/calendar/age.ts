import { calendarDate, type CalendarDate, daysBetween } from './calendar-date.js';

/** Of the day of birth only the month is known; the 15th is its middle, and at most half a month off. */
const MIDDLE = '15';

/**
 * Age in exact years on a day: the whole years since the last birthday, and the days since then as a share of the days until the next one.
 * @param birthMonth any day of the month of birth; the 15th of it is taken as the birthday
 * @returns 0 on that day and below 0 before it
 */
export function ageInYears(birthMonth: CalendarDate, day: CalendarDate): number {
  const [born, year] = [Number(birthMonth.slice(0, 4)), Number(day.slice(0, 4))];
  const birthday = (of: number): CalendarDate => calendarDate(`${of}-${birthMonth.slice(5, 7)}-${MIDDLE}`);
  const last = birthday(year) <= day ? year : year - 1;
  const share = daysBetween(birthday(last), day) / daysBetween(birthday(last), birthday(last + 1));
  return last - born + share;
}
