import type { FieldError, Problem } from '../api/problem';
import type { Activity, NewActivity } from '../api/types';
import type { NotDone, NotDoneBody, Trial, TrialBody } from './trial';

/** What can be queued: by kind, the body that is sent and the record that the server answers with. */
export interface OutboxKinds {
  activity: { body: NewActivity; record: Activity };
  trial: { body: TrialBody; record: Trial };
  not_done: { body: NotDoneBody; record: NotDone };
}

export type OutboxKind = keyof OutboxKinds;

/**
 * - `new`: only on this device.
 * - `sent`: on its way at least once without an answer, so the server may or may not have it.
 * - `needs_help`: refused; a person has to correct or discard it.
 * A confirmed entry is not kept: it is removed once the server has answered with the same id.
 */
export type OutboxState = 'new' | 'sent' | 'needs_help';

export interface EntryOf<K extends OutboxKind> {
  /** UUID of the record, made here: sending twice stores once. */
  id: string;
  kind: K;
  body: OutboxKinds[K]['body'];
  /** The account that typed it; nobody else ever sees or sends it. */
  accountId: string;
  /** One line in words for the list of waiting entries. */
  summary: string;
  state: OutboxState;
  /** Taken back by its author before the server confirmed it: if the server has it, it is deleted there too. */
  withdrawn: boolean;
  /** Attempts that failed in a way that passes; the pauses grow with them. */
  attempts: number;
  /** Epoch ms before which no automatic attempt is made. */
  notBefore: number;
  createdAt: number;
  /** Why the server refused it. */
  refusal: Refusal | null;
}

/** An entry of any kind; `kind` says what its body is. */
export type OutboxEntry = { [K in OutboxKind]: EntryOf<K> }[OutboxKind];

export interface Refusal {
  code: string;
  title: string;
  errors: readonly FieldError[];
  /** What the server has instead. */
  current: unknown;
}

/** What became of an entry when it was handed in. */
export type Outcome<K extends OutboxKind = OutboxKind> =
  | { state: 'confirmed'; record: OutboxKinds[K]['record'] }
  | { state: 'waiting' }
  | { state: 'refused'; problem: Problem };
