import type { EntryOf, OutboxEntry } from '../../outbox/entry';
import { texts } from '../../texts/de';
import type { DaySheet, Protocol, Reason, SheetChild, SheetResult, StoredTrial } from './sheet';

/** Which try of which child at which task. */
export interface Place {
  childId: string;
  protocolId: string;
  number: number;
}

export type TrialValue = Pick<StoredTrial, 'value' | 'valid' | 'confirmed'>;

/** One try as this device sees it: what the server has, and what is on its way there. */
export interface Cell extends Place {
  label: string;
  stored: StoredTrial | null;
  entry: EntryOf<'trial'> | null;
  /** What counts here; null while nothing has been noted. */
  shown: TrialValue | null;
}

/** A stored try as one remembers it. */
export const wasThere = (stored: StoredTrial | null): { id: string; version: number } | null =>
  stored && { id: stored.id, version: stored.version };

export const placeKey = ({ childId, protocolId, number }: Place): string =>
  `${childId}/${protocolId}/${number}`;

/** "Versuch 1", or what the protocol calls its tries. */
export function labelOf({ trials, trialLabels, unit }: Protocol, number: number): string {
  const own = trialLabels?.[number - 1];
  if (own) return own;
  return trials === 1 && unit === 'yes_no' ? texts.gym.station : texts.gym.trial(number);
}

/** All tries of a child at a task. */
export function cellsOf(child: SheetChild, protocol: Protocol, entries: readonly OutboxEntry[]): Cell[] {
  const stored = resultOf(child, protocol.id)?.trials ?? [];
  const waiting = entries.filter((entry) => entry.kind === 'trial');
  return Array.from({ length: protocol.trials }, (_, index) => {
    const place = { childId: child.childId, protocolId: protocol.id, number: index + 1 };
    const entry = waiting.find(({ body }) => placeKey(body) === placeKey(place)) ?? null;
    const trial = stored.find(({ number }) => number === place.number) ?? null;
    const shown = entry ? (entry.withdrawn ? null : entry.body) : trial;
    return { ...place, label: labelOf(protocol, place.number), stored: trial, entry, shown };
  });
}

export function resultOf(child: SheetChild, protocolId: string): SheetResult | undefined {
  return child.results.find((result) => result.protocolId === protocolId);
}

/** Why a task is not done, as this device sees it; null if it is, or still can be. */
export function notDoneReason(
  child: SheetChild,
  protocolId: string,
  entries: readonly OutboxEntry[],
): Reason | null {
  const said = entries.findLast(
    (entry): entry is EntryOf<'not_done'> =>
      entry.kind === 'not_done' &&
      entry.state !== 'needs_help' &&
      entry.body.childId === child.childId &&
      entry.body.protocolIds.includes(protocolId),
  );
  if (said) return said.withdrawn ? null : said.body.reason;
  const result = resultOf(child, protocolId);
  return result?.state === 'not_done' ? result.reason : null;
}

/** How far a child is at a task, for the strip. Invalid: all tries are there, and no result follows from them. */
export type TaskState = 'done' | 'invalid' | 'partly' | 'open' | 'not_done' | 'trouble' | 'no_consent';

export interface Task {
  state: TaskState;
  filled: number;
  total: number;
  /** Noted, and not yet confirmed by the server. */
  waiting: boolean;
  reason: Reason | null;
}

export function taskOf(child: SheetChild, protocol: Protocol, entries: readonly OutboxEntry[]): Task {
  const cells = cellsOf(child, protocol, entries);
  const filled = cells.filter(({ shown }) => shown !== null).length;
  const reason = filled === 0 ? notDoneReason(child, protocol.id, entries) : null;
  const stuck = cells.some(({ entry }) => entry?.state === 'needs_help');
  return {
    state: stateOf({ child, protocol, filled, total: cells.length, reason, stuck }),
    filled,
    total: cells.length,
    waiting: cells.some(({ entry }) => entry !== null),
    reason,
  };
}

interface Facts {
  child: SheetChild;
  protocol: Protocol;
  filled: number;
  total: number;
  reason: Reason | null;
  stuck: boolean;
}

function stateOf({ child, protocol, filled, total, reason, stuck }: Facts): TaskState {
  if (!child.hasConsent) return 'no_consent';
  if (stuck) return 'trouble';
  if (reason !== null) return 'not_done';
  if (filled === total) return resultOf(child, protocol.id)?.state === 'invalid' ? 'invalid' : 'done';
  return filled > 0 ? 'partly' : 'open';
}

/** Nothing more is expected of the child at this task. */
export const isSettled = ({ state }: Task): boolean =>
  state === 'done' || state === 'invalid' || state === 'not_done' || state === 'no_consent';

/**
 * The children of a test day in the order of their groups and codes, those whose results are not kept at the end; one that has left
 * stays if it was tested.
 */
export function childrenOf(sheet: DaySheet, groupId: string | null): SheetChild[] {
  const place = new Map(sheet.groups.map(({ id }, index) => [id, index]));
  const groupOf = (child: SheetChild) => place.get(child.groupId) ?? place.size;
  return sheet.children
    .filter((child) => (groupId === null || child.groupId === groupId) && (!child.left || isTested(child)))
    .sort(
      (a, b) =>
        Number(b.hasConsent) - Number(a.hasConsent) ||
        groupOf(a) - groupOf(b) ||
        a.code.localeCompare(b.code, 'de'),
    );
}

const isTested = ({ results }: SheetChild): boolean => results.some(({ trials }) => trials.length > 0);

/** The next one after `from`, round the end, that is wanted; the next at all if none is; undefined in an empty list. */
export function nextAfter<T>(items: readonly T[], from: number, wanted: (item: T) => boolean): T | undefined {
  const round = [...items.slice(from + 1), ...items.slice(0, Math.max(0, from))];
  return round.find(wanted);
}
