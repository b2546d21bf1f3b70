import { describe, expect, test } from '@jest/globals';
import { decimalsOf, formatValue, parseValue } from './decimal';

describe('values as they are typed', () => {
  test.each([
    ['112', 112],
    ['4,87', 4.87],
    ['4.87', 4.87],
    [' 3, ', 3],
    [',5', 0.5],
    ['-3,5', -3.5],
    ['−3,5', -3.5],
  ])('"%s" is %p', (text, value) => expect(parseValue(text)).toBe(value));

  test.each(['', '-', ',', '1,2,3', '1e3', '12 cm', 'x', 'NaN'])('"%s" is no number', (text) =>
    expect(parseValue(text)).toBeNull(),
  );

  test.each([
    [1, 0, 112, '112'],
    [0.5, 1, -3.5, '-3,5'],
    [0.01, 2, 4.5, '4,50'],
  ])('a step of %p has %p decimals', (step, decimals, value, text) => {
    expect(decimalsOf(step)).toBe(decimals);
    expect(formatValue(value, step)).toBe(text);
  });
});
