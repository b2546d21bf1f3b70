import type { OutboxEntry } from './entry';

/** An entry as version 1 of the database kept it: in clear, one per record. */
export type LegacyEntry = OutboxEntry extends infer Entry
  ? Entry extends OutboxEntry
    ? Omit<Entry, 'rowId' | 'sealed'>
    : never
  : never;
