import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';

/** A day as the entry of results sees it. */
export interface EntryDay {
  id: string;
  institutionId: string;
  batteryId: string;
  heldOn: CalendarDate;
  state: string;
  origin: string;
}

/** @throws Problem 409 for a day on which nothing can be entered here */
export function assertTakesEntries({ heldOn, origin }: EntryDay, today: CalendarDate): void {
  if (origin === 'brought') {
    throw new Problem(
      409,
      'test_day_brought',
      'Diese Werte kommen aus einer anderen Einrichtung. Sie lassen sich hier nur lesen.',
    );
  }
  if (heldOn > today) {
    throw new Problem(
      409,
      'test_day_ahead',
      'Dieser Testtag ist erst noch. Werte lassen sich ab dem Tag selbst eintragen.',
    );
  }
}

/** A child as the entry of results sees it. */
export interface EntryChild {
  id: string;
  /** The group of today. */
  groupId: string;
  /** Whether that is one of the day's. */
  inGroups: boolean;
  left: boolean;
  /** Whether there are results of the day already, whatever became of the group. */
  assessed: boolean;
}

/** @throws Problem 422 for a child that the day is not about */
export function assertTakesPart(child: EntryChild): void {
  if (child.left)
    throw Problem.invalid('childId', 'Kind: Es war am Tag des Tests nicht mehr in der Einrichtung.');
  if (!child.inGroups && !child.assessed)
    throw Problem.invalid('childId', 'Kind: Es gehört zu keiner der Gruppen dieses Testtags.');
}
