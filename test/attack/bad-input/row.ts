import { OPERATIONS } from '../../e2e/access-matrix/operations.js';
import type { Route } from '../../support/openapi.js';
import { bytesOf, type Draft } from '../draft.js';
import type { Place } from '../place.js';
import type { Bytes } from '../wire.js';

/** One bad request, and the answers that are right. */
export interface Attempt {
  /** What is wrong with it. */
  label: string;
  bytes: Bytes[];
  answers: number[];
  /** The field that the answer must name, and no other. */
  field?: string;
  /** All the fields that the answer must name. */
  fields?: string[];
  /** The answer is a list, and there is nothing in it. */
  findsNothing?: boolean;
  /**
   * Breaks the protocol, so it gets a connection of its own: `closing` is followed by a good request, which must be answered
   * for itself or not at all; `ending` by the end of what the client sends.
   */
  alone?: 'closing' | 'ending';
}

/** A kind of bad request, for every operation that it fits. */
export interface Row {
  name: string;
  /** It is refused before anybody knows what is asked for, so that one operation answers like the other. */
  alike?: boolean;
  fits(route: Route): boolean;
  attempts(place: Place): Attempt[];
}

export function attempt(
  label: string,
  draft: Draft,
  answers: number[],
  more: Partial<Pick<Attempt, 'field' | 'fields' | 'findsNothing'>> = {},
): Attempt {
  return { label, bytes: [bytesOf(draft)], answers, ...more };
}

export const always = (): boolean => true;
export const isWrite = ({ method }: Route): boolean => method !== 'GET';
/** Whether it only reads. Files are noted in the trail when they are given out. */
export const isRead = ({ method, operationId }: Route): boolean =>
  method === 'GET' && OPERATIONS[operationId]?.writes === undefined;
/** What a good request that reads is answered, or one that finds nothing: a tablet is asked for its cookie, which nobody here has. */
export const readAnswers = ({ operationId }: Route): number[] => [
  ...[200, 204, 400, 404],
  OPERATIONS[operationId]?.status ?? 200,
];
export const hasBody = ({ body }: Route): boolean => body !== null;
export const isOpen = ({ access }: Route): boolean => access.includes('public');
