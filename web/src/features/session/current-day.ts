import { addDays, type DateString, daysBetween } from '../../ui/format';

const berlinDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day it is now: the one the server gave, carried on by the midnights in Berlin that have passed on this device
 * since. So it is right without network too, and a device with a wrong date does not spoil it. Instants in epoch ms.
 */
export function dayAfter(given: DateString, givenAt: number, now: number): DateString {
  const passed = daysBetween(berlinDay.format(givenAt), berlinDay.format(now));
  return addDays(given, Math.max(0, passed));
}

/** The day in Berlin at an instant in epoch ms. */
export const dayIn = (instant: number): DateString => berlinDay.format(instant);
