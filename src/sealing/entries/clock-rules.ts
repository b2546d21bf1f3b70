import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  isCalendarDate,
} from '../../kernel/calendar/calendar-date.js';
import { berlinDate } from '../../kernel/calendar/clock.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What every device may be off. */
const USUAL_MS = 5 * MINUTE_MS;
/** What is sent that much later is not believed to have been noted then. */
const OLDEST_DAYS = 400;

export interface Readings {
  /** By the device, when it was noted. */
  notedAt: Date;
  /** By the device, when it was sent. */
  deviceTime: Date;
  /** By the server, at the same moment. */
  now: Date;
}

/** How far the device's clock was behind (negative: ahead), in seconds; null where it was right, or where nobody knows any more. */
export function clockOffset({ deviceTime, now }: Readings): number | null {
  const offset = now.getTime() - deviceTime.getTime();
  return Math.abs(offset) > USUAL_MS ? Math.round(offset / 1000) : null;
}

/** The clock may have been put right between noting and sending: then only an impossible instant tells of it. */
export function isImpossible({ notedAt, now }: Readings): boolean {
  const age = now.getTime() - notedAt.getTime();
  return age < -USUAL_MS || age > OLDEST_DAYS * DAY_MS;
}

/**
 * The day that was probably meant by one that was noted with a wrong clock: as far from the day on which it was noted as it was on the
 * device.
 * @returns the same day where the clock makes no difference
 */
export function correctedDay(day: CalendarDate, readings: Readings): CalendarDate {
  const noted = readings.notedAt.getTime();
  const moved = daysBetween(berlinDate(readings.notedAt), dayAt(noted, readings));
  const instant = Date.parse(`${day}T12:00:00Z`) + moved * DAY_MS;
  return isOfACalendar(instant) ? addDays(day, moved) : berlinDate(readings.now);
}

/** The day on which it was noted really, today where nobody can tell. */
function dayAt(noted: number, readings: Readings): CalendarDate {
  const offset = clockOffset(readings);
  if (offset === null && isImpossible(readings)) return berlinDate(readings.now);
  const truly = noted + (offset ?? 0) * 1000;
  return berlinDate(isOfACalendar(truly) ? new Date(truly) : readings.now);
}

/** Clocks that are wrong by decades lead out of every calendar. */
function isOfACalendar(ms: number): boolean {
  const year = new Date(ms).getUTCFullYear();
  return year > 1900 && year < 2199;
}

/** The day in a body, if it is one. */
export function dayIn(value: unknown): CalendarDate | null {
  return isCalendarDate(value) ? calendarDate(value) : null;
}
