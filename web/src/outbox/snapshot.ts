import type { OutboxEntry } from './entry';

export interface OutboxSnapshot {
  /** What waits of the person who is here, as they can read it: the last word on each record, oldest first. */
  entries: readonly OutboxEntry[];
  /** What waits here besides and is readable for the server alone: of others, or of anybody while nobody is here. */
  foreign: Foreign;
  sending: boolean;
  /** False until the entries have been read for the first time. */
  loaded: boolean;
  /** False if the browser cannot keep entries beyond this page. */
  lasting: boolean;
}

export interface Foreign {
  count: number;
  /** Epoch ms of the oldest; null if there is none. */
  oldest: number | null;
}

/** Entries that are sealed for the server, as they may be saved as a file: it says nothing to anybody else. */
export interface SealedRow {
  id: string;
  /** Compact JWE. */
  envelope: string;
  /** Epoch ms of the device's clock. */
  createdAt: number;
}
