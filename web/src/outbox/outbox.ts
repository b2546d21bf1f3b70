import { asProblem, type Problem } from '../api/problem';
import type { OutboxEntry, OutboxKind, OutboxKinds, Outcome } from './entry';
import { pauseAfter } from './pause';
import type { OutboxStore } from './store';

/** What the outbox needs from outside: a place to wait, the way to the server, and one tab at a time. */
export interface OutboxParts {
  store: Promise<OutboxStore>;
  deliver: (entry: OutboxEntry) => Promise<OutboxKinds[OutboxKind]['record']>;
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

export type NewEntry<K extends OutboxKind> = Pick<OutboxEntry<K>, 'id' | 'kind' | 'body' | 'summary'>;

type Confirmed = (record: OutboxKinds[OutboxKind]['record']) => void;

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

  readonly onConfirmed = (listener: Confirmed): (() => void) => {
    this.confirmedListeners.add(listener);
    return () => this.confirmedListeners.delete(listener);
  };

  /** Shows and sends the entries of this account only; null while nobody is signed in. */
  async open(accountId: string | null): Promise<void> {
    this.accountId = accountId;
    await this.reload();
  }

  /** Hands in an entry, or a corrected one under the same id. */
  async submit<K extends OutboxKind>(draft: NewEntry<K>): Promise<Outcome<K>> {
    if (this.accountId === null) throw new Error('Nobody is signed in.');
    await this.put(fresh(draft, this.accountId));
    const sent = this.flush({ only: draft.id });
    return withPatience(sent.then((outcome) => outcome ?? { state: 'waiting' }));
  }

  /** Takes an entry back: at once if it never left the device or was refused, else also from the server. */
  async withdraw(id: string): Promise<void> {
    const entry = this.snapshot.entries.find((candidate) => candidate.id === id);
    if (!entry) return;
    if (entry.attempts === 0 || entry.state === 'needs_help') return this.remove(id);
    await this.put({ ...entry, withdrawn: true });
    void this.flush({ hurry: true });
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
      const due = this.snapshot.entries.filter((entry) => isDue(entry, hurry, only));
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
      if (outcome.state === 'waiting') return outcome;
    }
    return outcome;
  }

  private async send(entry: OutboxEntry): Promise<Outcome> {
    const tried: OutboxEntry = { ...entry, state: 'sent', attempts: entry.attempts + 1 };
    try {
      if ((await this.parts.signedInAccount()) !== entry.accountId) return { state: 'waiting' };
      await this.put(tried);
      const record = await this.parts.deliver(entry);
      if (record.id !== entry.id) throw new Error(`The server answered with ${record.id} for ${entry.id}.`);
      await this.remove(entry.id);
      this.confirmedListeners.forEach((listener) => listener(record));
      return { state: 'confirmed', record };
    } catch (error) {
      return this.settle(tried, error);
    }
  }

  /** After a failure: wait and try again, or ask the person for help. */
  private async settle(entry: OutboxEntry, error: unknown): Promise<Outcome> {
    const problem = asProblem(error);
    if (this.parts.passes(error)) {
      const notBefore = Date.now() + pauseAfter(entry.attempts, problem.retryAfter, Math.random());
      await this.put({ ...entry, notBefore });
      return { state: 'waiting' };
    }
    if (entry.withdrawn) await this.remove(entry.id);
    else await this.put({ ...entry, state: 'needs_help', refusal: refusalOf(problem) });
    return { state: 'refused', problem };
  }

  private async put(entry: OutboxEntry): Promise<void> {
    await (await this.parts.store).put(entry);
    await this.reload();
    this.parts.tellOthers();
  }

  private async remove(id: string): Promise<void> {
    await (await this.parts.store).remove(id);
    await this.reload();
    this.parts.tellOthers();
  }

  private update(change: Partial<OutboxSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

function fresh<K extends OutboxKind>(draft: NewEntry<K>, accountId: string): OutboxEntry<K> {
  return {
    ...draft,
    accountId,
    state: 'new',
    withdrawn: false,
    attempts: 0,
    notBefore: 0,
    createdAt: Date.now(),
    refusal: null,
  };
}

function isDue(entry: OutboxEntry, hurry: boolean, only: string | undefined): boolean {
  if (only !== undefined) return entry.id === only;
  return entry.state !== 'needs_help' && (hurry || entry.notBefore <= Date.now());
}

const refusalOf = (problem: Problem) => ({ title: problem.message, errors: problem.errors });

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
