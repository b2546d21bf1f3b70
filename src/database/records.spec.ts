import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnOf, contentDigest } from './records.js';

describe('the fingerprint of what was sent', () => {
  const content = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => ({ ...value }));

  test('does not depend on the order of the fields, the id, or fields that were left out', () => {
    fc.assert(
      fc.property(content, fc.uuid(), (sent, id) => {
        const turned = Object.fromEntries(Object.entries(sent).reverse());
        expect(contentDigest({ id, ...turned, absent: undefined })).toEqual(contentDigest({ ...sent, id }));
      }),
    );
  });

  test.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [{ a: 'b' }, { b: 'a' }],
    [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    [{ ab: 'c' }, { a: 'bc' }],
  ])('tells %j from %j', (one, other) => {
    expect(contentDigest(one)).not.toEqual(contentDigest(other));
  });
});

describe('a column', () => {
  test.each([
    ['childrenPresent', 'children_present'],
    ['id', 'id'],
    ['plusKita', 'plus_kita'],
  ])('%s is %s', (property, column) => {
    expect(columnOf(property)).toBe(column);
  });

  test.each(['Name', 'a b', 'a"', 'a;drop table x', '', '1a', 'ä'])('is not %j', (property) => {
    expect(() => columnOf(property)).toThrow('not a column name');
  });
});
