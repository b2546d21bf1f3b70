import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { type FieldProblem, Problem } from '../../kernel/problem/problem.js';
import type { ParticipationStatus } from '../vocabulary.js';

export interface Participation {
  status: ParticipationStatus;
  startedOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  reason: string | null;
}

const isOver = ({ status }: Participation): boolean => status === 'completed' || status === 'cancelled';

const endsBeforeStart = ({ startedOn, endedOn }: Participation): boolean =>
  startedOn !== null && endedOn !== null && endedOn < startedOn;

const RULES: { field: string; isBroken: (participation: Participation) => boolean; message: string }[] = [
  {
    field: 'startedOn',
    isBroken: ({ status, startedOn }) =>
      startedOn === null && status !== 'requested' && status !== 'cancelled',
    message: 'Beginn fehlt: bitte angeben, seit wann die Einrichtung teilnimmt.',
  },
  {
    field: 'endedOn',
    isBroken: (participation) => isOver(participation) && participation.endedOn === null,
    message: 'Ende fehlt: bitte angeben, wann die Teilnahme endete.',
  },
  {
    field: 'endedOn',
    isBroken: (participation) => !isOver(participation) && participation.endedOn !== null,
    message: 'Ende: gibt es erst, wenn die Teilnahme abgeschlossen oder abgebrochen ist.',
  },
  {
    field: 'endedOn',
    isBroken: (participation) => isOver(participation) && endsBeforeStart(participation),
    message: 'Ende: liegt vor dem Beginn.',
  },
  {
    field: 'reason',
    isBroken: ({ status, reason }) => status === 'cancelled' && reason === null,
    message: 'Grund fehlt: bitte angeben, warum die Teilnahme abgebrochen wurde.',
  },
];

/** Which dates and reasons a state needs. @throws Problem 422 with every fault */
export function assertFitsStatus(participation: Participation): void {
  const errors: FieldProblem[] = RULES.filter(({ isBroken }) => isBroken(participation)).map(
    ({ field, message }) => ({ field, message }),
  );
  const [first] = errors;
  if (first) throw new Problem(422, 'invalid', first.message, { errors });
}

/** Runs of one house do not overlap, or a day would count twice. @throws Problem 422 */
export function assertStartsAfter(lastEnd: CalendarDate | null, { startedOn }: Participation): void {
  if (lastEnd === null || startedOn === null || startedOn > lastEnd) return;
  const message = `Beginn: bitte einen Tag nach dem Ende der letzten Teilnahme (${germanDate(lastEnd)}) angeben.`;
  throw Problem.invalid('startedOn', message);
}
