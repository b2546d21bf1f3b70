import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isolates, pickSafe } from './rank-test.js';

const weights = (values: number[]): Map<number, number> => new Map(values.map((value, i) => [i, value]));

describe('The rank test', () => {
  it('finds a difference of two groups', () => {
    expect(isolates([[0, 1], [0]], weights([50, 9]), 10)).toBe(true);
    expect(isolates([[0, 1], [0]], weights([50, 10]), 10)).toBe(false);
    expect(isolates([[0, 1], [0]], weights([50, 0]), 10)).toBe(false);
  });

  it('finds what only several groups together give away', () => {
    // All less the first three of four parts.
    const parts = [[0], [1], [2]];
    expect(isolates([[0, 1, 2, 3], ...parts], weights([20, 20, 20, 5]), 10)).toBe(true);
    expect(isolates([[0, 1, 2, 3], ...parts.slice(1)], weights([20, 20, 20, 5]), 10)).toBe(false);
    // Two cuts through the same children that are nearly the same.
    expect(
      isolates(
        [
          [0, 1],
          [1, 2],
        ],
        weights([4, 60, 4]),
        10,
      ),
    ).toBe(true);
  });

  it('lets crossed margins be, which isolate nobody', () => {
    const margins = [
      [0, 1],
      [2, 3],
      [0, 2],
      [1, 3],
    ];
    expect(isolates(margins, weights([3, 30, 30, 30]), 10)).toBe(false);
  });

  it('picks groups that isolate nobody, in their order', () => {
    expect(pickSafe([[0, 1], [0], [1]], weights([50, 9]), 10)).toEqual([0]);
    expect(pickSafe([[0, 1], [0], [1]], weights([50, 12]), 10)).toEqual([0, 1, 2]);
  });

  it('counts in groups of which something was published before', () => {
    expect(pickSafe([[0]], weights([50, 9]), 10)).toEqual([0]);
    expect(pickSafe([[0], [1, 2]], weights([50, 9, 20]), 10, [[0, 1]])).toEqual([1]);
    expect(pickSafe([[0], [1, 2]], weights([50, 12, 20]), 10, [[0, 1]])).toEqual([0, 1]);
  });

  it('agrees with brute force over all combinations with small coefficients', () => {
    const arbitrary = fc.record({
      groups: fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1 }), { minLength: 1, maxLength: 4 }),
      values: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 6, maxLength: 6 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ groups, values }) => {
        if (isolates(groups, weights(values), 10)) return;
        for (const combination of combinations(groups.length)) {
          const sums = values.map((_, v) =>
            groups.reduce((sum, group, g) => sum + (group.includes(v) ? combination[g]! : 0), 0),
          );
          const children = values.reduce((sum, value, v) => sum + (sums[v] === 0 ? 0 : value), 0);
          expect(children === 0 || children >= 10).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** All vectors with entries from −2 to 2. */
function combinations(length: number): number[][] {
  if (length === 0) return [[]];
  return combinations(length - 1).flatMap((rest) => [-2, -1, 0, 1, 2].map((value) => [...rest, value]));
}
