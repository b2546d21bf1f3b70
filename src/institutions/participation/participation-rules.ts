import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import { PARTICIPATION_STATUSES, type ParticipationStatus } from '../vocabulary.js';

/** A state that a run reached on a day. */
export interface Step {
  status: ParticipationStatus;
  reachedOn: CalendarDate;
  reason: string | null;
}

/** What of a run the rest of the application asks for. */
export interface Summary {
  status: ParticipationStatus;
  /** The day from which the house takes part: the first step beyond the request. */
  startedOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  reason: string | null;
}

export interface StepFault {
  step: Step;
  field: 'status' | 'reachedOn' | 'reason';
  message: string;
}

const WORDS: Record<ParticipationStatus, string> = {
  requested: 'Angefragt',
  registered: 'Angemeldet',
  initial_consultation: 'Erstberatung',
  choosing_modules: 'Modulwahl',
  active: 'In Umsetzung',
  completed: 'Abgeschlossen',
  cancelled: 'Abgebrochen',
};

export const isOver = (status: ParticipationStatus): boolean =>
  status === 'completed' || status === 'cancelled';

const rank = ({ status }: Step): number =>
  isOver(status) ? PARTICIPATION_STATUSES.indexOf('completed') : PARTICIPATION_STATUSES.indexOf(status);

/** The steps in the programme's order. */
export function inOrder<T extends Step>(steps: readonly T[]): T[] {
  return steps.toSorted((a, b) => rank(a) - rank(b));
}

/** The first thing that is wrong with a run, null when it could have happened like this. */
export function faultOf(steps: readonly Step[], today: CalendarDate): StepFault | null {
  const ordered = inOrder(steps);
  const faults = ordered.map((step, i) => faultAfter(ordered[i - 1], step, today));
  return faults.find((fault) => fault !== null) ?? null;
}

function faultAfter(before: Step | undefined, step: Step, today: CalendarDate): StepFault | null {
  return ownFault(step, today) ?? (before ? orderFault(before, step) : beginFault(step));
}

function ownFault(step: Step, today: CalendarDate): StepFault | null {
  if (step.status === 'cancelled' && step.reason === null) {
    const message = 'Grund fehlt: bitte angeben, warum die Teilnahme abgebrochen wurde.';
    return { step, field: 'reason', message };
  }
  if (step.reachedOn <= today) return null;
  const latest = `Bitte höchstens heute (${germanDate(today)}) angeben.`;
  return { step, field: 'reachedOn', message: `Datum: liegt in der Zukunft. ${latest}` };
}

function beginFault(step: Step): StepFault | null {
  if (!isOver(step.status)) return null;
  const message = `Stand: Eine Teilnahme kann nicht mit „${WORDS[step.status]}“ beginnen.`;
  return { step, field: 'status', message };
}

function orderFault(before: Step, step: Step): StepFault | null {
  if (rank(before) === rank(step)) return { step, field: 'status', message: twice(before) };
  if (step.reachedOn < before.reachedOn) {
    const other = `„${WORDS[before.status]}“ (${germanDate(before.reachedOn)})`;
    const message = `Datum: „${WORDS[step.status]}“ kann nicht vor ${other} liegen.`;
    return { step, field: 'reachedOn', message };
  }
  if (step.status !== 'completed' || before.status !== 'requested') return null;
  const message = 'Stand: Was nur angefragt war, lässt sich nicht abschließen, nur abbrechen.';
  return { step, field: 'status', message };
}

function twice({ status, reachedOn }: Step): string {
  const known = `„${WORDS[status]}“ ist schon eingetragen (${germanDate(reachedOn)})`;
  return `Stand: ${known}. Ein falscher Eintrag lässt sich dort berichtigen.`;
}

/**
 * A new step leads forward; one that was forgotten comes in later as a correction, with its reason.
 * @throws Problem 409 where the run is over, 422 where it is further already
 */
export function assertForward(steps: readonly Step[], { status }: Step, isCorrection: boolean): void {
  const last = inOrder(steps).at(-1);
  if (!last || isCorrection) return;
  if (isOver(last.status)) {
    const message = `Diese Teilnahme ist seit dem ${germanDate(last.reachedOn)} ${WORDS[last.status].toLowerCase()}.`;
    throw new Problem(409, 'participation_over', `${message} Bitte eine neue Teilnahme beginnen.`);
  }
  if (PARTICIPATION_STATUSES.indexOf(status) > rank(last)) return;
  const message =
    status === last.status
      ? twice(last)
      : `Stand: Die Einrichtung ist schon weiter („${WORDS[last.status]}“). Ein vergessener Schritt lässt sich nachtragen, mit Grund.`;
  throw Problem.invalid('status', message);
}

/** What the steps of a run come to. @param steps at least one, without fault */
export function summaryOf(steps: readonly Step[]): Summary {
  const ordered = inOrder(steps);
  const last = ordered.at(-1);
  if (!last) throw new RangeError('a run without steps');
  const begun = ordered.find(({ status }) => status !== 'requested' && !isOver(status));
  return {
    status: last.status,
    startedOn: begun?.reachedOn ?? null,
    endedOn: isOver(last.status) ? last.reachedOn : null,
    reason: last.reason,
  };
}

/** Runs of one house do not overlap, or a day would count twice. @returns a sentence, or null */
export function overlapOf(steps: readonly Step[], others: readonly (readonly Step[])[]): string | null {
  const { first, last } = spanOf(steps);
  const hit = others
    .map(spanOf)
    .find((other) => first <= (other.last ?? first) && other.first <= (last ?? other.first));
  if (!hit) return null;
  const until = hit.last === null ? 'bis heute' : `bis ${germanDate(hit.last)}`;
  return `Datum: Teilnahmen dürfen sich nicht überschneiden. Eine andere dauerte vom ${germanDate(hit.first)} ${until}.`;
}

function spanOf(steps: readonly Step[]): { first: CalendarDate; last: CalendarDate | null } {
  const days = steps.map(({ reachedOn }) => reachedOn).sort();
  const [first] = days;
  if (first === undefined) throw new RangeError('a run without steps');
  return { first, last: summaryOf(steps).endedOn };
}
