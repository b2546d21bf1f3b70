import { calendarDate, type CalendarDate } from './calendar-date.js';

/** A Kita or school year runs from 1 August to 31 July inclusive and is known by its first calendar year: 2026 is "2026/27". */
export type SchoolYear = number;

export function schoolYearOf(date: CalendarDate): SchoolYear {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '08-01' ? year : year - 1;
}

export function firstDayOf(year: SchoolYear): CalendarDate {
  return calendarDate(`${year}-08-01`);
}

export function lastDayOf(year: SchoolYear): CalendarDate {
  return calendarDate(`${year + 1}-07-31`);
}

/** As written on screens: `2026/27`. */
export function schoolYearName(year: SchoolYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
