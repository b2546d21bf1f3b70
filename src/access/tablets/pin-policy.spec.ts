import { describe, expect, test } from '@jest/globals';
import { pinFault } from './pin-policy.js';

describe('a PIN', () => {
  test.each(['482951', '730486', '915360', '604817'])('%s is good', (pin) => {
    expect(pinFault(pin)).toBeNull();
  });

  test.each([
    ['one digit', '000000'],
    ['two digits', '797797'],
    ['a run upwards', '456789'],
    ['a run over nine', '789012'],
    ['a run downwards', '876543'],
    ['every second digit', '864208'],
    ['pairs', '774488'],
    ['three digits twice', '835835'],
    ['two digits thrice', '838383'],
    ['the same backwards', '836638'],
    ['columns of the keypad', '147258'],
    ['diagonals of the keypad', '159753'],
    ['one of the most used', '121314'],
  ])('that is %s is easy to guess', (_, pin) => {
    expect(pinFault(pin)).toMatch(/leicht zu erraten/);
  });

  test.each(['240585', '850524', '198503', '051985', '732019'])('%s looks like a date', (pin) => {
    expect(pinFault(pin)).toMatch(/Datum/);
  });

  test.each(['', '12345', '1234567', '12345a', '４８２９５１', '48 951'])('%j is none', (pin) => {
    expect(pinFault(pin)).toMatch(/sechs Ziffern/);
  });

  test('of a million, nine in ten may be chosen', () => {
    const good = Array.from({ length: 10_000 }, (_, i) => String(i * 100 + (i % 97)).padStart(6, '0'));
    expect(good.filter((pin) => pinFault(pin) === null).length).toBeGreaterThan(8_500);
  });
});
