import { addDays, isoWeekday, mondayOf } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { Origin } from './origin.js';
import type { Rhythm } from './rhythm.js';

/** What every house's bookings and contacts depend on. */
export interface Season {
  origin: Origin;
  rhythm: Rhythm;
  today: CalendarDate;
  /** What is left of the running week, Monday to Friday; at its end, the next week. */
  week: readonly CalendarDate[];
}

/** Houses, by their place in the queue, that the coach visits or that have a module this week; the first is the example house. */
export const THIS_WEEK = { bookings: [0, 3, 8, 14, 21], contacts: [1, 2, 6, 11, 17] } as const;

export function seasonOf(origin: Origin, rhythm: Rhythm, today: CalendarDate): Season {
  const monday = isoWeekday(today) > 5 ? addDays(mondayOf(today), 7) : mondayOf(today);
  const week = [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)).filter((day) => day >= today);
  return { origin, rhythm, today, week };
}
