import type { CalendarDate } from '../../../kernel/calendar/calendar-date.js';

const LONG_DATE = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });

/** `23. November 2026` */
export function longDate(date: CalendarDate): string {
  return LONG_DATE.format(new Date(`${date}T00:00:00Z`));
}
