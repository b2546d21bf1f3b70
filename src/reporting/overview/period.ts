import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearOf } from '../../kernel/calendar/school-year.js';

/** The school year that figures are about, and the day at which they stand. */
export interface Period {
  schoolYear: SchoolYear;
  /** 1 August. */
  from: CalendarDate;
  /** 31 July of the next calendar year. */
  to: CalendarDate;
  /** Today while the year runs, its last day once it is over: nothing after this day counts. A year to come stands at today and is empty. */
  asOf: CalendarDate;
}

/** @param schoolYear the running one if absent */
export function periodOf(schoolYear: SchoolYear | undefined, today: CalendarDate): Period {
  const year = schoolYear ?? schoolYearOf(today);
  const to = lastDayOf(year);
  return { schoolYear: year, from: firstDayOf(year), to, asOf: today < to ? today : to };
}
