const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** About three days. */
const MOST_ATTEMPTS = 20;

/** When a letter that the mail server could not take is tried again: after 1, 2, 4 … minutes, at last every 6 hours; null: never. */
export function nextTry(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return new Date(now.getTime() + Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS));
}
