import { addDays, calendarDate, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { SchoolYear } from '../../kernel/calendar/school-year.js';

const LONG = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('de-DE', { month: 'short', timeZone: 'UTC' });
const MONTHS = 12;
/** Of the calendar year, counted from 0. */
const AUGUST = 7;

export interface Month {
  /** `August 2025` */
  title: string;
  /** `Aug` */
  short: string;
  from: CalendarDate;
  to: CalendarDate;
}

/** The months of a school year, August to July. */
export function monthsOf(year: SchoolYear): Month[] {
  return Array.from({ length: MONTHS }, (_, i) => {
    const from = firstDay(year, AUGUST + i);
    const day = new Date(`${from}T00:00:00Z`);
    const to = addDays(firstDay(year, AUGUST + i + 1), -1);
    return { title: LONG.format(day), short: SHORT.format(day), from, to };
  });
}

function firstDay(year: number, month: number): CalendarDate {
  const [years, rest] = [Math.floor(month / MONTHS), month % MONTHS];
  return calendarDate(`${year + years}-${String(rest + 1).padStart(2, '0')}-01`);
}
