import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JWK } from 'jose';
import type { Desk } from './desk';

/** Drafts of one person: anybody may put one in, only who has the storage key can read them. */
export interface DraftKey {
  accountId: string;
  publicKey: JWK;
  /** The private half, AES-GCM under the person's storage key. */
  iv: Uint8Array<ArrayBuffer>;
  sealedPrivateKey: ArrayBuffer;
}

export interface DraftRow {
  id: string;
  accountId: string;
  /** Epoch ms. */
  savedAt: number;
  /** Compact JWE of name and text. */
  sealed: string;
}

interface TabletSchema extends DBSchema {
  desk: { key: string; value: Desk };
  draftKeys: { key: string; value: DraftKey };
  drafts: { key: string; value: DraftRow; indexes: { accountId: string } };
}

/** The one desk of this tablet. */
const DESK = 'desk';

type Database = IDBPDatabase<TabletSchema>;

const STORES = ['desk', 'draftKeys', 'drafts'] as const;

/** What a shared tablet keeps beside the outbox: what lies on every desk of the house, and drafts that only their authors can open. */
export class TabletStore {
  private constructor(private database: Database) {}

  /** @throws where the browser has no IndexedDB, or forbids it */
  static async open(): Promise<TabletStore> {
    return new TabletStore(await openDatabase());
  }

  readDesk(): Promise<Desk | undefined> {
    return this.run((database) => database.get('desk', DESK));
  }

  keepDesk(desk: Desk): Promise<unknown> {
    return this.run((database) => database.put('desk', desk, DESK));
  }

  draftKeyOf(accountId: string): Promise<DraftKey | undefined> {
    return this.run((database) => database.get('draftKeys', accountId));
  }

  keepDraftKey(key: DraftKey): Promise<unknown> {
    return this.run((database) => database.put('draftKeys', key));
  }

  draftsOf(accountId: string): Promise<DraftRow[]> {
    return this.run((database) => database.getAllFromIndex('drafts', 'accountId', accountId));
  }

  keepDraft(row: DraftRow): Promise<unknown> {
    return this.run((database) => database.put('drafts', row));
  }

  removeDrafts(ids: readonly string[]): Promise<unknown> {
    return this.run((database) => {
      const { store, done } = database.transaction('drafts', 'readwrite');
      return Promise.all([...ids.map((id) => store.delete(id)), done]);
    });
  }

  /** Nobody misses a form of last month. */
  async removeDraftsBefore(epochMs: number): Promise<void> {
    const all = await this.run((database) => database.getAll('drafts'));
    await this.removeDrafts(all.filter(({ savedAt }) => savedAt < epochMs).map(({ id }) => id));
  }

  /** The device is a shared tablet no longer. */
  empty(): Promise<unknown> {
    return this.run((database) => {
      const transaction = database.transaction(STORES, 'readwrite');
      return Promise.all([...STORES.map((name) => transaction.objectStore(name).clear()), transaction.done]);
    });
  }

  close(): void {
    this.database.close();
  }

  /** A database that the system has closed meanwhile (iOS does so when memory is short) is opened again. */
  private async run<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(this.database);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      this.database = await openDatabase();
      return work(this.database);
    }
  }
}

function openDatabase(): Promise<Database> {
  return openDB<TabletSchema>('olympia-tablet', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('desk');
      fresh.createObjectStore('draftKeys', { keyPath: 'accountId' });
      fresh.createObjectStore('drafts', { keyPath: 'id' }).createIndex('accountId', 'accountId');
    },
  });
}
