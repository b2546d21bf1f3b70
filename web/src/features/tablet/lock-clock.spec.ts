import { describe, expect, it } from '@jest/globals';
import { IDLE_LIMIT, isSamePhase, phaseAt, WARNED_BEFORE } from './lock-clock';

const TOUCHED = { wall: 1_000_000, steady: 5_000 };
const after = (wall: number, steady = wall) => ({
  wall: TOUCHED.wall + wall,
  steady: TOUCHED.steady + steady,
});

describe('the lock of a shared tablet', () => {
  it('stays open, warns half a minute before, and locks after five minutes without a touch', () => {
    expect(phaseAt(TOUCHED, after(0))).toEqual({ state: 'open' });
    expect(phaseAt(TOUCHED, after(IDLE_LIMIT - WARNED_BEFORE - 1))).toEqual({ state: 'open' });
    expect(phaseAt(TOUCHED, after(IDLE_LIMIT - WARNED_BEFORE))).toEqual({
      state: 'warning',
      secondsLeft: 30,
    });
    expect(phaseAt(TOUCHED, after(IDLE_LIMIT - 1))).toEqual({ state: 'warning', secondsLeft: 1 });
    expect(phaseAt(TOUCHED, after(IDLE_LIMIT))).toEqual({ state: 'locked' });
  });

  it('is not held open by a clock that was set back, nor by one that slept', () => {
    expect(phaseAt(TOUCHED, after(-3_600_000, IDLE_LIMIT))).toEqual({ state: 'locked' });
    expect(phaseAt(TOUCHED, after(IDLE_LIMIT, 10))).toEqual({ state: 'locked' });
  });

  it('knows which phases look the same', () => {
    expect(isSamePhase({ state: 'open' }, { state: 'open' })).toBe(true);
    expect(isSamePhase({ state: 'warning', secondsLeft: 9 }, { state: 'warning', secondsLeft: 8 })).toBe(
      false,
    );
    expect(isSamePhase({ state: 'warning', secondsLeft: 9 }, { state: 'locked' })).toBe(false);
  });
});
