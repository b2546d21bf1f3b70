import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Problem } from '../../kernel/problem/problem.js';
import {
  assertTakesPlace,
  type HeldSession,
  isOutdated,
  outcomeOf,
  type StoredMark,
} from './attendance-rules.js';

const TODAY = calendarDate('2026-11-22');
const HELD: HeldSession = { id: 's', heldOn: TODAY, minutes: 180 };
const TO_COME: HeldSession = { ...HELD, heldOn: calendarDate('2026-11-23') };

describe('What a tick says', () => {
  test('present is the whole session unless somebody left early', () => {
    expect(outcomeOf({ state: 'present' }, HELD, TODAY)).toEqual({ state: 'present', minutes: 180 });
    expect(outcomeOf({ state: 'present', minutes: 90 }, HELD, TODAY)).toEqual({
      state: 'present',
      minutes: 90,
    });
    for (const minutes of [0, 181]) {
      expect(codeOf(() => outcomeOf({ state: 'present', minutes }, HELD, TODAY))).toBe('invalid');
    }
  });

  test('whoever was not there attended nothing', () => {
    expect(outcomeOf({ state: 'excused' }, HELD, TODAY)).toEqual({ state: 'excused', minutes: 0 });
    expect(outcomeOf({ state: 'absent', minutes: 0 }, HELD, TODAY)).toEqual({ state: 'absent', minutes: 0 });
    expect(codeOf(() => outcomeOf({ state: 'absent', minutes: 45 }, HELD, TODAY))).toBe('invalid');
  });

  test('before the day only an excuse is known', () => {
    for (const state of ['present', 'absent'] as const) {
      expect(codeOf(() => outcomeOf({ state }, TO_COME, TODAY))).toBe('session_not_yet');
    }
    expect(outcomeOf({ state: 'excused' }, TO_COME, TODAY)).toEqual({ state: 'excused', minutes: 0 });
    expect(outcomeOf({ state: null }, TO_COME, TODAY)).toBeNull();
  });

  test('there is attendance of what takes place or took place', () => {
    for (const state of ['open', 'closed', 'completed']) expect(() => assertTakesPlace(state)).not.toThrow();
    for (const state of ['draft', 'cancelled'])
      expect(codeOf(() => assertTakesPlace(state))).toBe('no_attendance');
  });
});

describe('A tick that was made from an older one', () => {
  const stored: StoredMark = {
    registrationId: 'r',
    sessionId: 's',
    state: 'present',
    minutes: 180,
    version: 2,
  };
  const from = (version: number) => ({
    registrationId: 'r',
    sessionId: 's',
    state: 'absent' as const,
    version,
  });

  test('is refused unless it says the same', () => {
    expect(isOutdated(stored, from(2), { state: 'absent', minutes: 0 })).toBe(false);
    expect(isOutdated(stored, from(1), { state: 'absent', minutes: 0 })).toBe(true);
    expect(isOutdated(stored, from(0), { state: 'absent', minutes: 0 })).toBe(true);
    // The same tick sent twice: the second finds what the first has done.
    expect(isOutdated(stored, from(1), { state: 'present', minutes: 180 })).toBe(false);
    expect(isOutdated(undefined, from(2), null)).toBe(false);
    expect(isOutdated(undefined, from(2), { state: 'absent', minutes: 0 })).toBe(true);
  });
});

function codeOf(task: () => unknown): string | undefined {
  try {
    task();
    return undefined;
  } catch (error) {
    return (error as Problem).code;
  }
}
