import { describe, expect, test } from '@jest/globals';
import { checkValue } from './value-check';

const jump = { rule: 'best' as const, minValue: 5, maxValue: 260, step: 1, unit: 'cm' as const };
const bend = { rule: 'best' as const, minValue: -40, maxValue: 40, step: 0.5, unit: 'cm' as const };
const sprint = { rule: 'best' as const, minValue: 2.5, maxValue: 12, step: 0.01, unit: 's' as const };
const jumpAtFive = { low: 50, high: 150 };

describe('what is typed for one try', () => {
  test('is refused outside of the hard limits and off the step, with the sentence that helps', () => {
    for (const text of ['4', '261', '100,5', '-5', 'abc']) {
      expect(checkValue(text, jump, null, [])).toMatchObject({
        kind: 'refused',
        message: 'Bitte 5 bis 260 cm angeben, ganze Zahlen.',
      });
    }
    expect(checkValue('-3,4', bend, null, [])).toMatchObject({
      message: 'Bitte −40 bis 40 cm angeben, in Schritten von 0,5.',
    });
  });

  test('is taken at the limits', () => {
    for (const text of ['5', '260']) expect(checkValue(text, jump, null, []).kind).toBe('fine');
    for (const text of ['-40', '-3,5', '0', '40,0'])
      expect(checkValue(text, bend, null, []).kind).toBe('fine');
    for (const text of ['2,5', '4,87', '12,00']) expect(checkValue(text, sprint, null, []).kind).toBe('fine');
  });

  test('is asked about where it is unlikely, with the number that was probably meant', () => {
    expect(checkValue('12', jump, jumpAtFive, [])).toEqual({
      ...{ kind: 'doubtful', value: 12, why: 'unlikely', suggestion: 112 },
    });
    expect(checkValue('9', jump, jumpAtFive, [])).toMatchObject({ suggestion: 109 });
    expect(checkValue('200', jump, jumpAtFive, [])).toMatchObject({ kind: 'doubtful', suggestion: null });
  });

  test('helps with metres for centimetres and with a lost comma', () => {
    expect(checkValue('1,12', jump, jumpAtFive, [])).toMatchObject({ kind: 'refused', suggestion: 112 });
    expect(checkValue('487', sprint, null, [])).toMatchObject({ kind: 'refused', suggestion: 4.87 });
  });

  test('is asked about if it differs from another try by more than 40 %', () => {
    expect(checkValue('60', jump, null, [100]).kind).toBe('fine');
    expect(checkValue('59', jump, null, [100])).toMatchObject({ kind: 'doubtful', why: 'unlike' });
    // A child too young for the norms, or of a sex that they do not know: the other try says what was meant.
    expect(checkValue('12', jump, null, [84])).toMatchObject({ why: 'unlike', suggestion: 112 });
    expect(checkValue('12', jump, null, [60])).toMatchObject({ why: 'unlike', suggestion: null });
  });

  test('is not compared where tries are no shares of each other', () => {
    expect(checkValue('-2', bend, null, [3]).kind).toBe('fine');
    expect(checkValue('0', bend, null, [0]).kind).toBe('fine');
    const beams = { ...jump, minValue: 0, maxValue: 8, rule: 'sum' as const };
    expect(checkValue('2', beams, null, [8, 8]).kind).toBe('fine');
  });

  test('is nothing while the field is empty', () => {
    expect(checkValue(' ', jump, null, [])).toEqual({ kind: 'empty' });
  });
});
