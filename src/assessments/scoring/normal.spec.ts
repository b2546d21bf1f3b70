import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalCdf, normalQuantile } from './normal.js';

/** Φ to 16 digits: ½ erfc(−z/√2), computed with 50 digits and more. */
const KNOWN: [z: number, p: number][] = [
  [0, 0.5],
  [-0.5, 0.3085375387259869],
  [0.5, 0.6914624612740131],
  [-1, 0.15865525393145705],
  [1, 0.8413447460685429],
  [-1.959963984540054, 0.025000000000000012],
  [-2.9, 0.0018658133003840384],
  [-2.999999, 0.0013499024634851548],
  [-3, 0.0013498980316300946],
  [-3.000001, 0.0013498935997883297],
  [-3.5, 0.00023262907903552504],
  [3.5, 0.9997673709209645],
  [-6, 9.86587645037698e-10],
  [-6.4408050185, 5.942073233162386e-11],
];

const relative = (is: number, should: number): number => Math.abs(is / should - 1);

describe('the normal distribution', () => {
  test.each(KNOWN)('has at %d the probability %d, in its relative precision', (z, p) => {
    expect(relative(normalCdf(z), p)).toBeLessThan(1e-13);
    if (p < 1) expect(normalQuantile(p)).toBeCloseTo(z, p > 0.99 ? 6 : 12);
  });

  test('is symmetric, grows and stays between 0 and 1', () => {
    const z = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(z, z, (a, b) => {
        expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 14);
        expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(normalCdf(Math.max(a, b)));
        expect(normalCdf(a)).toBeGreaterThanOrEqual(0);
        expect(normalCdf(a)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is undone by its quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12);
      }),
    );
  });

  test.each([0, 1, -0.1, 1.1, NaN])('has no quantile at %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
