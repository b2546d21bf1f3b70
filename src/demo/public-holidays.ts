import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';

/** Days from Easter Sunday to Good Friday, Easter Monday, Ascension, Whit Monday and Corpus Christi. */
const MOVABLE = [-2, 1, 39, 50, 60];
/** New Year, Labour Day, German Unity, All Saints, the two days of Christmas. */
const FIXED = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'];

/** The public holidays of North Rhine-Westphalia in a calendar year (Feiertagsgesetz NW § 2), not those that always fall on a Sunday. */
export function publicHolidays(year: number): CalendarDate[] {
  const easter = easterSunday(year);
  return [
    ...FIXED.map((day) => calendarDate(`${year}-${day}`)),
    ...MOVABLE.map((days) => addDays(easter, days)),
  ].sort();
}

/** Easter Sunday of the Gregorian calendar, by Gauss's rule with Lichtenberg's corrections. */
export function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sunShift = 2 - Math.floor((3 * century + 3) / 4);
  const moonAge = year % 19;
  const seed = (19 * moonAge + moonShift) % 30;
  const correction = Math.floor((seed + Math.floor(moonAge / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sunShift) % 7);
  const afterFullMoon = 7 - ((fullMoon - firstSunday) % 7);
  return addDays(calendarDate(`${year}-03-01`), fullMoon + afterFullMoon - 1);
}
