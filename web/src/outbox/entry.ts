import type { FieldError, Problem } from '../api/problem';
import type { Activity, ActivityChange, AttendanceMark, NewActivity, WantedMark } from '../api/types';
import type { NotDone, NotDoneBody, Trial, TrialBody } from './trial';

/** What can be queued: by kind, the body that is sent and the record that the server answers with. */
export interface OutboxKinds {
  activity: { body: ActivityBody; record: Activity };
  activity_change: { body: ActivityChangeBody; record: Activity };
  trial: { body: TrialBody; record: Trial };
  not_done: { body: NotDoneBody; record: NotDone };
  attendance: { body: AttendanceBody; record: Attendance };
}

export type OutboxKind = keyof OutboxKinds;

/** `version`: of the stored one, where that is to be deleted. */
export type ActivityBody = NewActivity & { version?: number };

/** An own activity that is changed, perhaps without a network. The entry's id is the activity's. */
export interface ActivityChangeBody {
  id: string;
  /** The version that the person had before them. */
  version: number;
  changes: ActivityChange;
  /** What they had before them, so that both versions can be shown field by field if somebody else was quicker. */
  base: ActivityChange;
}

/** Ticks on the list of a training. The entry has an id of its own. */
export interface AttendanceBody {
  trainingId: string;
  marks: WantedMark[];
}

export interface Attendance {
  id: string;
  marks: AttendanceMark[];
}

/**
 * - `new`: only on this device.
 * - `sent`: on its way at least once without an answer, so the server may or may not have it.
 * - `needs_help`: refused; a person has to correct or discard it.
 * A confirmed entry is not kept: it is removed once the server has answered with the same id and content.
 */
export type OutboxState = 'new' | 'sent' | 'needs_help';

/** What was noted last about a record and has not arrived yet, as its author sees it. */
export interface EntryOf<K extends OutboxKind> {
  /** UUID of the record, made here: sending twice stores once. */
  id: string;
  /** UUID of this word on the record; a correction is another row with the same `id`. */
  rowId: string;
  kind: K;
  body: OutboxKinds[K]['body'];
  /** The account that typed it; nobody else ever sees it. */
  accountId: string;
  /** One line in words for the list of waiting entries. */
  summary: string;
  state: OutboxState;
  /** Taken back by its author before the server confirmed it: if the server has it, it is deleted there too. */
  withdrawn: boolean;
  /** False while the server's public key is not known yet: until then only its author's device can send it. */
  sealed: boolean;
  /** Attempts that failed in a way that passes; the pauses grow with them. */
  attempts: number;
  /** Epoch ms before which no automatic attempt is made. */
  notBefore: number;
  /** Epoch ms of the device's clock. */
  createdAt: number;
  /** Why the server refused it. */
  refusal: Refusal | null;
}

/** An entry of any kind; `kind` says what its body is. */
export type OutboxEntry = { [K in OutboxKind]: EntryOf<K> }[OutboxKind];

/** What is noted on a test day. */
export type TestDayEntry = EntryOf<'trial'> | EntryOf<'not_done'>;

export function isOfTestDay(entry: OutboxEntry, testDayId: string): entry is TestDayEntry {
  return (entry.kind === 'trial' || entry.kind === 'not_done') && entry.body.testDayId === testDayId;
}

export interface Refusal {
  code: string;
  title: string;
  errors: readonly FieldError[];
  /** What the server has instead. */
  current: unknown;
}

/**
 * What became of an entry when it was handed in. `arrived`: the server took it sealed, because nobody is signed in who could be shown what
 * became of it; `held` if it waits there for the house's lead.
 */
export type Outcome<K extends OutboxKind = OutboxKind> =
  | { state: 'confirmed'; record: OutboxKinds[K]['record'] }
  | { state: 'arrived'; held: boolean }
  | { state: 'waiting' }
  | { state: 'refused'; problem: Problem };
