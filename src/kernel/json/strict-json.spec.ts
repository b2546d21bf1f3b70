import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseStrictJson } from './strict-json.js';

describe('strict JSON', () => {
  test('means what JSON means, whatever the value and however it is spaced', () => {
    const value = fc.jsonValue({ maxDepth: 8 }).filter((json) => !JSON.stringify(json).includes('__proto__'));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t', '\r\n'), (json, space) => {
        const text = JSON.stringify(json, null, space);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses whatever JSON.parse refuses', () => {
    const signs = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      '\\"',
      'a',
      '1',
      ' ',
      'null',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const parses = succeeds(() => JSON.parse(text) as unknown);
        if (!parses) expect(() => parseStrictJson(text)).toThrow(SyntaxError);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['the same key twice', '{"a":1,"a":1}'],
    ['the same key twice, written differently', '{"a":1,"\\u0061":2}'],
    ['the same key twice, far inside', '[[{"x":{"b":[],"b":[]}}]]'],
    ['the same key with spaces before the colon', '{"a" :1,"a"\n:1}'],
    ['__proto__', '{"__proto__":{}}'],
    ['__proto__, written differently', '{"\\u005f_proto__":{}}'],
  ])('refuses %s', (_, text) => {
    expect(() => parseStrictJson(text)).toThrow(SyntaxError);
  });

  test.each([
    ['the same key in two objects', '[{"a":1},{"a":1}]'],
    ['the same key inside and outside', '{"a":{"a":1}}'],
    ['a value that looks like a key', '{"a":"a","b":"a"}'],
    ['brackets in a text', '{"a":"[[[[[[[[[[[[[[[[[[[[[[{{{{","b":"\\"}]"}'],
    ['twenty levels', '['.repeat(20) + ']'.repeat(20)],
  ])('takes %s', (_, text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  test('refuses a twenty-first level', () => {
    expect(() => parseStrictJson('['.repeat(21) + ']'.repeat(21))).toThrow('nested too deeply');
  });

  test.each([
    ['a nest 200,000 deep', '['.repeat(200_000)],
    ['a text that never ends, of escaped quotes', '"' + '\\"'.repeat(500_000)],
    ['a text that never ends, of escapes', '"' + '\\\\'.repeat(500_000) + '\\'],
    ['spaces', '{"a"' + ' '.repeat(1_000_000)],
  ])('is quick to refuse %s', (_, text) => {
    const start = performance.now();
    expect(() => parseStrictJson(text)).toThrow(SyntaxError);
    // Quadratic time would be minutes.
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
