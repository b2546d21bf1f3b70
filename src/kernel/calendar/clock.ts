import { Injectable } from '@nestjs/common';
import { calendarDate, type CalendarDate } from './calendar-date.js';

const BERLIN_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const MINUTE_MS = 60_000;
// Every request asks several times, and Intl is slow. Days begin at a whole minute.
let latest: { minute: number; day: CalendarDate } | null = null;

/** The calendar day in Europe/Berlin at an instant, whatever zone the server is in. */
export function berlinDate(instant: Date): CalendarDate {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  if (latest?.minute !== minute) latest = { minute, day: calendarDate(BERLIN_DAY.format(instant)) };
  return latest.day;
}

const BERLIN_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The hour of the day in Europe/Berlin at an instant, 0 to 23. */
export function berlinHour(instant: Date): number {
  return Number(BERLIN_HOUR.format(instant));
}

/** The only source of "now", so that a test can stand at a boundary. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Berlin. */
  today(): CalendarDate {
    return berlinDate(this.now());
  }
}
