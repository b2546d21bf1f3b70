import { describe, expect, test } from '@jest/globals';
import { READABLE_SIGNS, readableCode, readCodeTyped } from './readable-code.js';

describe('a readable code', () => {
  test('has only signs that nobody mixes up, each as likely as any other', () => {
    const drawn = Array.from({ length: 4_400 }, () => readableCode(5)).join('');
    expect(drawn).toMatch(/^[34679CDFGHJKMNPQRTVWXY]+$/);
    const counts = [...READABLE_SIGNS].map((sign) => drawn.split(sign).length - 1);
    // 22,000 draws of 22 signs: 1,000 each, and ten standard deviations around it.
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(310);
  });

  test('is read however it was typed', () => {
    for (const typed of ['K7F3-M9', ' k7f3 m9 ', 'K7F3–M9', 'Ｋ7f3.m9'])
      expect(readCodeTyped(typed)).toBe('K7F3M9');
    expect(readCodeTyped('💚')).toBe('');
  });
});
