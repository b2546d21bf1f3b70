import { addDays, isoWeekday, mondayOf } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { Habits } from './habits.js';
import type { Random } from './random.js';

/** What a house makes of a week. */
export interface Week {
  /** Nobody got round to it. */
  silent: boolean;
  /** The day on which all of the week is noted at once; null where each day is noted as usual. */
  notedOn: CalendarDate | null;
}

/** Days after the week's Sunday at which a late week is noted; up to the seventh it would not be late. */
const LATE = [8, 20] as const;

/** The weeks of a house: the same however often and in whatever order they are asked for. */
export class Weeks {
  private readonly known = new Map<CalendarDate, Week>();

  constructor(
    private readonly random: Random,
    private readonly habits: Habits,
  ) {}

  /** The week of the day. */
  of(date: CalendarDate): Week {
    const monday = mondayOf(date);
    const week = this.known.get(monday) ?? this.draw(monday);
    this.known.set(monday, week);
    return week;
  }

  private draw(monday: CalendarDate): Week {
    const random = this.random.branch(`week ${monday}`);
    const silent = !random.chance(this.habits.regular);
    const isLate = random.chance(this.habits.late);
    return { silent, notedOn: isLate ? workdayFrom(addDays(monday, 6 + random.integer(...LATE))) : null };
  }
}

/** The day itself from Monday to Friday, else the Monday after it. */
export function workdayFrom(date: CalendarDate): CalendarDate {
  const weekday = isoWeekday(date);
  return weekday <= 5 ? date : addDays(date, 8 - weekday);
}
