/** From this rounded base on a share is told. */
const LEAST_BASE = 10;

/**
 * A share in whole percent, from two numbers as they are published: it says nothing that these do not say. Null where one of them is not rounded.
 */
export function shareOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole < LEAST_BASE) return null;
  return Math.round((part / whole) * 100);
}
