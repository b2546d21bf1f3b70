import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxEntry } from './entry';

/** Where entries wait. */
export interface OutboxStore {
  /** False if the entries are gone when the page is closed. */
  readonly lasting: boolean;
  entriesOf(accountId: string): Promise<OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(id: string): Promise<void>;
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
  async put(entry: OutboxEntry): Promise<void> {
    const transaction = this.database.transaction('entries', 'readwrite', { durability: 'strict' });
    await transaction.store.put(entry);
    await transaction.done;
  }

  async remove(id: string): Promise<void> {
    await this.database.delete('entries', id);
  }
}

class MemoryStore implements OutboxStore {
  readonly lasting = false;
  private readonly entries = new Map<string, OutboxEntry>();

  entriesOf(accountId: string): Promise<OutboxEntry[]> {
    return Promise.resolve([...this.entries.values()].filter((entry) => entry.accountId === accountId));
  }

  put(entry: OutboxEntry): Promise<void> {
    this.entries.set(entry.id, entry);
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.entries.delete(id);
    return Promise.resolve();
  }
}
