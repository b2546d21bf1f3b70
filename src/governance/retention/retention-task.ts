import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';

/** How many rows are due for a municipality; null: for none. */
export interface TownCount {
  id: string | null;
  name: string | null;
  count: number;
}

/** One rule, as the run carries it out. Both parts run in a transaction with the reach of the system. */
export interface RetentionTask {
  code: string;
  children: boolean;
  /** What a run on the day would find. */
  count(day: CalendarDate): Promise<TownCount[]>;
  /** Takes the next due ones. @returns how many; none when nothing is left to do */
  erase(day: CalendarDate, atMost: number): Promise<number>;
}
