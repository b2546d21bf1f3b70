const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Age {
  count: number;
  unit: 'minute' | 'hour' | 'day';
}

/**
 * How long ago something was noted, in the largest whole unit; null within the first minute, and where the clock was set back
 * since then, so that no screen says anything absurd. Both in epoch ms.
 */
export function ageOf(since: number, now: number): Age | null {
  const passed = now - since;
  if (passed < MINUTE) return null;
  if (passed < HOUR) return { count: Math.floor(passed / MINUTE), unit: 'minute' };
  if (passed < DAY) return { count: Math.floor(passed / HOUR), unit: 'hour' };
  return { count: Math.floor(passed / DAY), unit: 'day' };
}
