import { isOfTestDay, type OutboxEntry } from '../../outbox/entry';
import type { DaySheet, SheetChild, SheetResult, StoredTrial } from './sheet';

/** An entry that the server has taken, with what it has stored. */
export interface Arrival {
  entry: OutboxEntry;
  /** Null: the try is not there any more. */
  trial: StoredTrial | null;
}

/** Kept as long as an answer may be on its way that knows nothing of them yet, in ms. */
const KEPT = 60_000;

/**
 * What has arrived lately. A sheet that was asked for before an arrival may come after it, and would make what was just noted
 * disappear from the screen for a while: such arrivals are put into it again.
 */
export class Arrivals {
  private kept: { at: number; arrival: Arrival }[] = [];

  note(arrival: Arrival, now: number): void {
    this.kept = [...this.kept.filter(({ at }) => at > now - KEPT), { at: now, arrival }];
  }

  /** @param askedAt when the sheet was asked for, on the same clock as `note` */
  complete(sheet: DaySheet, askedAt: number): DaySheet {
    return this.kept
      .filter(({ at }) => at >= askedAt)
      .reduce((completed, { arrival }) => withArrival(completed, arrival), sheet);
  }
}

/** The sheet with what has just been stored. */
export function withArrival(sheet: DaySheet, { entry, trial }: Arrival): DaySheet {
  if (!isOfTestDay(entry, sheet.id)) return sheet;
  const { childId } = entry.body;
  const change = entry.kind === 'trial' ? withTrial(entry, trial) : withReason(entry);
  const children = sheet.children.map((child) => (child.childId === childId ? change(child) : child));
  return { ...sheet, children };
}

type Change = (child: SheetChild) => SheetChild;

function withTrial({ id, body }: Extract<OutboxEntry, { kind: 'trial' }>, trial: StoredTrial | null): Change {
  return (child) =>
    withResult(child, body.protocolId, (result) => {
      const others = result.trials.filter((other) => other.id !== id && other.number !== body.number);
      // What follows from the tries now is said with the next sheet.
      const state = result.state === 'done' ? 'done' : 'open';
      return { ...result, state, reason: null, trials: trial ? [...others, trial] : others };
    });
}

function withReason({ body, withdrawn }: Extract<OutboxEntry, { kind: 'not_done' }>): Change {
  const reason = withdrawn ? null : body.reason;
  return (child) =>
    body.protocolIds.reduce(
      (changed, protocolId) =>
        withResult(changed, protocolId, (result) => ({
          ...result,
          state: reason === null ? 'open' : 'not_done',
          reason,
        })),
      child,
    );
}

function withResult(
  child: SheetChild,
  protocolId: string,
  change: (result: SheetResult) => SheetResult,
): SheetChild {
  const found = child.results.find((result) => result.protocolId === protocolId);
  const others = child.results.filter((result) => result !== found);
  return { ...child, results: [...others, change(found ?? { ...NEW_RESULT, protocolId })] };
}

const NEW_RESULT = { state: 'open', reason: null, trials: [], likely: null } as const;
