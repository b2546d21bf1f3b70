import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classOf } from './classes.js';
import { type ItemNorm, type Score, scoreOf } from './score.js';

const curve = [
  { age: 4, l: 1, m: 20, s: 0.5 },
  { age: 8, l: 1, m: 40, s: 0.5 },
];
const higher: ItemNorm = { better: 'higher', curves: { male: curve } };
const lower: ItemNorm = { ...higher, better: 'lower' };
const boy = { sex: 'male', age: 4, value: 25 };

describe('a score', () => {
  test('of a value that is better when it is higher', () => {
    expect(scoreOf(higher, boy)).toEqual({
      ...{ z: 0.5, percentile: expect.closeTo(69.146246, 6), performanceZ: 0.5 },
      ...{ performancePercentile: expect.closeTo(69.146246, 6), class: 4, capped: false },
    });
  });

  test('is turned round where lower is better, and stays the same of the raw value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 80, noNaN: true }), (value) => {
        const [up, down] = [higher, lower].map((norm) => scoreOf(norm, { ...boy, value }) as Score) as [
          Score,
          Score,
        ];
        expect([down.z, down.percentile]).toEqual([up.z, up.percentile]);
        expect(down.performanceZ).toBeCloseTo(-up.performanceZ, 12);
        expect(down.performancePercentile + up.performancePercentile).toBeCloseTo(100, 9);
        expect(down.class).toBe(classOf(down.performancePercentile));
      }),
    );
  });

  test('of a value at the ceiling may be of a better one', () => {
    const capped = (value: number): unknown => scoreOf(higher, { ...boy, age: 8, value, ceiling: 48 });
    expect(capped(48)).toMatchObject({ capped: true });
    expect(capped(47)).toMatchObject({ capped: false });
  });

  test.each([
    ['item', null, boy],
    ['sex', higher, { ...boy, sex: 'female' }],
    ['sex', higher, { ...boy, sex: 'diverse' }],
    ['sex', higher, { ...boy, sex: null }],
    ['age', higher, { ...boy, age: 3.99 }],
    ['age', higher, { ...boy, age: 8.01 }],
    ['age', higher, { ...boy, age: NaN }],
    ['value', higher, { ...boy, value: -1 }],
    ['value', higher, { ...boy, value: NaN }],
    ['value', higher, { ...boy, value: Infinity }],
  ])('is missing for want of a norm for the %s', (reason, norm, measured) => {
    expect(scoreOf(norm, measured)).toBe(reason);
  });
});

test('there are five classes, each from its lower limit on', () => {
  const limits = [0, 19.999, 20, 39.999, 40, 59.999, 60, 79.999, 80, 100];
  expect(limits.map(classOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});
