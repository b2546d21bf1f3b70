import { newId } from '../../outbox/new-id';
import type { TrialBody } from '../../outbox/trial';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { type Cell, type TrialValue, wasThere } from './cells';
import type { DaySheet, Protocol, Reason, SheetChild } from './sheet';
import type { Typed } from './typed';
import { wordOf } from './words';

export interface Target {
  child: SheetChild;
  protocol: Protocol;
  cell: Cell;
}

/** The record that a value belongs to: a new one, or the one that was there when the typing began. */
interface Known {
  id: string;
  /** Null: the server has not confirmed it yet, or it is new. */
  version: number | null;
}

const words = texts.gym.said;

export function knownOf({ entry, stored }: Cell, typed: Typed | undefined): Known {
  if (entry) return { id: entry.id, version: entry.body.version };
  const known = typed ? typed.known : stored;
  if (!known) return { id: newId(), version: null };
  const isOwn = known.version === null && stored?.id === known.id;
  return { id: known.id, version: isOwn ? stored.version : known.version };
}

/** What to remember when the typing begins. */
export const typedFrom = (cell: Cell): Typed['known'] =>
  cell.entry ? { id: cell.entry.id, version: null } : wasThere(cell.stored);

/** Hands a try to the outbox, or a person's choice between two; done when it is kept on the device. @throws Problem if it cannot be kept */
export function submitTrial(
  sheet: DaySheet,
  target: Target,
  known: Known,
  value: TrialValue,
  choice: Pick<TrialBody, 'chosen'> = {},
): Promise<void> {
  return outbox.keep({
    id: known.id,
    kind: 'trial',
    body: { ...bodyOf(sheet, target, known, value), ...choice },
    summary: words.stored(target.child.code, titleOf(target), wordOf(value, target.protocol)),
  });
}

/** Takes a try away: here if it never left the device, else on the server as well. */
export async function removeTrial(sheet: DaySheet, target: Target): Promise<void> {
  const { entry, stored, shown } = target.cell;
  const isOnlyHere = entry && entry.body.version === null && !stored;
  if (isOnlyHere && (await outbox.withdraw(entry.id))) return;
  const known = stored ?? (entry && { id: entry.id, version: entry.body.version });
  if (!known || !shown) return;
  await outbox.remove({
    id: known.id,
    kind: 'trial',
    body: bodyOf(sheet, target, known, shown),
    summary: words.removed(target.child.code, titleOf(target)),
  });
}

/** Says why tasks of a child are not done, or (null) that they are to be done after all. @throws Problem if it cannot be kept */
export function submitReason(
  sheet: DaySheet,
  child: SheetChild,
  protocolIds: string[],
  reason: Reason | null,
): Promise<void> {
  return outbox.keep({
    id: newId(),
    kind: 'not_done',
    body: { testDayId: sheet.id, childId: child.childId, protocolIds, reason },
    summary: reasonWords(child, reason),
  });
}

export function reasonWords({ code }: SheetChild, reason: Reason | null): string {
  return reason === null ? words.doneAfterAll(code) : words.notDone(code, texts.gym.reasons[reason]);
}

const titleOf = ({ protocol, cell }: Target): string => `${protocol.shortTitle}, ${cell.label}`;

function bodyOf(
  sheet: DaySheet,
  { cell }: Target,
  { version }: Known,
  { value, valid, confirmed }: TrialValue,
) {
  const { childId, protocolId, number } = cell;
  return { testDayId: sheet.id, childId, protocolId, number, value, valid, confirmed, version };
}
