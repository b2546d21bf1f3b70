import { useSyncExternalStore } from 'react';
import { deviceClock } from '../../device/device-clock';
import type { OutboxEntry } from '../../outbox/entry';
import type { DateString } from '../../ui/format';
import { probableDay } from './probable-day';

/** The day that an entry is about; null if it names none. */
export function notedDayOf(entry: OutboxEntry): DateString | null {
  if (entry.kind === 'activity') return entry.body.heldOn;
  return entry.kind === 'activity_change' ? (entry.body.changes.heldOn ?? null) : null;
}

/** The day that was probably meant, if the device's clock was wrong; null if it was right or nobody can know. */
export function useProbableDay(entry: OutboxEntry): DateString | null {
  const ahead = useSyncExternalStore(deviceClock.subscribe, deviceClock.getAhead);
  const heldOn = notedDayOf(entry);
  if (heldOn === null) return null;
  return probableDay({ heldOn, notedAt: entry.createdAt }, { ahead, now: Date.now() });
}
