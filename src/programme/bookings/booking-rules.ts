import { berlinInstant } from '../../kernel/calendar/berlin-time.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { Audience, BookingState } from '../vocabulary.js';

/** What a booking says, whatever its state. */
export interface BookingFacts {
  state: BookingState;
  wishedFrom: CalendarDate | null;
  wishedTo: CalendarDate | null;
  plannedOn: CalendarDate | null;
  plannedStart: string | null;
  deliveredOn: CalendarDate | null;
  minutes: number | null;
  children: number | null;
  parents: number | null;
  staff: number | null;
  remarks: string | null;
  cancelledOn: CalendarDate | null;
  cancelReason: string | null;
}

/** When a house takes part, both days inclusive; null: until further notice. */
export interface RunDays {
  firstDay: CalendarDate;
  lastDay: CalendarDate | null;
}

/** What surrounds a booking. */
export interface BookingSurroundings {
  audience: Audience;
  runs: RunDays[];
  today: CalendarDate;
}

export const NEW_BOOKING: BookingFacts = {
  ...{ state: 'wished', wishedFrom: null, wishedTo: null, plannedOn: null, plannedStart: null },
  ...{ deliveredOn: null, minutes: null, children: null, parents: null, staff: null, remarks: null },
  ...{ cancelledOn: null, cancelReason: null },
};

const WORDS: Record<BookingState, string> = {
  wished: 'gewünscht',
  planned: 'geplant',
  delivered: 'durchgeführt',
  cancelled: 'ausgefallen',
};

/** What was delivered can be taken back as far as the plan; what did not take place may be wished or planned anew. */
const MOVES: Record<BookingState, readonly BookingState[]> = {
  wished: ['planned', 'delivered', 'cancelled'],
  planned: ['wished', 'delivered', 'cancelled'],
  delivered: ['planned', 'cancelled'],
  cancelled: ['wished', 'planned'],
};

const OUTCOME = { deliveredOn: null, minutes: null, children: null, parents: null, staff: null };
const NOT_CANCELLED = { cancelledOn: null, cancelReason: null };

/** What belongs to a state; everything else is left behind with the state it belonged to. */
const LEFT_BEHIND: Record<BookingState, Partial<BookingFacts>> = {
  wished: { ...OUTCOME, ...NOT_CANCELLED, plannedOn: null, plannedStart: null },
  planned: { ...OUTCOME, ...NOT_CANCELLED },
  delivered: NOT_CANCELLED,
  cancelled: OUTCOME,
};

const LABELS: Partial<Record<keyof BookingFacts, string>> = {
  plannedOn: 'Geplant am',
  plannedStart: 'Uhrzeit',
  deliveredOn: 'Durchgeführt am',
  minutes: 'Minuten',
  children: 'Kinder',
  parents: 'Eltern',
  staff: 'Fachkräfte',
  cancelReason: 'Grund',
};

/**
 * The booking after a change, if it can be so. A change is held only to the rules about what it touches: the remarks of an old booking can
 * be mended although its day could not be entered any more.
 * @param before null for a new one
 * @throws Problem 409 for a move that there is not, 422 for what is missing or cannot be
 */
export function settled(
  before: BookingFacts | null,
  wanted: Partial<BookingFacts>,
  surroundings: BookingSurroundings,
): BookingFacts {
  const state = wanted.state ?? before?.state ?? 'wished';
  if (before && state !== before.state) assertMove(before.state, state);
  assertBelongs(wanted, state);
  const after = complete({ ...(before ?? NEW_BOOKING), ...wanted, state }, surroundings);
  assertTimes(after);
  assertDays(before, after, surroundings);
  return after;
}

function assertMove(from: BookingState, to: BookingState): void {
  if (MOVES[from].includes(to)) return;
  const ways = MOVES[from].map((state) => `„${WORDS[state]}“`).join(' oder ');
  throw new Problem(
    409,
    'booking_move',
    `Von „${WORDS[from]}“ geht es nicht zu „${WORDS[to]}“, nur zu ${ways}.`,
    { field: 'state' },
  );
}

/** @throws Problem 422 when something is sent that would be thrown away at once */
function assertBelongs(wanted: Partial<BookingFacts>, state: BookingState): void {
  const lost = Object.keys(LEFT_BEHIND[state]) as (keyof BookingFacts)[];
  const field = lost.find((name) => (wanted[name] ?? null) !== null);
  if (field === undefined) return;
  throw Problem.invalid(
    field,
    `${LABELS[field] ?? field}: gehört nicht zu einem Modul, das ${WORDS[state]} ist.`,
  );
}

function complete(wanted: BookingFacts, { audience, today }: BookingSurroundings): BookingFacts {
  const after = { ...wanted, ...LEFT_BEHIND[wanted.state] };
  if (after.state === 'planned') demand(after, 'plannedOn', 'bitte den Tag angeben.');
  if (after.state === 'delivered') {
    demand(after, 'deliveredOn', 'bitte den Tag angeben, an dem es stattgefunden hat.');
    demand(after, 'minutes', 'bitte die Dauer angeben.');
    demand(after, audience, 'bitte angeben, wie viele dabei waren.');
    // Whoever enters it afterwards did not plan it here; it was planned all the same.
    return { ...after, plannedOn: after.plannedOn ?? after.deliveredOn };
  }
  if (after.state === 'cancelled') {
    demand(after, 'cancelReason', 'bitte angeben, warum es ausgefallen ist.');
    return { ...after, cancelledOn: after.cancelledOn ?? today };
  }
  return after;
}

function demand(booking: BookingFacts, field: keyof BookingFacts, expected: string): void {
  if (booking[field] === null) throw Problem.invalid(field, `${LABELS[field] ?? field} fehlt: ${expected}`);
}

function assertTimes({ wishedFrom, wishedTo, plannedOn, plannedStart }: BookingFacts): void {
  if (wishedFrom !== null && wishedTo !== null && wishedTo < wishedFrom) {
    throw Problem.invalid('wishedTo', 'Gewünscht bis: liegt vor dem ersten Tag.');
  }
  if (plannedStart === null) return;
  if (plannedOn === null)
    throw Problem.invalid('plannedOn', 'Geplant am fehlt: eine Uhrzeit braucht einen Tag.');
  if (berlinInstant(plannedOn, plannedStart) === null) {
    throw Problem.invalid('plannedStart', 'Uhrzeit: gibt es an diesem Tag nicht (Beginn der Sommerzeit).');
  }
}

function assertDays(
  before: BookingFacts | null,
  after: BookingFacts,
  { runs, today }: BookingSurroundings,
): void {
  if (runs.length === 0 && before === null) throw notParticipating();
  const moved = before?.state !== after.state;
  if (after.state === 'wished' && moved) assertOpen(runs, today);
  const field = DAY_OF[after.state];
  if (field === undefined || !(moved || before[field] !== after[field])) return;
  if (field === 'deliveredOn') assertPast(after.deliveredOn, today);
  assertInside(field, after[field], runs);
}

/** Which day must lie inside a run. */
const DAY_OF: Partial<Record<BookingState, 'plannedOn' | 'deliveredOn'>> = {
  planned: 'plannedOn',
  delivered: 'deliveredOn',
};

function assertPast(day: CalendarDate | null, today: CalendarDate): void {
  if (day === null || day <= today) return;
  throw Problem.invalid(
    'deliveredOn',
    `Durchgeführt am: liegt in der Zukunft. Bitte höchstens heute (${germanDate(today)}) angeben.`,
  );
}

/** @throws Problem 409 for a house that chooses nothing any more */
function assertOpen(runs: readonly RunDays[], today: CalendarDate): void {
  if (!runs.some(({ lastDay }) => lastDay === null || lastDay >= today)) throw notParticipating();
}

function assertInside(
  field: 'plannedOn' | 'deliveredOn',
  day: CalendarDate | null,
  runs: readonly RunDays[],
): void {
  if (day === null || runs.some((run) => run.firstDay <= day && day <= (run.lastDay ?? day))) return;
  throw Problem.invalid(
    field,
    `${LABELS[field] ?? field}: Am ${germanDate(day)} nimmt die Einrichtung nicht am Programm teil.`,
  );
}

function notParticipating(): Problem {
  return new Problem(
    409,
    'not_participating',
    'Diese Einrichtung nimmt zurzeit nicht teil und kann keine Module wählen. Bitte wenden Sie sich an die Koordination.',
  );
}
