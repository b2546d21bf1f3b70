import {
  addYears,
  calendarDate,
  type CalendarDate,
  germanDate,
} from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import { periodOf, type Span, spanOf } from '../overview/period.js';
import type { ReportQueryDto } from './report-query.dto.js';

const MOST_YEARS = 3;

// As the school years: before it there was nothing, and the years before it can still be compared with.
const FIRST_DAY = calendarDate('2000-01-01');

type When = Pick<ReportQueryDto, 'schoolYear' | 'from' | 'to'>;

/**
 * The days that a report is about.
 * @throws Problem 422 where a range lacks an end, begins too early, runs backwards or for too long, or comes with a school year
 */
export function reportSpan({ schoolYear, from, to }: When, today: CalendarDate): Span {
  if (from === undefined && to === undefined) return periodOf(schoolYear, today);
  if (schoolYear !== undefined) {
    throw Problem.invalid('schoolYear', 'Bitte entweder ein Kita-/Schuljahr angeben oder Tage von und bis.');
  }
  if (from === undefined) throw Problem.invalid('from', 'Von: Bitte auch den ersten Tag angeben.');
  if (to === undefined) throw Problem.invalid('to', 'Bis: Bitte auch den letzten Tag angeben.');
  if (from < FIRST_DAY) {
    throw Problem.invalid('from', `Von: Bitte einen Tag ab dem ${germanDate(FIRST_DAY)} angeben.`);
  }
  if (to < from) throw Problem.invalid('to', 'Bis: Der letzte Tag liegt vor dem ersten.');
  if (addYears(to, -MOST_YEARS) >= from) {
    throw Problem.invalid('to', `Bis: Bitte höchstens ${MOST_YEARS} Jahre am Stück angeben.`);
  }
  return spanOf(from, to, today);
}

/** The same days one year before; of days that run, up to the same day. */
export function yearBefore({ schoolYear, from, to, asOf }: Span): Span {
  return {
    schoolYear: schoolYear === null ? null : schoolYear - 1,
    from: addYears(from, -1),
    to: addYears(to, -1),
    asOf: addYears(asOf, -1),
  };
}
