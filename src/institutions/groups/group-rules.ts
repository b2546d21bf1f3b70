import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearName } from '../../kernel/calendar/school-year.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { InstitutionKind } from '../vocabulary.js';

interface SizeChange {
  size?: number;
  sizeFrom?: CalendarDate;
}

/**
 * A size holds from a day of the group's school year that has come, or from the year's first day.
 * @throws Problem 422
 */
export function assertSizeFrom(
  { schoolYear }: { schoolYear: SchoolYear },
  { size, sizeFrom }: SizeChange,
  today: CalendarDate,
): void {
  if (sizeFrom === undefined) return;
  if (size === undefined) {
    throw Problem.invalid('size', 'Anzahl der Kinder fehlt: bitte angeben, wie viele es ab diesem Tag sind.');
  }
  const [first, last] = [firstDayOf(schoolYear), lastDayOf(schoolYear)];
  if (sizeFrom < first || sizeFrom > last) {
    const year = `${schoolYearName(schoolYear)} (${germanDate(first)} bis ${germanDate(last)})`;
    throw Problem.invalid('sizeFrom', `Gilt ab: bitte einen Tag des Kita-/Schuljahres ${year} angeben.`);
  }
  if (sizeFrom > today && sizeFrom !== first) {
    throw Problem.invalid('sizeFrom', 'Gilt ab: Dieser Tag liegt in der Zukunft.');
  }
}

const CLASS = /^(?<before>(?:Klasse\s*)?)(?<grade>[1-9]\d?)(?<after>\s*[a-zäöü]?)$/iu;
/** Primary schools end with it; a school that has classes above goes on. */
const LAST_PRIMARY_GRADE = 4;

/** The grade of "3b" or "Klasse 3 b"; null for "Bärengruppe" and for "1/2a", which keeps its name. */
function gradeOf(name: string): number | null {
  const grade = CLASS.exec(name.trim())?.groups?.['grade'];
  return grade === undefined ? null : Number(grade);
}

/**
 * What a group would be called a year later: classes move up ("3b" → "4b"), all others keep their name.
 * @param beside the names of all groups of the house in that year
 * @returns null for a class that leaves the school
 */
export function nextName(name: string, kind: InstitutionKind, beside: readonly string[]): string | null {
  const grade = kind === 'school' ? gradeOf(name) : null;
  if (grade === null) return name;
  const isHighest = beside.every((other) => (gradeOf(other) ?? 0) <= grade);
  if (grade === LAST_PRIMARY_GRADE && isHighest) return null;
  return name
    .trim()
    .replace(CLASS, (_, before: string, _grade, after: string) => `${before}${grade + 1}${after}`);
}

/** Groups are the same by name, whatever the capitals and blanks. */
export function sameName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de');
}
