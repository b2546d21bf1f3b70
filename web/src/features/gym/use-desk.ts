import { useEffect, useState } from 'react';
import { type EntryOf, isOfTestDay, type OutboxEntry } from '../../outbox/entry';
import type { TrialBody } from '../../outbox/trial';
import { saysTheSame, trialIn } from '../../outbox/trial-sender';
import { outbox, useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
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
  const entries = useOutbox().entries.filter((entry) => isOfTestDay(entry, sheet.id));
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
    this.put(target, value, { kind: 'trial', words, place: cell, before: cell.shown });
  }

  remove(target: Target): void {
    const { child, cell } = target;
    const words = texts.gym.said.removed(child.code, cell.label);
    this.takeAway(target, { kind: 'trial', words, place: cell, before: cell.shown });
  }

  /** Says why tasks are not done; null: they are to be done after all. */
  sayNotDone(child: SheetChild, protocols: readonly Protocol[], reason: Reason | null): void {
    const { childId } = child;
    const [first] = protocols;
    const before = first ? this.taskOf(child, first).reason : null;
    const protocolIds = protocols.map(({ id }) => id);
    const words = reasonWords(child, reason);
    this.afterwards(submitReason(this.sheet, child, protocolIds, reason), () =>
      this.remember({ kind: 'reason', words, childId, protocolIds, before }),
    );
  }

  /** The value of this device replaces what another has stored. */
  takeOurs(target: Target, theirs: StoredTrial): void {
    if (target.cell.entry) this.choose(target, theirs, target.cell.entry.body, 'own');
  }

  /** What another device has stored stays; the choice is told to the server as well. */
  takeTheirs(target: Target, theirs: StoredTrial): void {
    this.choose(target, theirs, theirs, 'stored');
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

  /** Only when it is kept on the device the field is emptied, and something says that it is stored. */
  private put(target: Target, value: TrialValue, step: Step | null): void {
    const typed = this.typed.at(target.cell);
    this.afterwards(submitTrial(this.sheet, target, knownOf(target.cell, typed), value), () => {
      this.typed.done(target.cell, typed);
      this.remember(step);
    });
  }

  private choose(
    target: Target,
    theirs: StoredTrial,
    value: TrialValue,
    chosen: NonNullable<TrialBody['chosen']>,
  ): void {
    const { entry } = target.cell;
    this.afterwards(submitTrial(this.sheet, target, theirs, value, { chosen }), () => {
      if (entry && entry.id !== theirs.id) void outbox.withdraw(entry.id);
    });
  }

  private takeAway(target: Target, step: Step | null): void {
    this.typed.put(target.cell, null);
    this.afterwards(removeTrial(this.sheet, target), () => this.remember(step));
  }

  private afterwards(keeping: Promise<void>, done: () => void): void {
    keeping.then(done, announceProblem);
  }

  private takeBack(step: Step): void {
    if (step.kind === 'trial') this.restore(step.place, step.before);
    else this.restoreReason(step);
    announce(texts.gym.undone);
  }

  private restoreReason({ childId, protocolIds, before }: Extract<Step, { kind: 'reason' }>): void {
    const child = this.sheet.children.find((one) => one.childId === childId);
    if (!child) return;
    this.afterwards(submitReason(this.sheet, child, protocolIds, before), () => this.remember(null));
  }

  private restore({ childId, protocolId, number }: Place, before: TrialValue | null): void {
    const child = this.sheet.children.find((one) => one.childId === childId);
    const protocol = this.sheet.protocols.find(({ id }) => id === protocolId);
    if (!child || !protocol) return;
    const cell = this.cellsOf(child, protocol).find((one) => one.number === number);
    if (cell && before) this.put({ child, protocol, cell }, before, null);
    else if (cell) this.takeAway({ child, protocol, cell }, null);
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
