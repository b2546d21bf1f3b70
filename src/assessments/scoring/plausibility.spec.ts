import { describe, expect, test } from '@jest/globals';
import { PROTOCOLS } from '../../../migrations/data/shipped-batteries.js';
import {
  farApart,
  likelyRange,
  limitBroken,
  meantInstead,
  nearTo,
  type TrialLimits,
} from './plausibility.js';

function limitsOf(itemCode: string): TrialLimits {
  const { min, max, ...rest } = PROTOCOLS.find((protocol) => protocol.itemCode === itemCode)!;
  return { ...rest, minValue: min, maxValue: max };
}

describe('hard limits', () => {
  // Everything that domain.md names, at both ends.
  test.each<[string, number[], number[]]>([
    ['SHH', [0, 60], [-1, 61, 12.5]],
    ['SWS', [5, 260], [4, 261, 100.5]],
    ['BR', [0, 8], [-1, 9, 1.5]],
    ['RB', [-40, 40, -3.5, 0], [-40.5, 40.5, 1.2]],
    ['LS', [0, 60], [-1, 61, 0.5]],
    ['SU', [0, 60], [61]],
    ['S20', [2.5, 12, 4.38], [2.49, 12.01, 4.381]],
    ['R6', [200, 2000], [199, 2001]],
    ['EBS', [0, 60], [61]],
    ['STAR', [12, 60, 23.87], [11.99, 60.01, 23.871]],
    ['BPT', [0.5, 12, 3.3], [0.4, 12.1, 3.35]],
    ['KIBAZ-1', [0, 1], [2, 0.5]],
  ])('%s takes %j and refuses %j', (itemCode, good, bad) => {
    const limits = limitsOf(itemCode);
    expect(good.map((value) => limitBroken(limits, value))).toEqual(good.map(() => null));
    expect(bad.map((value) => limitBroken(limits, value) !== null)).toEqual(bad.map(() => true));
  });

  test.each([NaN, Infinity, -Infinity])('refuse %d', (value) => {
    expect(limitBroken(limitsOf('SWS'), value)).toBe('range');
  });
});

describe('the likely range', () => {
  const lms = { l: 1, m: 100, s: 0.1 };

  test('is P1 to P99, widened by a tenth of that at each end', () => {
    const { low, high } = likelyRange(limitsOf('SWS'), lms)!;
    const span = 2 * 23.26348;
    expect(low).toBeCloseTo(100 - span / 2 - span / 10, 3);
    expect(high).toBeCloseTo(100 + span / 2 + span / 10, 3);
  });

  test('stays inside the hard limits', () => {
    expect(likelyRange(limitsOf('SWS'), { ...lms, s: 5 })).toEqual({ low: 5, high: 260 });
  });

  test('is unknown without norms, and where the norm counts the sum of the trials', () => {
    expect(likelyRange(limitsOf('SWS'), null)).toBeNull();
    expect(likelyRange(limitsOf('BR'), lms)).toBeNull();
  });
});

describe('what was probably meant', () => {
  test.each<[string, number, { low: number; high: number } | null, number | null]>([
    ['SWS', 12, { low: 70, high: 160 }, 112],
    ['SWS', 1.12, { low: 70, high: 160 }, 112],
    ['SWS', 1.12, null, 112],
    ['SWS', 1120, null, 112],
    ['SWS', 112, { low: 70, high: 160 }, null],
    ['S20', 452, null, 4.52],
    ['S20', 43, { low: 3, high: 6 }, 4.3],
    ['R6', 0.9, null, 900],
    ['BPT', 350, null, 3.5],
    ['BPT', 35, null, 3.5],
    ['SHH', 0, { low: 5, high: 40 }, null],
  ])('%s %d in %j: %s', (itemCode, value, range, meant) => {
    expect(meantInstead(limitsOf(itemCode), value, range)).toBe(meant);
  });
});

describe('trials far apart', () => {
  test.each<[string, number[], boolean]>([
    ['SWS', [100, 60], false],
    ['SWS', [100, 59], true],
    ['SHH', [0, 0], false],
    ['SHH', [0, 3], true],
    ['SWS', [100], false],
    // Beams of different width, and values around zero.
    ['BR', [8, 8, 4, 4, 0, 1], false],
    ['RB', [-1, 2], false],
  ])('%s %j: %s', (itemCode, values, apart) => {
    expect(farApart(limitsOf(itemCode), values)).toBe(apart);
  });

  test('and what was meant lies near the other one', () => {
    const jump = limitsOf('SWS');
    expect(meantInstead(jump, 12, nearTo(jump, 84))).toBe(112);
    expect(meantInstead(jump, 12, nearTo(jump, 60))).toBeNull();
  });
});
