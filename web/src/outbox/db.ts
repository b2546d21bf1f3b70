import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Problem } from '../api/problem';
import { texts } from '../texts/de';
import type { LegacyEntry } from './legacy';
import type { KeptKey } from './kept-keys';
import type { Row } from './row';

export interface OutboxSchema extends DBSchema {
  /** Of version 1, in clear: taken over as soon as its author's key is here. */
  entries: { key: string; value: LegacyEntry; indexes: { accountId: string } };
  rows: { key: number; value: Row; indexes: { rowId: string; lanes: string } };
  keys: { key: string; value: KeptKey };
}

export type Connection = IDBPDatabase<OutboxSchema>;

export const DATABASE = 'olympia-outbox';
const VERSION = 2;

/** A closed connection shows in any of these; iOS closes under pressure. What was not committed is not written. */
const CLOSED: readonly string[] = [
  'InvalidStateError',
  'AbortError',
  'UnknownError',
  'TransactionInactiveError',
];

/** The one door to IndexedDB: a connection that was closed is opened anew, and the work done once more. */
export class OutboxDatabase {
  private connection: Promise<Connection> | null = null;
  /** Fails while a window with an older release keeps the database from being opened. */
  private blocked: Promise<never> | null = null;

  /** @throws Problem if the disk is full or an old window keeps the database; DOMException otherwise */
  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const before = this.connect();
    try {
      return await work(await this.open());
    } catch (error) {
      if (!isOneOf(error, CLOSED)) throw asStorageProblem(error);
    }
    this.forget(before);
    try {
      return await work(await this.open());
    } catch (error) {
      throw asStorageProblem(error);
    }
  }

  /** @throws as `use` */
  open(): Promise<Connection> {
    const opening = this.connect();
    return this.blocked ? Promise.race([opening, this.blocked]) : opening;
  }

  private connect(): Promise<Connection> {
    if (this.connection) return this.connection;
    let block: (problem: Problem) => void = () => undefined;
    const blocked = new Promise<never>((_, reject) => (block = reject));
    blocked.catch(() => undefined);
    const opening = openDB<OutboxSchema>(DATABASE, VERSION, {
      upgrade: (database, from) => upgrade(database, from),
      blocked: () =>
        block(new Problem({ status: 507, code: 'database_blocked', title: texts.keeping.blocked })),
      // A later release wants to change the database: it shall not have to wait for this window.
      blocking: () => {
        this.forget(opening);
        void opening.then((connection) => connection.close());
      },
      terminated: () => this.forget(opening),
    });
    this.connection = opening;
    this.blocked = blocked;
    opening.then(
      () => (this.blocked = null),
      () => this.forget(opening),
    );
    return opening;
  }

  private forget(opening: Promise<Connection>): void {
    if (this.connection === opening) this.connection = null;
  }
}

function upgrade(database: Connection, from: number): void {
  if (from < 1)
    database.createObjectStore('entries', { keyPath: 'id' }).createIndex('accountId', 'accountId');
  if (from < 2) {
    const rows = database.createObjectStore('rows', { keyPath: 'seq', autoIncrement: true });
    rows.createIndex('rowId', 'rowId', { unique: true });
    rows.createIndex('lanes', 'lanes', { multiEntry: true });
    database.createObjectStore('keys', { keyPath: 'id' });
  }
}

/** Full: nothing was written, and the person has to know before anything says "gespeichert". */
function asStorageProblem(error: unknown): unknown {
  if (!isOneOf(error, ['QuotaExceededError'])) return error;
  return new Problem({ status: 507, code: 'storage_full', title: texts.keeping.full });
}

function isOneOf(error: unknown, names: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && names.includes(String(error.name));
}
