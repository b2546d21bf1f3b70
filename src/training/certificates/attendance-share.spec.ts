import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kindOf, teachingUnits } from './attendance-share.js';

describe('What somebody who attended gets', () => {
  test.each([
    [288, 360, 80, 'participation'],
    [287, 360, 80, 'hours'],
    [360, 360, 100, 'participation'],
    [359, 360, 100, 'hours'],
    // 80 % of 361 are 288.8 minutes: 288 are not enough, 289 are.
    [288, 361, 80, 'hours'],
    [289, 361, 80, 'participation'],
    [0, 360, 0, 'hours'],
    [1, 360, 0, 'participation'],
  ])('%i of %i minutes at %i %%: %s', (attendedMinutes, totalMinutes, thresholdPercent, kind) => {
    expect(kindOf({ attendedMinutes, totalMinutes, thresholdPercent })).toBe(kind);
  });

  test('whoever attended everything has always attended enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 100 }),
        (minutes, threshold) => {
          const share = { attendedMinutes: minutes, totalMinutes: minutes, thresholdPercent: threshold };
          expect(kindOf(share)).toBe('participation');
        },
      ),
    );
  });

  test.each([
    [0, 0],
    [45, 1],
    [101, 2.2],
    [102, 2.3],
    [67, 1.5],
    [180, 4],
  ])('%i minutes are %d units', (minutes, units) => {
    expect(teachingUnits(minutes)).toBe(units);
  });
});
