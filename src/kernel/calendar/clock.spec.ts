import { describe, expect, test } from '@jest/globals';
import { berlinDate, Clock } from './clock.js';

describe('the day in Berlin', () => {
  test.each([
    ['2026-07-31T21:59:59Z', '2026-07-31'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    // The clock goes forward at 01:00 and back at 01:00 UTC.
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('at %s is %s', (instant, day) => {
    expect(berlinDate(new Date(instant))).toBe(day);
  });
});

test("the clock's today is Berlin's day of its now", () => {
  class Stopped extends Clock {
    override now(): Date {
      return new Date('2026-07-31T22:00:00Z');
    }
  }
  expect(new Stopped().today()).toBe('2026-08-01');
});
