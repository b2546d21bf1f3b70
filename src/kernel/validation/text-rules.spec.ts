import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCleanText, letterCount, storedText } from './text-rules.js';

describe('clean text', () => {
  test.each(['Bärengruppe', 'Nguyễn', 'O’Brien', '😀👩‍👧', 'a b', 'Straße 1, 2. OG', 'שלום'])(
    'may be %s',
    (text) => {
      expect(isCleanText(text, false)).toBe(true);
    },
  );

  test.each([
    ['NUL', 'a\0b'],
    ['a tab', 'a\tb'],
    ['an escape', '\u001b[31m'],
    ['DEL', 'a\u007f'],
    ['a C1 control', 'a\u0085b'],
    ['half a surrogate pair', 'a\ud800'],
    ['the other half', '\udc00a'],
    ['an override to the left', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a mark to the right', 'a\u200fb'],
  ])('has no %s', (_, text) => {
    expect(isCleanText(text, false)).toBe(false);
    expect(isCleanText(text, true)).toBe(false);
  });

  test('has line breaks only where they are allowed', () => {
    expect(isCleanText('a\nb', true)).toBe(true);
    expect(isCleanText('a\nb', false)).toBe(false);
  });
});

describe('text as it is stored', () => {
  test('is composed, trimmed and has plain line ends', () => {
    expect(storedText('  Nguye\u0302\u0303n\r\nMu\u0308hle\r \u00a0')).toBe('Nguyễn\nMühle');
  });

  test('stays the same when it is stored again', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (value) => expect(storedText(storedText(value))).toBe(storedText(value))));
  });

  test.each([5, null, undefined, ['a'], { a: 1 }, '\ud800'])('leaves %p to the validator', (value) => {
    expect(storedText(value)).toEqual(value);
  });
});

test('letters are counted as people see them, not as UTF-16 does', () => {
  expect(letterCount('Mühle')).toBe(5);
  expect(letterCount('😀😀')).toBe(2);
});
