import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearOf } from '../../kernel/calendar/school-year.js';

/** The days that figures are about: a school year, or any others. */
export interface Span {
  /** Null: days that are no school year. */
  schoolYear: SchoolYear | null;
  from: CalendarDate;
  to: CalendarDate;
  /** The day at which the figures stand: today while the days run, the last of them once they are over. Nothing after it counts. */
  asOf: CalendarDate;
}

/** A school year: 1 August to 31 July of the next calendar year. A year to come stands at today and is empty. */
export interface Period extends Span {
  schoolYear: SchoolYear;
}

/** @param schoolYear the running one if absent */
export function periodOf(schoolYear: SchoolYear | undefined, today: CalendarDate): Period {
  const year = schoolYear ?? schoolYearOf(today);
  const to = lastDayOf(year);
  return { schoolYear: year, from: firstDayOf(year), to, asOf: earlier(today, to) };
}

/** Any days, up to today. */
export function spanOf(from: CalendarDate, to: CalendarDate, today: CalendarDate): Span {
  return { schoolYear: null, from, to, asOf: earlier(today, to) };
}

function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}
