import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../problem/problem.js';
import { type CursorPart, decodeCursor, encodeCursor, pageOf } from './cursor.js';

const SHAPE: CursorPart[] = ['int', 'text', 'date', 'uuid'];
const ID = '01900000-0000-7000-8000-000000000001';

describe('a cursor', () => {
  test('says what was put into it', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(fc.integer({ min: -2e9, max: 2e9 }), text, fc.uuid(), (number, name, id) => {
        const key = [number, name, '2026-08-01', id];
        expect(decodeCursor(encodeCursor(key), SHAPE)).toEqual(key);
      }),
    );
  });

  test('is none on the first page', () => {
    expect(decodeCursor(undefined, SHAPE)).toBeNull();
  });

  test.each<[string, unknown]>([
    ['too short', [1, 'a', '2026-08-01']],
    ['too long', [1, 'a', '2026-08-01', ID, 1]],
    ['no list', { 0: 1, length: 4 }],
    ['null', null],
    ['a fraction', [1.5, 'a', '2026-08-01', ID]],
    ['a number beyond the column', [2_147_483_648, 'a', '2026-08-01', ID]],
    ['a number as text', ['1', 'a', '2026-08-01', ID]],
    ['a NUL in a text', [1, 'a\0', '2026-08-01', ID]],
    ['half a surrogate pair', [1, '\ud800', '2026-08-01', ID]],
    ['a day that does not exist', [1, 'a', '2023-02-29', ID]],
    ['no UUID', [1, 'a', '2026-08-01', "' or true"]],
    ['a list in a list', [1, ['a'], '2026-08-01', ID]],
  ])('is refused when it is %s', (_, key) => {
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
    expect(() => decodeCursor(cursor, SHAPE)).toThrow(Problem);
  });

  test('is refused, with 400 and never another error, when it is anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, SHAPE)).toThrow(expect.objectContaining({ status: 400 }));
      }),
    );
  });
});

describe('a page', () => {
  const keyOf = (row: number): number[] => [row];

  test('ends the list when there is no row beyond it', () => {
    expect(pageOf([1, 2], 2, keyOf)).toEqual({ items: [1, 2], next: null });
    expect(pageOf([], 2, keyOf)).toEqual({ items: [], next: null });
  });

  test('leaves the row beyond it to the next, which begins after the last one shown', () => {
    expect(pageOf([1, 2, 3], 2, keyOf)).toEqual({ items: [1, 2], next: encodeCursor([2]) });
  });
});
