import { asProblem, type Problem } from '../api/problem';
import type { EntryOf, OutboxEntry, OutboxKind, OutboxKinds, Outcome } from './entry';
import { dueOf } from './lanes';
import { pauseAfter } from './pause';
import type { Change, Changed, OutboxStore } from './store';

type StoredRecord = OutboxKinds[OutboxKind]['record'];

/** What the outbox needs from outside: a place to wait, the way to the server, and one tab at a time. */
export interface OutboxParts {
  store: Promise<OutboxStore>;
  /** Null for an entry that was taken back. */
  deliver: (entry: OutboxEntry) => Promise<StoredRecord | null>;
  /** What is still to be sent of an entry, after an earlier state of it has been stored. */
  goOn: (entry: OutboxEntry, stored: StoredRecord) => OutboxEntry;
  signedInAccount: () => Promise<string>;
  passes: (error: unknown) => boolean;
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Tells the other tabs of this browser that something changed. */
  tellOthers: () => void;
}

export interface OutboxSnapshot {
  /** Waiting entries of the signed-in account, oldest first. */
  entries: readonly OutboxEntry[];
  sending: boolean;
  /** False until the entries have been read for the first time. */
  loaded: boolean;
  /** False if the browser cannot keep entries beyond this page. */
  lasting: boolean;
}

export type NewEntry<K extends OutboxKind> = Pick<EntryOf<K>, 'id' | 'kind' | 'body' | 'summary'>;

/** Null: it is not there any more. */
type Confirmed = (entry: OutboxEntry, record: StoredRecord | null) => void;

/** Longest time a person waits for the answer before being told that the entry is safe on the device, in ms. */
const PATIENCE = 8_000;

/**
 * The one place through which everything goes that people enter: kept on the device first, sent at once and again
 * until the server has answered with the same id. Only then the device's copy is removed.
 */
export class Outbox {
  private accountId: string | null = null;
  private snapshot: OutboxSnapshot = { entries: [], sending: false, loaded: false, lasting: true };
  private readonly listeners = new Set<() => void>();
  private readonly confirmedListeners = new Set<Confirmed>();

  constructor(private readonly parts: OutboxParts) {}

  readonly getSnapshot = (): OutboxSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Told just before the device's copy goes, so that a page that shows both never shows neither. */
  readonly onConfirmed = (listener: Confirmed): (() => void) => {
    this.confirmedListeners.add(listener);
    return () => this.confirmedListeners.delete(listener);
  };

  /** Shows and sends the entries of this account only; null while nobody is signed in. */
  async open(accountId: string | null): Promise<void> {
    this.accountId = accountId;
    this.update({ entries: [], loaded: false });
    await this.reload();
  }

  /** Hands in an entry, or a corrected one under the same id. */
  async submit<K extends OutboxKind>(draft: NewEntry<K>): Promise<Outcome<K>> {
    if (this.accountId === null) throw new Error('Nobody is signed in.');
    const entry = fresh(draft, this.accountId);
    // What was sent before without an answer may have arrived, whatever is handed in now.
    await this.change(draft.id, (before) => (before?.state === 'sent' ? { ...entry, state: 'sent' } : entry));
    const sent = this.flush({ only: draft.id });
    const outcome = await withPatience(sent.then((sending) => sending ?? { state: 'waiting' }));
    // The network is back: nothing has to wait for the end of its pause.
    if (outcome.state === 'confirmed' && this.snapshot.entries.length > 0) void this.flush({ hurry: true });
    return outcome;
  }

  /** Takes back what the server has, or may have; like an entry it waits until the server has answered. */
  async remove<K extends OutboxKind>(draft: NewEntry<K>): Promise<void> {
    if (this.accountId === null) throw new Error('Nobody is signed in.');
    const entry = fresh(draft, this.accountId);
    await this.change(draft.id, () => ({ ...entry, state: 'sent', withdrawn: true }));
    void this.flush({ only: draft.id });
  }

  /**
   * Takes an entry back: at once if it never left the device or was refused, else also from the server.
   * False if it does not wait here any more, because the server has confirmed it.
   */
  async withdraw(id: string): Promise<boolean> {
    const { before, after } = await this.change(id, (entry) =>
      entry?.state === 'sent' ? { ...entry, withdrawn: true } : undefined,
    );
    if (after) void this.flush({ hurry: true });
    return before !== undefined;
  }

  /**
   * Sends what is due, oldest first, and stops at the first that gets no answer.
   * `hurry` ignores the pauses (the network is back, or a person asked); `only` sends one entry and returns its outcome.
   */
  async flush({ hurry = false, only }: { hurry?: boolean; only?: string } = {}): Promise<
    Outcome | undefined
  > {
    if (this.accountId === null) return undefined;
    return this.parts.alone(async () => {
      await this.reload();
      const due = dueOf(this.snapshot.entries, { hurry, only }, Date.now());
      if (due.length === 0) return undefined;
      this.update({ sending: true });
      try {
        return await this.sendAll(due);
      } finally {
        this.update({ sending: false });
      }
    });
  }

  /** Reads the entries again, after another tab changed them. */
  async reload(): Promise<void> {
    const store = await this.parts.store;
    const entries = this.accountId === null ? [] : await store.entriesOf(this.accountId);
    entries.sort((a, b) => a.createdAt - b.createdAt);
    this.update({ entries, loaded: true, lasting: store.lasting });
  }

  private async sendAll(due: readonly OutboxEntry[]): Promise<Outcome | undefined> {
    let outcome: Outcome | undefined;
    for (const entry of due) {
      outcome = await this.send(entry);
      if (outcome?.state === 'waiting') return outcome;
    }
    return outcome;
  }

  /** A person may act while the network is slow, so each step starts from what is stored then. */
  private async send({ id, accountId }: OutboxEntry): Promise<Outcome | undefined> {
    try {
      if ((await this.parts.signedInAccount()) !== accountId) return { state: 'waiting' };
      const { after: sent } = await this.change(id, (now) => now && { ...now, state: 'sent' });
      if (!sent) return undefined;
      const record = await this.parts.deliver(sent);
      if (record && record.id !== id) throw new Error(`The server answered with ${record.id} for ${id}.`);
      this.confirmedListeners.forEach((listener) => listener(sent, record));
      const { after: left } = await this.change(id, (now) => this.leftOf(now, sent, record));
      if (left) return await this.send(left);
      return record ? { state: 'confirmed', record } : undefined;
    } catch (error) {
      return this.settle(id, error);
    }
  }

  private leftOf(now: OutboxEntry | undefined, sent: OutboxEntry, record: StoredRecord | null) {
    if (!now || !saysMore(now, sent)) return undefined;
    return record ? this.parts.goOn(now, record) : now;
  }

  /** After a failure: wait and try again, or ask the person for help. */
  private async settle(id: string, error: unknown): Promise<Outcome> {
    const problem = asProblem(error);
    if (this.parts.passes(error)) {
      await this.change(id, (now) => now && postponed(now, problem));
      return { state: 'waiting' };
    }
    await this.change(id, (now) => now && refused(now, problem));
    return { state: 'refused', problem };
  }

  private async change(id: string, how: Change): Promise<Changed> {
    const changed = await (await this.parts.store).change(id, how);
    await this.reload();
    this.parts.tellOthers();
    return changed;
  }

  private update(change: Partial<OutboxSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

function fresh<K extends OutboxKind>(draft: NewEntry<K>, accountId: string): OutboxEntry {
  const entry: EntryOf<K> = {
    ...draft,
    accountId,
    state: 'new',
    withdrawn: false,
    attempts: 0,
    notBefore: 0,
    createdAt: Date.now(),
    refusal: null,
  };
  // An entry of one kind is an entry of some kind, which the compiler does not see for a kind that is yet to be named.
  return entry as OutboxEntry;
}

/** True if the entry was taken back or handed in again after it had been sent like that. */
function saysMore(now: OutboxEntry, sent: OutboxEntry): boolean {
  return (now.withdrawn && !sent.withdrawn) || now.createdAt !== sent.createdAt;
}

function postponed(entry: OutboxEntry, { retryAfter }: Problem): OutboxEntry {
  const attempts = entry.attempts + 1;
  return { ...entry, attempts, notBefore: Date.now() + pauseAfter(attempts, retryAfter, Math.random()) };
}

/** One that was taken back needs no help: what the server refuses, it does not have. */
function refused(entry: OutboxEntry, problem: Problem): OutboxEntry | undefined {
  if (entry.withdrawn) return undefined;
  const { code, message: title, errors, current } = problem;
  return { ...entry, state: 'needs_help', refusal: { code, title, errors, current } };
}

/** The outcome, or "waiting" if it takes longer than a person wants to look at a turning wheel. */
async function withPatience(outcome: Promise<Outcome>): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'waiting' }), PATIENCE);
  });
  try {
    return await Promise.race([outcome, patience]);
  } finally {
    clearTimeout(timer);
  }
}
