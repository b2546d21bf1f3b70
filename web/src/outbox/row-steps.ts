import type { OutboxKind } from './entry';
import type { KnownVersions } from './known-versions';
import { sharesLane } from './lanes';
import type { OwnSeal } from './own-seal';
import { isWaiting, type NewRow, type Row } from './row';
import type { RowChanges } from './row-store';

type KindOf = (row: Pick<Row, 'rowId'>) => OutboxKind | undefined;

/** Changes build on each other; of everything else the last word counts. */
const saysItAll = (kind: OutboxKind | undefined): boolean => kind !== undefined && kind !== 'activity_change';

/** A new row; it replaces what is not known to have left the device. */
export function added(row: NewRow, rows: readonly Row[], kind: OutboxKind, kindOf: KindOf): RowChanges {
  const replaced = rows.filter(
    (one) =>
      isOfSameRecord(one, row) &&
      (one.state === 'new' || one.state === 'needs_help') &&
      saysItAll(kind) &&
      kindOf(one) === kind,
  );
  return { add: row, put: replaced.map((one) => ({ ...one, state: 'replaced' as const })) };
}

/** The server has answered; what waits behind it goes on from the versions that it told. */
export function confirmed(row: Row, rows: readonly Row[], versions: KnownVersions): RowChanges {
  const now = rows.find(({ rowId }) => rowId === row.rowId);
  const later = rows.filter(
    (one) => one.accountId === row.accountId && one.seq > row.seq && isWaiting(one) && sharesLane(row)(one),
  );
  const informed = later.map((one) => ({ ...one, known: { ...one.known, ...versions } }));
  return { put: [...(now ? [{ ...now, state: 'confirmed' as const }] : []), ...informed] };
}

/** The row goes, and with it what it has replaced. */
export function settled(row: Row, rows: readonly Row[]): RowChanges {
  return {
    remove: rows.filter(
      (one) => one.rowId === row.rowId || (isReplacedBy(row, one) && one.state === 'replaced'),
    ),
  };
}

/**
 * The server does not want it: a person has to look at it, unless they have said something else since, or have taken it back (what the
 * server refuses, it does not have; but what somebody has changed meanwhile it has).
 */
export function refused(
  row: Row,
  rows: readonly Row[],
  { seal: refusal, code }: { seal: OwnSeal | null; code: string },
  kindOf: KindOf,
): RowChanges {
  const now = rows.find(({ rowId }) => rowId === row.rowId);
  if (!now || now.state === 'confirmed') return {};
  const isDisputed = code === 'changed_meanwhile' && kindOf(now) === 'activity';
  if (now.withdrawn && !isDisputed) return settled(row, rows);
  const isReplaced = rows.some(
    (one) =>
      isReplacedBy(one, now) && isWaiting(one) && saysItAll(kindOf(now)) && kindOf(one) === kindOf(now),
  );
  return { put: [{ ...now, state: isReplaced ? 'replaced' : 'needs_help', refusal, sentSealed: false }] };
}

function isOfSameRecord(a: NewRow, b: NewRow): boolean {
  return a.recordId === b.recordId && a.accountId === b.accountId;
}

function isReplacedBy(later: Row, row: Row): boolean {
  return isOfSameRecord(later, row) && row.seq < later.seq;
}
