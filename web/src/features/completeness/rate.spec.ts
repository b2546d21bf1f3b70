import { expect, test } from '@jest/globals';
import { isLow, monthsUntil, stepOf } from './rate';

const weeks = (reported: number, expected: number) => ({ reported, expected, onTime: 0 });

test.each([
  [0, 4, 0],
  [1, 4, 1],
  [2, 4, 2],
  [3, 4, 2],
  [7, 8, 3],
  [4, 4, 4],
  [0, 0, null],
])('%s of %s weeks are step %s', (reported, expected, step) => {
  expect(stepOf(weeks(reported, expected))).toBe(step);
});

test('low is below half, and nothing expected is not low', () => {
  expect([weeks(1, 3), weeks(2, 4), weeks(0, 0)].map(isLow)).toEqual([true, false, false]);
});

test('the months of a school year end with the running one', () => {
  expect(monthsUntil(2026, '2026-10-05')).toEqual(['2026-08', '2026-09', '2026-10']);
  expect(monthsUntil(2025, '2026-07-31')).toHaveLength(12);
  expect(monthsUntil(2025, '2026-07-31').at(-1)).toBe('2026-07');
});
