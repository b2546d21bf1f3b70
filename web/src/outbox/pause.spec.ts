import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './pause';

describe('the pause between attempts', () => {
  it('grows, but never beyond a quarter of an hour', () => {
    const pauses = [1, 2, 3, 4, 20].map((attempts) => pauseAfter(attempts, undefined, 1));
    expect(pauses).toEqual([15_000, 30_000, 60_000, 120_000, 900_000]);
  });

  it('is spread over the devices of a town', () => {
    expect(pauseAfter(1, undefined, 0)).toBe(7_500);
  });

  it('is at least what the server asks for', () => {
    expect(pauseAfter(1, 120, 0)).toBe(120_000);
  });
});
