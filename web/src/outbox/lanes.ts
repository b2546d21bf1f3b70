import type { OutboxEntry } from './entry';

/** Which records an entry is about: entries with one in common go out in the order in which they were made. */
export function lanesOf(entry: OutboxEntry): string[] {
  switch (entry.kind) {
    case 'activity':
      return [entry.id];
    case 'trial':
      return [`${entry.body.childId}/${entry.body.protocolId}`];
    case 'not_done':
      return entry.body.protocolIds.map((protocolId) => `${entry.body.childId}/${protocolId}`);
  }
}

export interface Which {
  /** Ignores the pauses between attempts. */
  hurry: boolean;
  /** One entry, with what has to go before it. */
  only?: string | undefined;
}

/**
 * The entries to be sent now, oldest first. One that has to wait holds back those behind it that are about the same record; one
 * that needs a person's help holds back nobody.
 */
export function dueOf(entries: readonly OutboxEntry[], { hurry, only }: Which, now: number): OutboxEntry[] {
  const ready = entries.filter(({ id, state }) => state !== 'needs_help' || id === only);
  const target = only === undefined ? undefined : ready.find(({ id }) => id === only);
  if (target) return [...ready.slice(0, ready.indexOf(target)).filter(sharesLane(target)), target];
  if (only !== undefined) return [];
  const held: OutboxEntry[] = [];
  return ready.filter((entry) => {
    const due = (hurry || entry.notBefore <= now) && !held.some(sharesLane(entry));
    if (!due) held.push(entry);
    return due;
  });
}

function sharesLane(entry: OutboxEntry): (other: OutboxEntry) => boolean {
  const lanes = lanesOf(entry);
  return (other) => lanesOf(other).some((lane) => lanes.includes(lane));
}
