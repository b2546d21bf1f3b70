import { addDays, type DateString, daysBetween } from '../../ui/format';

const berlinDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });

/** What two clocks may differ by, in ms. */
const TOLERATED = 5 * 60_000;

interface Noted {
  heldOn: DateString;
  /** Epoch ms of the device's clock when it was noted. */
  notedAt: number;
}

interface Clock {
  /** How much the device's clock goes ahead of the server's (behind, if negative), in ms; 0 if it is right. */
  ahead: number;
  /** Epoch ms of the device's clock now. */
  now: number;
}

/** The calendar day in Berlin of an instant in epoch ms. */
export const dayOf = (instant: number): DateString => berlinDay.format(new Date(instant));

/**
 * The day that was meant by an entry that was noted while the device's clock was wrong: as far from the real day as the noted one was
 * from the device's. Null if the clock was right, or is by now, so that nobody knows any more how wrong it was.
 */
export function probableDay({ heldOn, notedAt }: Noted, { ahead, now }: Clock): DateString | null {
  // Noted by another wrong clock, which was set since.
  if (ahead === 0 || notedAt > now + TOLERATED) return null;
  return addDays(dayOf(notedAt - ahead), daysBetween(dayOf(notedAt), heldOn));
}
