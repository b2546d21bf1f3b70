import { describe, expect, it } from '@jest/globals';
import { Literals } from './literals.js';

const literal = (value: unknown): string => new Literals().add(value).trim();

describe('literals', () => {
  it('quote texts, numbers and flags', () => {
    expect(literal(`O'Brien`)).toBe(`'O''Brien'`);
    expect(literal('a\\b')).toBe(`E'a\\\\b'`);
    expect(literal(`'); drop table activities; --`)).toBe(`'''); drop table activities; --'`);
    expect(literal(2026)).toBe(`'2026'`);
    expect(literal(true)).toBe(`'true'`);
  });

  it.each([[null], [undefined], [{}], [['a']]])('refuse %p', (value) => {
    expect(() => literal(value)).toThrow(TypeError);
  });
});
