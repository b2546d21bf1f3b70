import { Problem } from '../api/problem';
import { OutboxDatabase } from './db';
import { IndexedDbKeys, type KeptKeys, MemoryKeys } from './kept-keys';
import { IndexedDbRows, MemoryRows, type RowStore } from './row-store';

export interface OutboxStores {
  rows: RowStore;
  keys: KeptKeys;
}

/** IndexedDB if the browser has it (some private windows do not), else the memory of this page. */
export async function openStores(): Promise<OutboxStores> {
  const database = new OutboxDatabase();
  try {
    await database.open();
  } catch (error) {
    // An old window keeps the database from being opened: nothing in it may be passed by.
    if (!(error instanceof Problem)) return { rows: new MemoryRows(), keys: new MemoryKeys() };
  }
  return { rows: new IndexedDbRows(database), keys: new IndexedDbKeys(database) };
}
