import { describe, expect, it, jest } from '@jest/globals';
import { asProblem, Problem, problemFrom, unreachable } from './problem';

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

describe('a refusal', () => {
  it('keeps the sentence, the fields and the id of the request', () => {
    const problem = problemFrom(answer(422), {
      code: 'invalid',
      title: 'Bitte die Angaben prüfen.',
      requestId: 'r1',
      errors: [{ field: 'minutes', message: 'Minuten: …' }, 'nonsense'],
    });
    expect(problem).toMatchObject({ status: 422, code: 'invalid', requestId: 'r1' });
    expect(problem.message).toBe('Bitte die Angaben prüfen.');
    expect(problem.errors).toEqual([{ field: 'minutes', message: 'Minuten: …' }]);
  });

  it('names the one field it is about', () => {
    const problem = problemFrom(answer(409), { title: 'Diesen Namen gibt es schon.', field: 'name' });
    expect(problem.errors).toEqual([{ field: 'name', message: 'Diesen Namen gibt es schon.' }]);
  });

  it('has a sentence even if something else than the server answered', () => {
    expect(problemFrom(answer(502), '<html>').message).toContain('ausgelastet');
    expect(problemFrom(answer(500), undefined).message).toContain('schiefgegangen');
    expect(problemFrom(answer(400), null).message).not.toBe('');
  });

  it('says how long to wait', () => {
    expect(problemFrom(answer(429, { 'Retry-After': '42' }), {}).retryAfter).toBe(42);
  });
});

describe('trouble that passes', () => {
  it('is the network and the server, not what the person typed', () => {
    const passing = [0, 408, 429, 500, 503];
    const lasting = [400, 403, 404, 409, 412, 422];
    const passes = (status: number) => new Problem({ status, code: 'x', title: 'x' }).passes;
    expect(passing.every(passes)).toBe(true);
    expect(lasting.some(passes)).toBe(false);
    expect(unreachable().passes).toBe(true);
  });

  it('leaves nobody without a sentence', () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(asProblem(new TypeError('x is undefined')).message).not.toContain('undefined');
  });
});
