import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxEntry } from './entry';

/** An entry before and after a change; undefined where there is none. */
export interface Changed {
  before: OutboxEntry | undefined;
  after: OutboxEntry | undefined;
}

/** Makes of the stored entry what it shall be; undefined removes it. */
export type Change = (before: OutboxEntry | undefined) => OutboxEntry | undefined;

/** Where entries wait. */
export interface OutboxStore {
  /** False if the entries are gone when the page is closed. */
  readonly lasting: boolean;
  entriesOf(accountId: string): Promise<OutboxEntry[]>;
  /** Reads and writes in one step, so that no other change, of this tab or another, gets lost in between. */
  change(id: string, how: Change): Promise<Changed>;
}

interface OutboxSchema extends DBSchema {
  entries: { key: string; value: OutboxEntry; indexes: { accountId: string } };
}

/** IndexedDB if the browser has it (some private windows do not), else the memory of this page. */
export async function openStore(): Promise<OutboxStore> {
  try {
    const database = await openDB<OutboxSchema>('olympia-outbox', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('entries', { keyPath: 'id' }).createIndex('accountId', 'accountId');
      },
    });
    return new IndexedDbStore(database);
  } catch {
    return new MemoryStore();
  }
}

class IndexedDbStore implements OutboxStore {
  readonly lasting = true;

  constructor(private readonly database: IDBPDatabase<OutboxSchema>) {}

  entriesOf(accountId: string): Promise<OutboxEntry[]> {
    return this.database.getAllFromIndex('entries', 'accountId', accountId);
  }

  /** Strict: "gesichert" is only said once the bytes are on the disk, as a tablet may run empty at any time. */
  async change(id: string, how: Change): Promise<Changed> {
    const transaction = this.database.transaction('entries', 'readwrite', { durability: 'strict' });
    const before = await transaction.store.get(id);
    const after = how(before);
    if (after) await transaction.store.put(after);
    else if (before) await transaction.store.delete(id);
    await transaction.done;
    return { before, after };
  }
}

class MemoryStore implements OutboxStore {
  readonly lasting = false;
  private readonly entries = new Map<string, OutboxEntry>();

  entriesOf(accountId: string): Promise<OutboxEntry[]> {
    return Promise.resolve([...this.entries.values()].filter((entry) => entry.accountId === accountId));
  }

  change(id: string, how: Change): Promise<Changed> {
    const before = this.entries.get(id);
    const after = how(before);
    if (after) this.entries.set(id, after);
    else this.entries.delete(id);
    return Promise.resolve({ before, after });
  }
}
