import type { Page } from './types';

/** The most that the interface gives at once. */
export const MAX_LIMIT = 200;

/** Reads a list to its end; for reference data and other lists that stay short. */
export async function readAll<T>(readPage: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}
