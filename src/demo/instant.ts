import type { CalendarDate } from '../kernel/calendar/calendar-date.js';

const HOUR = 3_600;

/** A moment of the demo city: a day, and seconds since midnight on the clocks of Berlin. */
export interface Moment {
  date: CalendarDate;
  second: number;
}

export function moment(date: CalendarDate, hours: number): Moment {
  return { date, second: Math.floor(hours * HOUR) };
}

/** As PostgreSQL reads it into a `timestamptz`: `2026-03-05 10:12:30 Europe/Berlin`. */
export function instantText({ date, second }: Moment): string {
  const parts = [second / HOUR, (second % HOUR) / 60, second % 60];
  return `${date} ${parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')} Europe/Berlin`;
}

/** Milliseconds since 1970, as if Berlin had no summer time: near enough for the order of ids. */
export function instantMs({ date, second }: Moment): number {
  return Date.parse(`${date}T00:00:00+01:00`) + second * 1_000;
}
