import { describe, expect, test } from '@jest/globals';
import { nextTry } from './delivery-rules.js';

const NOW = new Date('2027-01-12T08:00:00Z');
const minutes = (attempts: number): number | null => {
  const next = nextTry(attempts, NOW);
  return next && (next.getTime() - NOW.getTime()) / 60_000;
};

describe('the next try', () => {
  test('comes after ever longer pauses, at most six hours', () => {
    expect([1, 2, 3, 9, 10, 19].map(minutes)).toEqual([1, 2, 4, 256, 360, 360]);
  });

  test('comes for about three days, then never', () => {
    expect(minutes(20)).toBeNull();
    const days = Array.from({ length: 19 }, (_, i) => minutes(i + 1)!).reduce((a, b) => a + b) / 1440;
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(3.5);
  });
});
