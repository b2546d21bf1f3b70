import { Problem } from '../problem/problem.js';

/** One page of a list; `next` is opaque and null on the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Where a keyset page ended: the sort key's values and the id, in the order of the ORDER BY. */
export type CursorKey = readonly (string | number)[];

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * @param shape the expected type of each part
 * @throws Problem 400 for anything this application did not write itself
 */
export function decodeCursor(
  cursor: string | undefined,
  shape: readonly ('string' | 'number')[],
): CursorKey | null {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  const fits =
    Array.isArray(key) && key.length === shape.length && key.every((part, i) => typeof part === shape[i]);
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

function invalidCursor(): Problem {
  return Problem.badRequest('Die Seitenangabe (cursor) ist ungültig. Bitte laden Sie die Liste neu.', {
    field: 'cursor',
  });
}
