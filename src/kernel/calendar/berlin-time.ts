import type { CalendarDate } from './calendar-date.js';

/** A time of day in hours and minutes, as a field's pattern. */
export const TIME_OF_DAY = { regex: /^([01]\d|2[0-3]):[0-5]\d$/, expected: 'eine Uhrzeit wie 09:30' };

const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

// Summer time first: of an hour that the clock shows twice, the earlier one is meant.
const OFFSETS_MS = [2, 1].map((hours) => hours * 3_600_000);

/** The instant at which a clock in Berlin shows day and time (`HH:MM`); null for the hour that summer time leaves out. */
export function berlinInstant(date: CalendarDate, time: string): Date | null {
  const utc = Date.parse(`${date}T${time}:00Z`);
  const instants = OFFSETS_MS.map((offset) => new Date(utc - offset));
  return instants.find((instant) => WALL_CLOCK.format(instant) === `${date} ${time}`) ?? null;
}
