/** A shared tablet locks when nobody has touched it for so many ms. */
export const IDLE_LIMIT = 5 * 60_000;
/** So many ms before, it says so. */
export const WARNED_BEFORE = 30_000;

export type LockPhase = { state: 'open' } | { state: 'warning'; secondsLeft: number } | { state: 'locked' };

/** A moment by two clocks, in ms: one can be set back by hand, the other may stand still while the device sleeps. */
export interface Moment {
  wall: number;
  steady: number;
}

export function momentNow(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

/** Where the lock stands for a tablet last touched at `touched`. The clock that says more time has passed is believed. */
export function phaseAt(touched: Moment, now: Moment): LockPhase {
  const idle = Math.max(now.wall - touched.wall, now.steady - touched.steady);
  if (idle >= IDLE_LIMIT) return { state: 'locked' };
  if (idle < IDLE_LIMIT - WARNED_BEFORE) return { state: 'open' };
  return { state: 'warning', secondsLeft: Math.ceil((IDLE_LIMIT - idle) / 1000) };
}

/** Two phases that look the same need not be drawn twice. */
export function isSamePhase(one: LockPhase, other: LockPhase): boolean {
  if (one.state !== 'warning' || other.state !== 'warning') return one.state === other.state;
  return one.secondsLeft === other.secondsLeft;
}
