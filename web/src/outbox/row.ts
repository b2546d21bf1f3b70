import type { OwnSeal } from './own-seal';

/**
 * - `new`, `sent`, `needs_help`: as for an entry.
 * - `replaced`: a later row says something else about the same record, and this one is not known to have left the device. It goes with the later one.
 * - `confirmed`: the server has answered; gone with the next step.
 */
export type RowState = 'new' | 'sent' | 'needs_help' | 'replaced' | 'confirmed';

/** What a row says. It never changes: a correction is another row. Nothing in it can be read without a key but whose it is and when it was made. */
export interface RowContent {
  /** UUID; the server takes a sealed row once. */
  rowId: string;
  recordId: string;
  accountId: string;
  /** Hashes of what the row is about: rows with one in common go out in the order in which they were made. */
  lanes: string[];
  withdrawn: boolean;
  /** Under the author's storage key. */
  own: OwnSeal;
  /** Epoch ms of the device's clock. */
  createdAt: number;
}

/** How far it has come. */
export interface RowProgress {
  state: RowState;
  /** For the server alone (compact JWE); null until its key is known. */
  sealed: string | null;
  /** The last attempt went out sealed. */
  sentSealed: boolean;
  /** Why the server does not want the envelope; then only the author can bring it. */
  sealedRefusal: string | null;
  /** The server does not take envelopes from this device: no hurry helps, but time, or the author. */
  unwelcome: boolean;
  /** Versions that records have reached by earlier rows of the same author, by the hash of the lane. */
  known: Record<string, number>;
  /** Under the author's storage key, because it may name what the server has. */
  refusal: OwnSeal | null;
  attempts: number;
  notBefore: number;
}

export type NewRow = RowContent & RowProgress;

export interface Row extends NewRow {
  /** Order of making, given by the database: clocks may be put back. */
  seq: number;
}

export const UNTOUCHED: RowProgress = {
  state: 'new',
  sealed: null,
  sentSealed: false,
  sealedRefusal: null,
  unwelcome: false,
  known: {},
  refusal: null,
  attempts: 0,
  notBefore: 0,
};

/** Still to be brought to the server, by somebody. */
export const isWaiting = ({ state }: Row): boolean =>
  state === 'new' || state === 'sent' || state === 'needs_help';
