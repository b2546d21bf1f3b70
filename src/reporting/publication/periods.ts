import { addDays, calendarDate, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearName } from '../../kernel/calendar/school-year.js';

/** 1: August to January; 2: February to July. */
export const HALVES = [1, 2] as const;
export type Half = (typeof HALVES)[number];

/** What is published at once: a school year, or one of its halves. */
export interface Period {
  /** First calendar year: 2026 is 2026/27. */
  schoolYear: SchoolYear;
  /** Null: the whole year. */
  half: Half | null;
}

export interface Days {
  from: CalendarDate;
  /** Inclusive. */
  to: CalendarDate;
}

/** The first and the last day. */
export function daysOf({ schoolYear, half }: Period): Days {
  const second = calendarDate(`${schoolYear + 1}-02-01`);
  return {
    from: half === 2 ? second : firstDayOf(schoolYear),
    to: half === 1 ? addDays(second, -1) : lastDayOf(schoolYear),
  };
}

/** Its last day lies behind us. @param today in Berlin */
export function isOver(period: Period, today: CalendarDate): boolean {
  return daysOf(period).to < today;
}

/** The first day on which what was published on a day may be published anew: one revision a calendar year. */
export function nextRevisionFrom(published: CalendarDate): CalendarDate {
  return calendarDate(`${Number(published.slice(0, 4)) + 1}-01-01`);
}

/** The last day on which the results of a period are there to be counted; the next day they are erased (governance/retention). */
export function lastCountedOn({ schoolYear }: Period): CalendarDate {
  return lastDayOf(schoolYear + 1);
}

/** As written on screens: `2025/26` or `2025/26, 1. Halbjahr`. */
export function periodTitle({ schoolYear, half }: Period): string {
  return half === null ? schoolYearName(schoolYear) : `${schoolYearName(schoolYear)}, ${half}. Halbjahr`;
}

/** A school year as a whole, and its halves. */
export function periodsOf(schoolYear: SchoolYear): Period[] {
  return [null, ...HALVES].map((half) => ({ schoolYear, half }));
}
