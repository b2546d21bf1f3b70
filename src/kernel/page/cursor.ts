import { isUUID } from 'class-validator';
import { isCalendarDate } from '../calendar/calendar-date.js';
import { Problem } from '../problem/problem.js';

/** One page of a list; `next` is opaque and null on the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Where a keyset page ended: the sort key's values and the id, in the order of the ORDER BY. */
export type CursorKey = readonly (string | number)[];

/** What a part of the key is to the database; anything else in a cursor would only fail there. */
export type CursorPart = 'text' | 'int' | 'date' | 'instant' | 'uuid';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;
const MAX_INT = 2_147_483_647;

const FITS: Record<CursorPart, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  int: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_INT,
  date: isCalendarDate,
  instant: (value) => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  uuid: (value) => isUUID(value, 'all'),
};

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * @param shape what each part must be
 * @throws Problem 400 for anything this application did not write itself
 */
export function decodeCursor(cursor: string | undefined, shape: readonly CursorPart[]): CursorKey | null {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  const fits =
    Array.isArray(key) && key.length === shape.length && shape.every((part, i) => FITS[part](key[i]));
  if (!fits) throw invalidCursor();
  return key as CursorKey;
}

/** Cuts the one row that was asked for beyond the limit and turns it into the cursor. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalidCursor();
  }
}

/** For a cursor that this application did not write, or whose place is gone. */
export function invalidCursor(): Problem {
  return Problem.badRequest('Die Seitenangabe (cursor) ist ungültig. Bitte laden Sie die Liste neu.', {
    field: 'cursor',
  });
}
