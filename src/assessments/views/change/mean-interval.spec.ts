import { describe, expect, test } from '@jest/globals';
import { meanInterval, tQuantile } from './mean-interval.js';

describe("Student's t for 95 %", () => {
  // Column "97.5 %" of the printed tables (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).
  test.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [19, 2.093],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [100, 1.984],
  ])('with %d degrees of freedom is %d', (degrees, t) => {
    expect(tQuantile(degrees)).toBeCloseTo(t, 3);
  });

  test('with one degree is the tangent that Cauchy has, and with very many the normal distribution', () => {
    expect(tQuantile(1)).toBeCloseTo(Math.tan((0.95 * Math.PI) / 2), 8);
    expect(tQuantile(200_000)).toBeCloseTo(1.959964, 4);
  });
});

describe('The interval of a mean', () => {
  // 0.1, 0.3, 0.5, 0.7: mean 0.4, SD 0.2582; 3.1824 × 0.2582 / 2 = 0.4109.
  test('is as wide as computed by hand', () => {
    const interval = meanInterval({ n: 4, mean: 0.4, sd: Math.sqrt(0.2 / 3) });
    expect(interval?.low).toBeCloseTo(-0.0109, 4);
    expect(interval?.high).toBeCloseTo(0.8109, 4);
  });

  test('does not exist for one value or none', () => {
    expect(meanInterval({ n: 0, mean: 0, sd: 0 })).toBeNull();
    expect(meanInterval({ n: 1, mean: 0.4, sd: 0 })).toBeNull();
  });

  test('has no width where all values are the same', () => {
    expect(meanInterval({ n: 2, mean: 0.4, sd: 0 })).toEqual({ low: 0.4, high: 0.4 });
  });
});
