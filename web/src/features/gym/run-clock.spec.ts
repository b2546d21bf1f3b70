import { describe, expect, test } from '@jest/globals';
import { preciseNow, remainingText, secondsLeft, stopwatchText } from './run-clock';

describe('times', () => {
  test.each([
    [0, '0,00'],
    [4879, '4,87'],
    [4870.0001, '4,87'],
    [61_230, '61,23'],
    [-5, '0,00'],
  ])('%p ms on the stopwatch are %s', (milliseconds, text) => {
    expect(stopwatchText(milliseconds)).toBe(text);
  });

  test.each([
    [0, 15],
    [1, 15],
    [1000, 14],
    [14_001, 1],
    [15_000, 0],
    [99_000, 0],
    [-50, 15],
  ])('%p ms after the start of 15 s there are %p left', (now, left) => {
    expect(secondsLeft(0, 15, now)).toBe(left);
  });

  test('are shown in minutes from a minute on', () => {
    expect([360, 61, 60, 59, 0].map(remainingText)).toEqual(['6:00', '1:01', '1:00', '59', '0']);
  });

  test('run on one clock that never goes back', () => {
    const moments = Array.from({ length: 100 }, preciseNow);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });
});
