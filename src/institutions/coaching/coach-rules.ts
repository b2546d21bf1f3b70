import { addDays, type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';

/** From the first to the last day, both inclusive; null: until further notice. */
export interface Term {
  firstDay: CalendarDate;
  lastDay: CalendarDate | null;
}

/** @throws Problem 422 */
export function assertOrdered({ firstDay, lastDay }: Term): void {
  if (lastDay !== null && lastDay < firstDay) {
    throw Problem.invalid('lastDay', 'Letzter Tag: liegt vor dem ersten Tag.');
  }
}

/** A house has one coach at a time. @throws Problem 422 that names the other term */
export function assertAlone(term: Term, others: readonly Term[]): void {
  const other = others.find((one) => meets(term, one));
  if (!other) return;
  const until = other.lastDay === null ? '' : ` bis ${germanDate(other.lastDay)}`;
  throw Problem.invalid(
    'firstDay',
    `Erster Tag: Von ${germanDate(other.firstDay)}${until} ist schon jemand eingetragen. Bitte dort zuerst den letzten Tag ändern.`,
  );
}

/** The term that a new coach ends by beginning: the one that runs until further notice and began earlier. */
export function followedBy<T extends Term>({ firstDay }: Term, others: readonly T[]): T | undefined {
  return others.find((one) => one.lastDay === null && one.firstDay < firstDay);
}

/** The last day of who is followed. */
export function dayBefore({ firstDay }: Term): CalendarDate {
  return addDays(firstDay, -1);
}

function meets(a: Term, b: Term): boolean {
  return a.firstDay <= (b.lastDay ?? a.firstDay) && b.firstDay <= (a.lastDay ?? b.firstDay);
}
