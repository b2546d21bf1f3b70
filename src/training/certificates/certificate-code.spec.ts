import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeHash, newCode, readCode } from './certificate-code.js';

describe('The code of a certificate', () => {
  test('is 100 random bits in five groups, without letters that look alike', () => {
    const codes = Array.from({ length: 500 }, newCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(500);
    // Each of the 32 letters comes up: 10,000 draws.
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  test('is read however it was typed', () => {
    const code = '7K3M-9QRT-01AB-CDEF-GH0J';
    for (const typed of [
      '7k3m-9qrt-01ab-cdef-gh0j',
      ' 7K3M 9QRT 01AB CDEF GH0J ',
      '7K3M9QRT01ABCDEFGH0J',
      '7K3M–9QRT–OIAB–CDEF–GHOJ',
      '7k3m.9qrt.olab.cdef.ghoj',
      '７K3M-9QRT-01AB-CDEF-GH0J',
    ]) {
      expect(readCode(typed)).toBe(readCode(code));
      expect(codeHash(typed)).toEqual(codeHash(code));
    }
  });

  test('any other code is another one', () => {
    fc.assert(
      fc.property(
        fc.constant(newCode()),
        fc.nat(19),
        fc.constantFrom(...'23456789ABC'),
        (code, at, letter) => {
          const letters = readCode(code);
          fc.pre(letters[at] !== letter);
          const other = letters.slice(0, at) + letter + letters.slice(at + 1);
          expect(codeHash(other)).not.toEqual(codeHash(code));
        },
      ),
    );
  });

  test('what is no code at all is read as well, and is none', () => {
    for (const typed of ['', '---', '💚', 'a'.repeat(1_000)]) expect(codeHash(typed)).toHaveLength(32);
  });
});
