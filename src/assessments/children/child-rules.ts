import { calendarDate, type CalendarDate, addDays } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';

export const SEXES = ['female', 'male', 'diverse', 'unspecified'] as const;
export type Sex = (typeof SEXES)[number];

/** A month as it travels: `2021-05`. */
export const BIRTH_MONTH = {
  regex: /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/,
  expected: 'Monat und Jahr der Geburt wie 2021-05',
};

export const CODE_LENGTH = 5;

const OLDEST_YEARS = 15;
const LONGEST_AGO_DAYS = 3_653;

/** The first day of a month. */
export function monthStart(month: string): CalendarDate {
  return calendarDate(`${month}-01`);
}

/** A child in a Kita or a primary school. @throws Problem 422 */
export function assertBirthMonth(month: string, today: CalendarDate, field = 'birthMonth'): void {
  if (month > today.slice(0, 7)) {
    throw Problem.invalid(field, 'Geburtsmonat: Dieser Monat liegt in der Zukunft.');
  }
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4, 7)}`;
  if (month < oldest) {
    throw Problem.invalid(
      field,
      `Geburtsmonat: Das Kind wäre älter als ${OLDEST_YEARS} Jahre. Bitte das Jahr prüfen.`,
    );
  }
}

/** A day that has come, and on which the child was born already. @throws Problem 422 */
export function assertLeftOn(
  day: CalendarDate,
  birthMonth: string | null,
  today: CalendarDate,
  field = 'leftOn',
): void {
  if (day > today) {
    throw Problem.invalid(field, 'Verlassen am: Dieser Tag liegt in der Zukunft.');
  }
  if (day < addDays(today, -LONGEST_AGO_DAYS) || (birthMonth !== null && day.slice(0, 7) < birthMonth)) {
    throw Problem.invalid(field, 'Verlassen am: Dieser Tag liegt zu weit zurück. Bitte das Jahr prüfen.');
  }
}

/** The day on which the parents signed: not to come, not ten years ago, not before the child was born. @throws Problem 422 */
export function assertGivenOn(
  day: CalendarDate,
  birthMonth: string | null,
  today: CalendarDate,
  field = 'givenOn',
): void {
  if (day > today) {
    throw Problem.invalid(field, 'Einwilligung vom: Dieser Tag liegt in der Zukunft.');
  }
  if (day < addDays(today, -LONGEST_AGO_DAYS)) {
    throw Problem.invalid(
      field,
      'Einwilligung vom: Dieser Tag liegt mehr als zehn Jahre zurück. Bitte das Jahr prüfen.',
    );
  }
  if (birthMonth !== null && day.slice(0, 7) < birthMonth) {
    throw Problem.invalid(field, 'Einwilligung vom: Da war das Kind noch nicht geboren.');
  }
}
