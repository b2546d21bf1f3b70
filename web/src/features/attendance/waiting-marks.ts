import type { AttendanceMark, AttendanceSheet, WantedMark } from '../../api/types';
import { isAt, marksIn } from '../../outbox/attendance-sender';
import type { EntryOf, OutboxEntry } from '../../outbox/entry';
import { markOf, withMarks } from './queries';

/** What somebody tapped: null takes a mark back. */
export type Tick = Pick<WantedMark, 'registrationId' | 'sessionId' | 'state'> & { minutes: number | null };

type Waiting = EntryOf<'attendance'>;

/** Another device was quicker with another mark in the same place. */
export interface MarkConflict {
  entry: Waiting;
  mine: WantedMark;
  theirs: AttendanceMark;
}

/** What is on its way for this list, oldest first. */
export function entriesFor(trainingId: string, entries: readonly OutboxEntry[]): Waiting[] {
  return entries.filter(
    (entry): entry is Waiting => entry.kind === 'attendance' && entry.body.trainingId === trainingId,
  );
}

/** The list as it is tapped, whether the server knows yet or not. What was refused is not on it. */
export function withWaiting(stored: AttendanceSheet, entries: readonly Waiting[]): AttendanceSheet {
  return entries
    .filter(({ state, withdrawn }) => state !== 'needs_help' && !withdrawn)
    .reduce((sheet, { body }) => withMarks(sheet, body.marks.map(asMark(stored))), stored);
}

/** Those whose answer is still to come, by registration and session. */
export function isWaiting(
  entries: readonly Waiting[],
  place: Pick<Tick, 'registrationId' | 'sessionId'>,
): boolean {
  return entries.some(
    ({ state, body }) => state !== 'needs_help' && body.marks.some((mark) => isAt(mark, place)),
  );
}

/** Where a person has to choose between two marks. */
export function conflictsIn(entries: readonly Waiting[]): MarkConflict[] {
  return entries.flatMap((entry) =>
    theirsOf(entry).flatMap((theirs) => {
      const mine = entry.body.marks.find((mark) => isAt(mark, theirs));
      return mine ? [{ entry, mine, theirs }] : [];
    }),
  );
}

/** Refused for something else than what another device has noted. */
export function refusedIn(entries: readonly Waiting[]): Waiting[] {
  return entries.filter((entry) => entry.state === 'needs_help' && theirsOf(entry).length === 0);
}

/** Ticks as they are sent: with the version of what is stored in their place. What is on its way the outbox reckons with itself. */
export function bodyOf(ticks: readonly Tick[], stored: AttendanceSheet): Waiting['body'] {
  const marks = ticks.map((tick) => ({ ...tick, version: markAt(tick, stored)?.version ?? 0 }));
  return { trainingId: stored.trainingId, marks };
}

/** What a place says on a list. */
export function before(place: Pick<Tick, 'registrationId' | 'sessionId'>, sheet: AttendanceSheet): Tick {
  const { registrationId, sessionId } = place;
  const mark = markAt(place, sheet);
  return mark ? tickOf(mark) : { registrationId, sessionId, state: null, minutes: null };
}

/** A mark as somebody would tap it. */
export function tickOf({ registrationId, sessionId, state, minutes }: AttendanceMark): Tick {
  const isPresent = state === 'present';
  return {
    registrationId,
    sessionId,
    state: state as Tick['state'],
    minutes: isPresent ? minutes : null,
  };
}

function markAt(
  { registrationId, sessionId }: Pick<Tick, 'registrationId' | 'sessionId'>,
  { people }: AttendanceSheet,
): AttendanceMark | undefined {
  const person = people.find(({ id }) => id === registrationId);
  return person && markOf(person, sessionId);
}

const theirsOf = ({ state, refusal }: Waiting): AttendanceMark[] =>
  state === 'needs_help' ? marksIn(refusal?.current) : [];

const asMark =
  ({ sessions }: AttendanceSheet) =>
  ({ registrationId, sessionId, state, minutes, version }: WantedMark): AttendanceMark => {
    const all = sessions.find(({ id }) => id === sessionId)?.minutes ?? 0;
    return { registrationId, sessionId, state, version, minutes: state === 'present' ? (minutes ?? all) : 0 };
  };
