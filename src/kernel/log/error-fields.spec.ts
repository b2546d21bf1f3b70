import { describe, expect, it } from '@jest/globals';
import { errorFields, withoutValues } from './error-fields.js';

describe('withoutValues', () => {
  it.each([
    ['invalid input syntax for type uuid: "Maxi Muster"', 'invalid input syntax for type uuid: "…"'],
    [
      'duplicate key value violates unique constraint "a" of "Maxi"',
      'duplicate key value violates unique constraint "…"',
    ],
    [
      `Unexpected token 'M', "Name: "Maxi" <maxi@example.org>" is not valid JSON`,
      'Unexpected token "…" is not valid JSON',
    ],
    ['no such user maxi@example.org (550)', 'no such user … (550)'],
    ['it stops in the middle of "Maxi Mus', 'it stops in the middle of "…"'],
    ['two\nMaxi Muster', 'two'],
    ['Handler without a role', 'Handler without a role'],
    ['', ''],
  ])('%s', (message, shown) => {
    expect(withoutValues(message)).toBe(shown);
  });
});

describe('errorFields', () => {
  it('names what PostgreSQL says about the schema, and never its rows', () => {
    const fault = Object.assign(new Error('null value in column "note" violates not-null constraint'), {
      code: '23502',
      table: 'activities',
      column: 'note',
      detail: 'Failing row contains (1, Maxi Muster, null).',
      where: 'COPY activities, line 1: "Maxi Muster"',
      hint: 'Maxi Muster',
    });
    const fields = errorFields(fault);
    expect(fields).toMatchObject({ sqlstate: '23502', table: 'activities', column: 'note', error: 'Error' });
    expect(JSON.stringify(fields)).not.toContain('Maxi');
    expect(fields['stack']).toMatch(/^ {4}at .*error-fields\.spec\.ts:\d+:\d+/);
  });

  it('takes no line of the message for a place in the code', () => {
    const fields = errorFields(new Error('refused\n    at Maxi Muster (a:1:1)\n    at b (c:2:2)'));
    expect(fields['stack']).not.toContain('Maxi');
    expect(fields['stack']).toContain('error-fields.spec.ts');
  });

  it('says of a cause only what it is, and of anything else thrown nothing but its type', () => {
    const cause = Object.assign(new Error('Maxi'), { code: 'ECONNREFUSED' });
    expect(errorFields(new Error('lost', { cause }))['cause']).toBe('Error ECONNREFUSED');
    expect(errorFields('Maxi Muster')).toEqual({ error: 'string' });
  });
});
