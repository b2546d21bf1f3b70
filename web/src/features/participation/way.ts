import type { ParticipationRun, ParticipationStatus, ParticipationStep } from '../../api/types';
import { texts } from '../../texts/de';

/** The programme's way, in its order; it ends in one of two ways. */
const WAY: readonly ParticipationStatus[] = [
  'requested',
  'registered',
  'initial_consultation',
  'choosing_modules',
  'active',
  'completed',
];

export const isOver = (status: string): boolean => status === 'completed' || status === 'cancelled';

const rank = (status: string): number =>
  WAY.findIndex((known) => known === (status === 'cancelled' ? 'completed' : status));

/** A place on the way: reached, left out, the next one, or still ahead. */
export interface Place {
  status: string;
  state: 'done' | 'skipped' | 'next' | 'open';
  step: ParticipationStep | null;
}

/** The whole way of a run, with what was reached and what was not. */
export function placesOf({ steps, status }: ParticipationRun): Place[] {
  const last = rank(status);
  // Who broke off never got to what comes behind the last step before.
  const furthest = Math.max(...steps.map((step) => rank(step.status)).filter((at) => at < WAY.length - 1));
  return WAY.map((wanted, i): Place => {
    const step = steps.find((one) => rank(one.status) === i) ?? null;
    if (step) return { status: step.status, state: 'done', step };
    const state = i < last ? 'skipped' : i === last + 1 ? 'next' : 'open';
    return { status: wanted, state, step: null };
  }).filter((place, i) => status !== 'cancelled' || place.step !== null || i < furthest);
}

/** The states a run may go on to, the nearest first, and at last the way out. */
export function nextStatuses({ status }: ParticipationRun): ParticipationStatus[] {
  if (isOver(status)) return [];
  const ahead = WAY.slice(rank(status) + 1).filter(
    // What was only asked for cannot be completed.
    (next) => next !== 'completed' || status !== 'requested',
  );
  return [...ahead, 'cancelled'];
}

/** Choices of a select. */
export function statusOptions(statuses: readonly ParticipationStatus[]) {
  return statuses.map((value) => ({ value, label: texts.terms.participationStatus[value] }));
}

/** Every state a run can begin with. */
export const FIRST_STATUSES: readonly ParticipationStatus[] = WAY.slice(0, -1);
