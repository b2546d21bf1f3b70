import { describe, expect, test } from '@jest/globals';
import { formatChange, formatPercentile, valueWithUnit } from './result-words';

describe('A result in words', () => {
  test.each([
    [18.5, 'jumps', '18,5 Sprünge'],
    [-2.5, 'cm', '−2,5 cm'],
    [4.82, 's', '4,82 s'],
    [1, 'contacts', '1 Bodenkontakt'],
    [1, 'yes_no', 'geschafft'],
    [0, 'yes_no', 'ausprobiert'],
  ])('%d %s is %p', (value, unit, words) => {
    expect(valueWithUnit(value, unit)).toBe(words);
  });

  test.each([
    [39.28, false, '39'],
    [0.2, false, '< 1'],
    [0.7, false, '1'],
    [99.8, false, '> 99'],
    [97.6, true, '≥ 98'],
    [99.9, true, '≥ 99'],
  ])('percentile %d (ceiling: %p) is %p', (percentile, atCeiling, words) => {
    expect(formatPercentile(percentile, atCeiling)).toBe(words);
  });

  test.each([
    [0.4, '+0,40'],
    [-0.256, '−0,26'],
    [0, '0,00'],
    [-0.001, '0,00'],
  ])('a change of %d is %p', (change, words) => {
    expect(formatChange(change)).toBe(words);
  });
});
