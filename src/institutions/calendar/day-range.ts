import { type CalendarDate, daysBetween, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';

/** Days in a row, both inclusive. */
export interface DayRange {
  firstDay: CalendarDate;
  lastDay: CalendarDate;
}

interface Named extends DayRange {
  /** What the days are for, as people call it. */
  name: string;
}

/** @param most days in a row @throws Problem 422 */
export function assertRange({ firstDay, lastDay }: DayRange, most: number): void {
  if (lastDay < firstDay) throw Problem.invalid('lastDay', 'Letzter Tag: liegt vor dem ersten Tag.');
  if (daysBetween(firstDay, lastDay) >= most) {
    throw Problem.invalid('lastDay', `Letzter Tag: höchstens ${most} Tage am Stück sind möglich.`);
  }
}

/** A day is closed, or a holiday, for one reason only. @throws Problem 422 that names the other */
export function assertNoOverlap(range: DayRange, others: readonly Named[]): void {
  const other = others.find(
    ({ firstDay, lastDay }) => firstDay <= range.lastDay && range.firstDay <= lastDay,
  );
  if (!other) return;
  const days =
    other.firstDay === other.lastDay
      ? germanDate(other.firstDay)
      : `${germanDate(other.firstDay)} bis ${germanDate(other.lastDay)}`;
  throw Problem.invalid('firstDay', `Erster Tag: überschneidet sich mit „${other.name}“ (${days}).`);
}
