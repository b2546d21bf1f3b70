declare const brand: unique symbol;

/** A day without time zone, `YYYY-MM-DD`; sorts and compares as a string. Never a `Date`. */
export type CalendarDate = string & { readonly [brand]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a day that exists, years 1900 to 2199; `2023-02-29` and `0000-01-01` do not. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const parts = SHAPE.exec(value);
  if (!parts) return false;
  const year = Number(parts[1]);
  return year >= 1900 && year <= 2199 && toIso(utcMs(value)) === value;
}

/** @throws RangeError when the text is no existing day. */
export function calendarDate(value: string): CalendarDate {
  if (!isCalendarDate(value)) throw new RangeError(`not a calendar date: ${value}`);
  return value;
}

/** The day `days` later (or earlier, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(toIso(utcMs(date) + days * DAY_MS));
}

/** The same day `years` later (or earlier, if negative); 29 February becomes the 28th where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const year = String(Number(date.slice(0, 4)) + years);
  const day = `${year}${date.slice(4)}`;
  return calendarDate(isCalendarDate(day) ? day : `${year}-02-28`);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcMs(to) - utcMs(from)) / DAY_MS);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: CalendarDate): number {
  return ((new Date(utcMs(date)).getUTCDay() + 6) % 7) + 1;
}

/** Monday of the ISO week that holds the day. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - isoWeekday(date));
}

/** ISO 8601 week such as `2026-W53`; the year is the one of the week's Thursday. */
export function isoWeek(date: CalendarDate): string {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(calendarDate(`${year}-01-01`), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The same day as people in Germany read it: `22.11.2026`. */
export function germanDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

function utcMs(value: string): number {
  return Date.parse(`${value}T00:00:00Z`);
}

function toIso(ms: number): string {
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}
