import type { Activity } from '../../api/types';
import type { EntryOf, OutboxEntry } from '../../outbox/entry';

/** A stored activity as this device sees it. */
export interface Shown {
  activity: Activity;
  /** Changed here, and the server does not know yet. */
  waiting: boolean;
  /** Deleted here; the server may know by now or not. */
  gone: boolean;
}

/**
 * The list with what waits on this device laid over it. A refused change is not: it needs a person first. The names of a changed group and
 * module come with the server's answer.
 */
export function shownOf(activities: readonly Activity[], entries: readonly OutboxEntry[]): Shown[] {
  return activities.map((activity) =>
    entries
      .filter(({ id, state }) => id === activity.id && state !== 'needs_help')
      .reduce(after, { activity, waiting: false, gone: false }),
  );
}

function after({ activity, ...shown }: Shown, entry: OutboxEntry): Shown {
  if (entry.kind === 'activity') return { activity, waiting: true, gone: entry.withdrawn };
  if (entry.kind !== 'activity_change' || entry.withdrawn) return { activity, ...shown };
  return { activity: { ...activity, ...entry.body.changes }, waiting: true, gone: false };
}

/** New ones that the server does not have yet, the latest first. */
export function notYetStored(
  activities: readonly Activity[],
  entries: readonly OutboxEntry[],
): EntryOf<'activity'>[] {
  const known = new Set(activities.map(({ id }) => id));
  return entries
    .filter((entry): entry is EntryOf<'activity'> => entry.kind === 'activity' && !entry.withdrawn)
    .filter(({ id }) => !known.has(id))
    .reverse();
}
