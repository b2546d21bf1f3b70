import { berlinInstant } from '../../kernel/calendar/berlin-time.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { ContactState } from '../vocabulary.js';

export interface ContactFacts {
  state: ContactState;
  heldOn: CalendarDate;
  startsAt: string | null;
  minutes: number | null;
  nextStep: string | null;
  nextStepDue: CalendarDate | null;
  nextStepDoneOn: CalendarDate | null;
}

/**
 * A change is held only to the rules about what it touches.
 * @param before null for a new one
 * @throws Problem 422 with its sentence
 */
export function assertContact(before: ContactFacts | null, after: ContactFacts, today: CalendarDate): void {
  if (before?.state !== after.state || before.heldOn !== after.heldOn) assertDay(after, today);
  if (after.state === 'held' && after.minutes === null) {
    throw Problem.invalid('minutes', 'Minuten fehlt: bitte angeben, wie lange die Beratung gedauert hat.');
  }
  if (after.startsAt !== null && berlinInstant(after.heldOn, after.startsAt) === null) {
    throw Problem.invalid('startsAt', 'Uhrzeit: gibt es an diesem Tag nicht (Beginn der Sommerzeit).');
  }
  assertNextStep(after, today);
}

function assertDay({ state, heldOn }: ContactFacts, today: CalendarDate): void {
  if (state === 'held' && heldOn > today) {
    throw Problem.invalid(
      'heldOn',
      `Datum: liegt in der Zukunft. Bitte höchstens heute (${germanDate(today)}) angeben oder die Beratung als geplant eintragen.`,
    );
  }
  if (state === 'planned' && heldOn < today) {
    throw Problem.invalid(
      'heldOn',
      'Datum: liegt in der Vergangenheit. Was schon stattgefunden hat, bitte als geführt eintragen.',
    );
  }
}

function assertNextStep({ heldOn, ...step }: ContactFacts, today: CalendarDate): void {
  const { nextStep, nextStepDue, nextStepDoneOn } = step;
  if (nextStep === null && (nextStepDue !== null || nextStepDoneOn !== null)) {
    throw Problem.invalid('nextStep', 'Nächster Schritt fehlt: bitte angeben, was vereinbart ist.');
  }
  if (nextStepDue !== null && nextStepDue < heldOn) {
    throw Problem.invalid('nextStepDue', 'Fällig am: liegt vor der Beratung.');
  }
  if (nextStepDoneOn === null) return;
  if (nextStepDoneOn > today) throw Problem.invalid('nextStepDoneOn', 'Erledigt am: liegt in der Zukunft.');
  if (nextStepDoneOn < heldOn)
    throw Problem.invalid('nextStepDoneOn', 'Erledigt am: liegt vor der Beratung.');
}
