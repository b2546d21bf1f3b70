import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { deviceClock } from './device-clock';
import { type Copy, KeptStore } from './kept-store';
import { type Network, network } from './network';

/** Longest wait for an answer where there is a copy to go on with, in ms. */
const PATIENCE = 5_000;

/** How often the same content is written again, in ms: only to say that it still holds. */
const SAME_AGAIN = 10 * 60_000;

/** Where a question comes from; of TanStack's context what is needed here. */
export interface Asking {
  client: QueryClient;
  queryKey: QueryKey;
}

interface KeptOptions<T> {
  /** Of a reading what may stay on the device; null: nothing of it. All of it unless said. */
  keep?: (value: T) => T | null | Promise<T | null>;
  /** The copy as it holds now; null: not any more. */
  revive?: (value: T, keptAt: number) => T | null;
}

/** The signed-in person's copies on this device, and how reading falls back on them. */
export class Kept {
  private accountId: string | null = null;
  private readonly listeners = new Set<() => void>();
  /** What was written last under a name: a sheet is read every few seconds, and seldom says anything new. */
  private readonly written = new Map<string, { text: string; at: number }>();
  private opening: Promise<KeptStore | null> | null = null;

  constructor(
    private readonly openStore: () => Promise<KeptStore | null>,
    private readonly line: Pick<Network, 'getSnapshot' | 'missed'>,
  ) {}

  /** Told whenever something is kept or forgotten. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The copies belong to this account from now on; those of another are erased. */
  async open(accountId: string): Promise<void> {
    if (this.accountId === accountId) return;
    this.accountId = accountId;
    this.written.clear();
    await this.attempt((store) => store.adopt(accountId));
  }

  /** Erases everything that is kept, with its key: on sign-out, and when the server says that nobody is signed in. */
  async forget(): Promise<void> {
    this.accountId = null;
    this.written.clear();
    await this.attempt((store) => store.erase());
    this.tell();
  }

  async put(name: string, value: unknown): Promise<void> {
    const { accountId } = this;
    const text = JSON.stringify(value);
    const last = this.written.get(name);
    if (accountId === null || (last?.text === text && performance.now() - last.at < SAME_AGAIN)) return;
    this.written.set(name, { text, at: performance.now() });
    if (!(await this.attempt((store) => store.put(accountId, name, value)))) this.written.delete(name);
    this.tell();
  }

  async remove(name: string): Promise<void> {
    this.written.delete(name);
    await this.attempt((store) => store.remove(name));
    this.tell();
  }

  async get<T>(name: string): Promise<Copy<T> | null> {
    return (await this.attempt((store) => store.get<T>(name))) ?? null;
  }

  /** All that is kept under names that begin so. */
  async all<T>(prefix: string): Promise<T[]> {
    const names = (await this.attempt((store) => store.names(prefix))) ?? [];
    const copies = await Promise.all(names.map((name) => this.get<T>(name)));
    return copies.flatMap((copy) => (copy ? [copy.value] : []));
  }

  async keptAt(name: string): Promise<number | null> {
    return (await this.attempt((store) => store.keptAt(name))) ?? null;
  }

  /**
   * Reads from the server and keeps it; without an answer gives the copy, if there is one and the page shows nothing better yet.
   * @throws Problem as `read` does
   */
  async read<T>(
    asking: Asking,
    name: string,
    read: () => Promise<T>,
    { keep, revive = (value) => value }: KeptOptions<T> = {},
  ): Promise<T> {
    const answer = read().then((value) => {
      void this.take(name, value, keep);
      return value;
    });
    // Whoever waits for it hears of a failure; one that comes after the copy was given concerns nobody.
    answer.catch(() => undefined);
    if (asking.client.getQueryData(asking.queryKey) !== undefined) return answer;
    const copy = await this.get<T>(name);
    const revived = copy && revive(copy.value, copy.keptAt);
    if (revived === null) return answer;
    try {
      return await withPatience(answer, this.line.getSnapshot() ? PATIENCE : 0);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'unreachable') throw error;
      // So that everything is read again as soon as an answer comes through.
      this.line.missed();
      return revived;
    }
  }

  private async take<T>(name: string, value: T, keep: KeptOptions<T>['keep']): Promise<void> {
    const wanted = keep ? await keep(value) : value;
    if (wanted !== null) await this.put(name, wanted);
    else if ((await this.keptAt(name)) !== null) await this.remove(name);
  }

  /**
   * A device that cannot keep anything works all the same as long as it has a network. A database that the system has closed
   * meanwhile (iOS does so when memory is short) is opened again.
   */
  private async attempt<T>(work: (store: KeptStore) => Promise<T>, isLast = false): Promise<T | undefined> {
    const store = await (this.opening ??= this.openStore());
    try {
      return store ? await work(store) : undefined;
    } catch {
      this.opening = null;
      return isLast ? undefined : this.attempt(work, true);
    }
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** Rejects as unreachable when it takes too long; an answer that comes after all is kept, and shown with the next reading. */
async function withPatience<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Problem(LATE)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

const LATE = { status: 0, code: 'unreachable', title: '' };

export const kept = new Kept(() => KeptStore.open(deviceClock.now), network);
