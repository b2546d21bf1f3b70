const FIRST = 15_000;
const LONGEST = 15 * 60_000;

/**
 * How long to wait after the n-th attempt without an answer, in ms: growing, at most a quarter of an hour.
 * `random` (0…1) spreads the devices of a town that lost its network together.
 */
export function pauseAfter(attempts: number, retryAfterSeconds: number | undefined, random: number): number {
  const grown = Math.min(FIRST * 2 ** Math.max(0, attempts - 1), LONGEST);
  return Math.max(grown * (0.5 + random / 2), (retryAfterSeconds ?? 0) * 1000);
}
