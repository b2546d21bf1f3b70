import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EMOTIKON } from '../../../migrations/data/emotikon-norms.js';
import { MOMO } from '../../../migrations/data/momo-norms.js';
import { percentileOf, valueOf, zOf } from './lms.js';
import { lmsAt, type NormPoint } from './norm-lookup.js';

const FILES: Record<string, string> = { momo: MOMO, emotikon: EMOTIKON };

/** Computed from the same tables by another program, with the plain formula; both of the raw value. */
const VECTORS = readFileSync(new URL('../../../test/fixtures/norms/vectors.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map((cell) => cell.trim()) as [string, string, string, ...string[]])
  .map(([source, item, sex, ...numbers]) => ({ source, item, sex, numbers: numbers.map(Number) }));

function pointsOf(source: string, item: string, sex: string): NormPoint[] {
  const lines = FILES[source]!.split('\n').map((line) => line.split(','));
  return lines
    .filter((cells) => cells[0] === item && cells[3] === sex)
    .map((cells) => cells.slice(4, 8).map(Number) as [number, number, number, number])
    .map(([age, l, m, s]) => ({ age, l, m, s }));
}

describe('z and percentile', () => {
  test('there are 37 vectors', () => expect(VECTORS).toHaveLength(37));

  test.each(VECTORS)('of $source $item $sex $numbers', ({ source, item, sex, numbers }) => {
    const [age, raw, z, percentile] = numbers as [number, number, number, number];
    const lms = lmsAt(pointsOf(source, item, sex), age)!;
    const computed = zOf(lms, raw)!;
    expect(Math.abs(computed - z)).toBeLessThan(1e-9);
    expect(Math.abs(percentileOf(computed) - percentile)).toBeLessThan(1e-8);
    // In the tail, too, where 1e-8 would say nothing.
    expect(Math.abs(percentileOf(computed) / percentile - 1)).toBeLessThan(1e-9);
  });

  const lms = fc.record({
    l: fc.oneof(fc.constant(0), fc.double({ min: -3, max: 3, noNaN: true })),
    m: fc.double({ min: 0.5, max: 2000, noNaN: true }),
    s: fc.double({ min: 0.02, max: 1, noNaN: true }),
  });
  const share = fc.double({ min: 0.3, max: 3, noNaN: true });

  test('z grows with the raw value, and is 0 at the median', () => {
    fc.assert(
      fc.property(lms, share, share, (at, a, b) => {
        fc.pre(Math.abs(a - b) > 1e-6);
        expect(zOf(at, at.m)).toBe(0);
        expect(zOf(at, Math.max(a, b) * at.m)!).toBeGreaterThan(zOf(at, Math.min(a, b) * at.m)!);
      }),
    );
  });

  test('a value comes back from its z', () => {
    fc.assert(
      fc.property(lms, share, (at, a) => {
        expect(valueOf(at, zOf(at, a * at.m)!)! / (a * at.m)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('goes over into the logarithm as L comes near 0', () => {
    for (const l of [1e-3, 1e-7, 1e-12, -1e-12]) {
      expect(zOf({ l, m: 100, s: 0.2 }, 120)!).toBeCloseTo(zOf({ l: 0, m: 100, s: 0.2 }, 120)!, 2);
    }
    expect(zOf({ l: 1e-14, m: 100, s: 0.2 }, 120)).toBeCloseTo(Math.log(1.2) / 0.2, 12);
  });

  test('0 has an answer while L is above 0, and less than 0 has none', () => {
    expect(zOf({ l: 2, m: 20, s: 0.5 }, 0)).toBe(-1);
    expect(zOf({ l: 0, m: 20, s: 0.5 }, 0)).toBeNull();
    expect(zOf({ l: -1, m: 20, s: 0.5 }, 0)).toBeNull();
    expect(zOf({ l: 1, m: 20, s: 0.5 }, -3)).toBeNull();
    expect(valueOf({ l: 1, m: 20, s: 0.5 }, -3)).toBeNull();
    expect(valueOf({ l: 1, m: 20, s: 0.5 }, -2)).toBe(0);
  });
});

describe('norms between two ages', () => {
  const points = pointsOf('momo', 'standing_long_jump', 'male');

  test('meet every row of the table', () => {
    for (const { age, l, m, s } of points) expect(lmsAt(points, age)).toEqual({ l, m, s });
  });

  test('lie on the line between the neighbours', () => {
    fc.assert(
      fc.property(fc.nat(points.length - 2), fc.double({ min: 0, max: 1, noNaN: true }), (i, part) => {
        const [a, b] = [points[i]!, points[i + 1]!];
        const at = lmsAt(points, a.age + part * (b.age - a.age))!;
        for (const key of ['l', 'm', 's'] as const) {
          expect(at[key]).toBeCloseTo(a[key] + part * (b[key] - a[key]), 9);
        }
      }),
    );
  });

  test('end with the first and the last age', () => {
    expect(points.at(0)!.age).toBe(4.148);
    expect(lmsAt(points, 4.1479)).toBeNull();
    expect(lmsAt(points, points.at(-1)!.age + 1e-9)).toBeNull();
    expect(lmsAt([], 5)).toBeNull();
  });
});
