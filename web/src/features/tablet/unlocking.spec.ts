import { describe, expect, it } from '@jest/globals';
import { Problem, problemFrom, unreachable } from '../../api/problem';
import { digitsAfter, pinKeyOf, troubleOf } from './unlocking';

const refused = (status: number, body: object, headers: Record<string, string> = {}) =>
  problemFrom(new Response(null, { status, headers }), body);

describe('the pad', () => {
  it('takes six digits and no more, and takes them back', () => {
    const typed = [...'1234567'].reduce((digits, key) => digitsAfter(digits, pinKeyOf(key)!), '');
    expect(typed).toBe('123456');
    expect(digitsAfter(typed, 'back')).toBe('12345');
    expect(digitsAfter('', 'back')).toBe('');
  });

  it('hears a keyboard too, but no letters', () => {
    expect(pinKeyOf('0')).toBe('0');
    expect(pinKeyOf('Backspace')).toBe('back');
    expect(pinKeyOf('a')).toBeNull();
    expect(pinKeyOf('Enter')).toBeNull();
  });
});

describe('what keeps a tablet locked', () => {
  it('tells how many tries are left, how long the pause is, and when only the lead can help', () => {
    const wrong = refused(401, { code: 'wrong_pin', title: 'Noch 3 Versuche' });
    expect(troubleOf(wrong)).toEqual({ kind: 'other', problem: wrong });
    const paused = refused(429, { code: 'pin_paused' }, { 'Retry-After': '287' });
    expect(troubleOf(paused)).toEqual({ kind: 'paused', seconds: 287 });
    expect(troubleOf(refused(403, { code: 'pin_locked' }))).toEqual({ kind: 'locked' });
    expect(troubleOf(refused(401, { code: 'tablet_unknown' }))).toEqual({ kind: 'revoked' });
  });

  it('lets entries be added where nobody answers, but not where somebody says no', () => {
    expect(troubleOf(unreachable())).toEqual({ kind: 'unreachable' });
    expect(troubleOf(refused(503, {}))).toEqual({ kind: 'unreachable' });
    const brake = refused(429, { code: 'too_many_requests' });
    expect(troubleOf(brake)).toEqual({ kind: 'other', problem: brake });
    expect(troubleOf(new Problem({ status: 400, code: 'x', title: 'y' })).kind).toBe('other');
  });
});
