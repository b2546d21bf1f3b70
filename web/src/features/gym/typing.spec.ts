import { describe, expect, test } from '@jest/globals';
import { isOneTouch, type PadKey, press } from './typing';
import type { Limits } from './value-check';

const jump: Limits = { minValue: 5, maxValue: 260, step: 1, unit: 'cm' };
const bend: Limits = { minValue: -40, maxValue: 40, step: 0.5, unit: 'cm' };
const beam: Limits = { minValue: 0, maxValue: 8, step: 1, unit: 'steps' };

const typed = (keys: PadKey[], limits: Limits): string =>
  keys.reduce((text, key) => press(text, key, limits), '');

describe('the number pad', () => {
  test('writes digits, and takes them back', () => {
    expect(typed(['1', '1', '2'], jump)).toBe('112');
    expect(typed(['1', '1', '2', 'back'], jump)).toBe('11');
    expect(typed(['back'], jump)).toBe('');
  });

  test('has a comma only where the step needs one, and only once', () => {
    expect(typed(['3', 'comma', '5', 'comma', '5'], bend)).toBe('3,5');
    expect(typed(['comma', '5'], bend)).toBe('0,5');
    expect(typed(['3', 'comma'], jump)).toBe('3');
  });

  test('turns the sign over, before or after the digits', () => {
    expect(typed(['3', 'sign'], bend)).toBe('-3');
    expect(typed(['sign', '3', 'sign'], bend)).toBe('3');
  });

  test('writes no leading zeros and no endless numbers', () => {
    expect(typed(['0', '7'], jump)).toBe('7');
    expect(typed(['sign', '0', '7'], bend)).toBe('-7');
    expect(typed(['1', '2', '3', '4', '5', '6'], jump)).toBe('1234');
  });

  test('knows when one digit is all there is to say', () => {
    expect([beam, jump, bend].map(isOneTouch)).toEqual([true, false, false]);
  });
});
