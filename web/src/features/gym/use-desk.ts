import { useEffect, useState } from 'react';
import type { EntryOf, OutboxEntry } from '../../outbox/entry';
import { saysTheSame, trialIn } from '../../outbox/trial-sender';
import { outbox, useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { type Cell, cellsOf, type Place, type Task, taskOf, type TrialValue } from './cells';
import type { DaySheet, Protocol, Reason, SheetChild, StoredTrial } from './sheet';
import { knownOf, reasonWords, removeTrial, submitReason, submitTrial, type Target } from './submit';
import { type TypedFields, useTyped } from './typed';
import { wordOf } from './words';

/** What was done last, and what stood there before. */
type Step = { words: string } & (
  | { kind: 'trial'; place: Place; before: TrialValue | null }
  | { kind: 'reason'; childId: string; protocolIds: string[]; before: Reason | null }
);

/** Everything goes through the outbox: shown at once, kept on the device, sent until the server has answered. */
export function useDesk(sheet: DaySheet): Desk {
  const entries = useOutbox().entries.filter(
    (entry) => entry.kind !== 'activity' && entry.body.testDayId === sheet.id,
  );
  const typed = useTyped(sheet.id);
  const [last, setLast] = useState<Step | null>(null);
  useSameValues();
  return new Desk(sheet, entries, typed, last, setLast);
}

/** Where the values of a test day are noted on this device, as it stands now. */
export class Desk {
  constructor(
    readonly sheet: DaySheet,
    private readonly entries: readonly OutboxEntry[],
    readonly typed: TypedFields,
    private readonly last: Step | null,
    private readonly remember: (step: Step | null) => void,
  ) {}

  cellsOf(child: SheetChild, protocol: Protocol): Cell[] {
    return cellsOf(child, protocol, this.entries);
  }

  taskOf(child: SheetChild, protocol: Protocol): Task {
    return taskOf(child, protocol, this.entries);
  }

  /** Notes a try, or corrects it. */
  store(target: Target, value: TrialValue): void {
    const { child, cell, protocol } = target;
    const words = texts.gym.said.stored(child.code, cell.label, wordOf(value, protocol));
    this.remember({ kind: 'trial', words, place: cell, before: cell.shown });
    this.put(target, value);
  }

  remove(target: Target): void {
    const { child, cell } = target;
    const words = texts.gym.said.removed(child.code, cell.label);
    this.remember({ kind: 'trial', words, place: cell, before: cell.shown });
    this.takeAway(target);
  }

  /** Says why tasks are not done; null: they are to be done after all. */
  sayNotDone(child: SheetChild, protocols: readonly Protocol[], reason: Reason | null): void {
    const { childId } = child;
    const [first] = protocols;
    const before = first ? this.taskOf(child, first).reason : null;
    const protocolIds = protocols.map(({ id }) => id);
    submitReason(this.sheet, child, protocolIds, reason);
    this.remember({ kind: 'reason', words: reasonWords(child, reason), childId, protocolIds, before });
  }

  /** The value of this device replaces what another has stored. */
  takeOurs(target: Target, theirs: StoredTrial): void {
    const { entry } = target.cell;
    if (!entry) return;
    submitTrial(this.sheet, target, theirs, entry.body);
    if (entry.id !== theirs.id) void outbox.withdraw(entry.id);
  }

  /** What was typed here and refused is given up. */
  giveUp({ entry }: Cell): void {
    if (entry) void outbox.withdraw(entry.id);
  }

  /** What was done last, and the way back. */
  get undo(): { words: string; back: () => void } | null {
    const { last } = this;
    return last && { words: last.words, back: () => this.takeBack(last) };
  }

  private put(target: Target, value: TrialValue): void {
    submitTrial(this.sheet, target, knownOf(target.cell, this.typed.at(target.cell)), value);
    this.typed.put(target.cell, null);
  }

  private takeAway(target: Target): void {
    this.typed.put(target.cell, null);
    void removeTrial(this.sheet, target);
  }

  private takeBack(step: Step): void {
    if (step.kind === 'trial') this.restore(step.place, step.before);
    else {
      const child = this.sheet.children.find(({ childId }) => childId === step.childId);
      if (child) submitReason(this.sheet, child, step.protocolIds, step.before);
    }
    this.remember(null);
    announce(texts.gym.undone);
  }

  private restore({ childId, protocolId, number }: Place, before: TrialValue | null): void {
    const child = this.sheet.children.find((one) => one.childId === childId);
    const protocol = this.sheet.protocols.find(({ id }) => id === protocolId);
    if (!child || !protocol) return;
    const cell = this.cellsOf(child, protocol).find((one) => one.number === number);
    if (cell && before) this.put({ child, protocol, cell }, before);
    else if (cell) this.takeAway({ child, protocol, cell });
  }
}

/** Two devices that noted the same value for the same try agree: nobody needs to be asked. */
function useSameValues(): void {
  const { entries } = useOutbox();
  useEffect(() => {
    for (const entry of entries) {
      if (entry.kind !== 'trial') continue;
      const theirs = theirsOf(entry);
      if (theirs && saysTheSame(theirs, entry.body)) void outbox.withdraw(entry.id);
    }
  }, [entries]);
}

/** What another device has stored in the place of a refused value; null if it was refused for something else. */
export function theirsOf({ state, refusal }: EntryOf<'trial'>): StoredTrial | null {
  return state === 'needs_help' ? (trialIn(refusal?.current) ?? null) : null;
}
