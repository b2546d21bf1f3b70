import type { StoreNames } from 'idb';
import type { Connection, OutboxDatabase, OutboxSchema } from './db';
import type { LegacyEntry } from './legacy';
import type { NewRow, Row } from './row';

/** What becomes of rows in one step. */
export interface RowChanges {
  add?: NewRow | undefined;
  put?: readonly Row[];
  remove?: readonly Row[];
}

/** Where rows wait. */
export interface RowStore {
  /** False if they are gone when the page is closed. */
  readonly lasting: boolean;
  /** In the order in which they were made. */
  all(): Promise<Row[]>;
  /**
   * Reads the rows of these lanes and changes rows in one step, so that no other change, of this tab or another, gets lost in between.
   * @param durability strict: the bytes are on the disk when it is done
   * @throws Problem `storage_full`: then nothing is written
   */
  change(
    lanes: readonly string[],
    how: (rows: readonly Row[]) => RowChanges,
    durability?: 'strict' | 'relaxed',
  ): Promise<void>;
  /** What version 1 of the application left here. */
  legacy(): Promise<LegacyEntry[]>;
  /** Puts a row in the place of an entry of version 1, if that is still there. */
  takeOver(entryId: string, row: NewRow): Promise<void>;
}

export class IndexedDbRows implements RowStore {
  readonly lasting = true;

  constructor(private readonly database: OutboxDatabase) {}

  all(): Promise<Row[]> {
    return this.database.use((connection) => connection.getAll('rows'));
  }

  change(
    lanes: readonly string[],
    how: (rows: readonly Row[]) => RowChanges,
    durability: 'strict' | 'relaxed' = 'relaxed',
  ): Promise<void> {
    return this.transact(['rows'], durability, async (transaction) => {
      const rows = transaction.objectStore('rows');
      const found = await Promise.all(lanes.map((lane) => rows.index('lanes').getAll(lane)));
      const { add, put = [], remove = [] } = how(inOrder(found.flat()));
      // A step that is done once more after the connection was lost adds nothing twice.
      if (add && (await rows.index('rowId').getKey(add.rowId)) === undefined) await rows.add(add as Row);
      await Promise.all(put.map((row) => rows.put(row)));
      await Promise.all(remove.map(({ seq }) => rows.delete(seq)));
    });
  }

  legacy(): Promise<LegacyEntry[]> {
    return this.database.use((connection) => connection.getAll('entries'));
  }

  takeOver(entryId: string, row: NewRow): Promise<void> {
    return this.transact(['rows', 'entries'], 'strict', async (transaction) => {
      const entries = transaction.objectStore('entries');
      if ((await entries.getKey(entryId)) === undefined) return;
      await transaction.objectStore('rows').add(row as Row);
      await entries.delete(entryId);
    });
  }

  private transact<Names extends StoreNames<OutboxSchema>[]>(
    stores: Names,
    durability: 'strict' | 'relaxed',
    work: (transaction: ReturnType<typeof begin<Names>>) => Promise<void>,
  ): Promise<void> {
    return this.database.use(async (connection) => {
      const transaction = begin(connection, stores, durability);
      const done = transaction.done;
      done.catch(() => undefined);
      try {
        await work(transaction);
        await done;
      } catch (error) {
        // Why it was given up; what the single steps say follows from it.
        throw transaction.error ?? error;
      }
    });
  }
}

function begin<Names extends StoreNames<OutboxSchema>[]>(
  connection: Connection,
  stores: Names,
  durability: 'strict' | 'relaxed',
) {
  return connection.transaction(stores, 'readwrite', { durability });
}

/** The memory of this page, where the browser keeps nothing. */
export class MemoryRows implements RowStore {
  readonly lasting = false;
  private readonly rows = new Map<number, Row>();
  private last = 0;

  all(): Promise<Row[]> {
    return Promise.resolve([...this.rows.values()]);
  }

  change(lanes: readonly string[], how: (rows: readonly Row[]) => RowChanges): Promise<void> {
    const found = [...this.rows.values()].filter((row) => row.lanes.some((lane) => lanes.includes(lane)));
    const { add, put = [], remove = [] } = how(found);
    if (add) this.rows.set(++this.last, { ...add, seq: this.last });
    put.forEach((row) => this.rows.set(row.seq, row));
    remove.forEach(({ seq }) => this.rows.delete(seq));
    return Promise.resolve();
  }

  legacy(): Promise<LegacyEntry[]> {
    return Promise.resolve([]);
  }

  takeOver(): Promise<void> {
    return Promise.resolve();
  }
}

/** Each once; a row of several lanes is found several times. */
function inOrder(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.seq, row])).values()].sort((a, b) => a.seq - b.seq);
}
