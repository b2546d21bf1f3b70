import { berlinInstant } from '../../kernel/calendar/berlin-time.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { TrainingState } from '../vocabulary.js';

export interface SessionTimes {
  /** Of a session that is there already, or is to have this one. */
  id?: string;
  heldOn: CalendarDate;
  startsAt: string;
  endsAt: string;
  breakMinutes?: number;
}

/** Where a training may go from a state; what is cancelled stays so, for people were told. */
const MOVES: Record<TrainingState, readonly TrainingState[]> = {
  draft: ['open'],
  open: ['closed', 'completed', 'cancelled'],
  closed: ['open', 'completed', 'cancelled'],
  completed: ['closed'],
  cancelled: [],
};

/** Minutes of 45 to one decimal, as it is said on screens and certificates. */
export function teachingUnits(minutes: number): number {
  return Math.round((minutes / 45) * 10) / 10;
}

function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Without the breaks. */
export function sessionMinutes({ startsAt, endsAt, breakMinutes = 0 }: SessionTimes): number {
  return minutesOfDay(endsAt) - minutesOfDay(startsAt) - breakMinutes;
}

/** @throws Problem 422 at the session's field */
export function assertSessions(sessions: readonly SessionTimes[]): void {
  sessions.forEach((session, index) => {
    const at = (field: string, message: string): Problem =>
      Problem.invalid(`sessions.${index}.${field}`, message);
    const { id, heldOn, startsAt, endsAt, breakMinutes = 0 } = session;
    if (id !== undefined && sessions.slice(0, index).some((other) => other.id === id))
      throw at('id', 'Kennung: Sie steht schon bei einem anderen Termin.');
    for (const [field, label, time] of [
      ['startsAt', 'Beginn', startsAt],
      ['endsAt', 'Ende', endsAt],
    ] as const) {
      if (berlinInstant(heldOn, time)) continue;
      throw at(
        field,
        `${label}: ${time} Uhr gibt es am ${germanDate(heldOn)} nicht, dann wird auf die Sommerzeit umgestellt.`,
      );
    }
    if (endsAt <= startsAt) throw at('endsAt', 'Ende: bitte eine Uhrzeit nach dem Beginn angeben.');
    if (sessionMinutes(session) < 1)
      throw at(
        'breakMinutes',
        `Pausen in Minuten: ${breakMinutes} Minuten Pause lassen von diesem Termin nichts übrig.`,
      );
    if (sessions.slice(0, index).some((other) => overlaps(other, session)))
      throw at('startsAt', 'Beginn: Dieser Termin überschneidet sich mit einem anderen.');
  });
}

/** Whether two sessions take place at the same time; one that begins as the other ends does not. */
export function overlaps(a: SessionTimes, b: SessionTimes): boolean {
  return a.heldOn === b.heldOn && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

export interface StateChange {
  from: TrainingState;
  to: TrainingState;
  reason: string | undefined;
  sessions: readonly SessionTimes[];
  today: CalendarDate;
}

/** @throws Problem 409 for a step that there is not, 422 where something is missing for it */
export function assertStep({ from, to, reason, sessions, today }: StateChange): void {
  if (!MOVES[from].includes(to))
    throw new Problem(409, 'no_such_step', 'Dieser Schritt ist vom jetzigen Stand aus nicht möglich.');
  if (to === 'cancelled' && reason === undefined)
    throw Problem.invalid('cancelReason', 'Grund fehlt: bitte angeben, warum die Fortbildung ausfällt.');
  if (to === 'open' && sessions.length === 0)
    throw Problem.invalid('sessions', 'Termine: bitte erst mindestens einen Termin eintragen.');
  const last = lastDay(sessions);
  if (to === 'completed' && (last === undefined || last > today))
    throw Problem.invalid('state', 'Stand: Abgeschlossen ist eine Fortbildung erst nach dem letzten Termin.');
}

/** @throws Problem 422 when one could register after everything is over */
export function assertRegisterUntil(day: CalendarDate | null, sessions: readonly { heldOn: string }[]): void {
  const last = lastDay(sessions);
  if (day === null || last === undefined || day <= last) return;
  throw Problem.invalid(
    'registerUntil',
    `Anmeldung bis: bitte einen Tag bis zum letzten Termin am ${germanDate(last)} wählen.`,
  );
}

function lastDay(sessions: readonly { heldOn: string }[]): CalendarDate | undefined {
  return sessions
    .map(({ heldOn }) => heldOn as CalendarDate)
    .toSorted()
    .at(-1);
}

/** The last day to register: the one that was set, else the first session's. */
export function registerBy(
  registerUntil: string | null,
  sessions: readonly { heldOn: string }[],
): string | null {
  return registerUntil ?? sessions.map(({ heldOn }) => heldOn).sort()[0] ?? null;
}

/** Whether one may register on the day. */
export function isRegistrationOpen(state: string, lastDay: string | null, today: string): boolean {
  return state === 'open' && lastDay !== null && today <= lastDay;
}
