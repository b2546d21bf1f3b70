/** A stopwatch or a countdown that runs, or has run. */
export interface TimedRun {
  /** Epoch ms. */
  startedAt: number;
  /** Touches counted meanwhile. */
  count: number;
}

/** The run that was kept on the device; null if there is none. */
export function timedRunFrom(text: string): TimedRun | null {
  try {
    const kept: unknown = JSON.parse(text);
    return isRun(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isRun(kept: unknown): kept is TimedRun {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'startedAt' in kept &&
    typeof kept.startedAt === 'number' &&
    'count' in kept &&
    typeof kept.count === 'number'
  );
}
