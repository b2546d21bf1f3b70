import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';

export const ATTENDANCE_STATES = ['present', 'excused', 'absent'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** A tick as it was sent; state null takes it back. */
export interface WantedMark {
  registrationId: string;
  sessionId: string;
  state: AttendanceState | null;
  /** Of those who were there; all of the session's unless said otherwise. */
  minutes?: number | null;
  /** Of the tick that it was made from; 0: there was none. */
  version: number;
}

/** A tick as it is stored. */
export interface StoredMark {
  registrationId: string;
  sessionId: string;
  state: AttendanceState;
  minutes: number;
  version: number;
}

export interface HeldSession {
  id: string;
  heldOn: CalendarDate;
  /** Without breaks. */
  minutes: number;
}

/** What a tick comes to: null for none. */
export interface Outcome {
  state: AttendanceState;
  minutes: number;
}

/** Attendance is taken of trainings that take place, or took place. @throws Problem 409 */
export function assertTakesPlace(state: string): void {
  if (state === 'draft')
    throw refused('Diese Fortbildung ist noch ein Entwurf. Anwesenheit gibt es erst danach.');
  if (state === 'cancelled') throw refused('Diese Fortbildung ist abgesagt. Anwesenheit gibt es hier nicht.');
}

/**
 * What the tick says of the person. Whoever was there was there for a minute at least; whoever was not, for none.
 * @throws Problem 422, or 409 for a day that has not come yet: only an excuse can be known before
 */
export function outcomeOf(
  { state, minutes }: Pick<WantedMark, 'state' | 'minutes'>,
  session: HeldSession,
  today: CalendarDate,
): Outcome | null {
  if (state === null) return null;
  if (state !== 'excused' && session.heldOn > today) {
    throw new Problem(
      409,
      'session_not_yet',
      `Dieser Termin ist erst am ${germanDate(session.heldOn)}. Bis dahin lässt sich nur „entschuldigt“ eintragen.`,
    );
  }
  if (state !== 'present') {
    if (minutes) throw Problem.invalid('minutes', 'Minuten: Die gibt es nur bei „anwesend“.');
    return { state, minutes: 0 };
  }
  const attended = minutes ?? session.minutes;
  if (attended < 1 || attended > session.minutes) {
    throw Problem.invalid(
      'minutes',
      `Minuten: bitte 1 bis ${session.minutes} angeben, so lang war der Termin.`,
    );
  }
  return { state, minutes: attended };
}

export function isSame(stored: StoredMark | undefined, outcome: Outcome | null): boolean {
  return (
    (stored?.state ?? null) === (outcome?.state ?? null) && (stored?.minutes ?? 0) === (outcome?.minutes ?? 0)
  );
}

/** Whether somebody else has ticked in between: what the sender saw is not what is stored, and not what is wanted either. */
export function isOutdated(
  stored: StoredMark | undefined,
  wanted: WantedMark,
  outcome: Outcome | null,
): boolean {
  return (stored?.version ?? 0) !== wanted.version && !isSame(stored, outcome);
}

function refused(sentence: string): Problem {
  return new Problem(409, 'no_attendance', sentence);
}
