import { NothingToPublish, type NothingReason, TimeLimit } from '../publication-errors.js';
import type { Publication, PublicationStep } from '../publication-types.js';

/** Why a computation ended without a publication; errors lose their class on the way between threads. */
export type Failure =
  | { kind: 'nothing'; reason: NothingReason }
  | { kind: 'time'; seconds: number }
  | { kind: 'other'; message: string };

/** What the worker says. */
export type Message =
  | { progress: { done: number; total: number; step: PublicationStep } }
  | { publication: Publication }
  | { failure: Failure };

export function toFailure(error: unknown): Failure {
  if (error instanceof NothingToPublish) return { kind: 'nothing', reason: error.reason };
  if (error instanceof TimeLimit) return { kind: 'time', seconds: error.seconds };
  return { kind: 'other', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function toError(failure: Failure): Error {
  switch (failure.kind) {
    case 'nothing':
      return new NothingToPublish(failure.reason);
    case 'time':
      return new TimeLimit(failure.seconds);
    case 'other':
      return new Error(`The worker failed: ${failure.message}`);
  }
}
