import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-policy.js';

const person = { name: 'Marlies Beispiel', email: 'marlies.beispiel@demo.invalid' };

describe('passwordFault', () => {
  it.each([
    'kurz und knapp',
    'passwortpasswort',
    'Olympia ruft mach mit 2026',
    'P4ssw0rt!P4ssw0rt!',
    'marliesbeispiel1!',
    'aaaaaaaaaaaaaaaaaaaa',
    '12345678901234567890',
    'qwertzuiopasdfghjkl',
    'Sommer2026Sommer2026',
    'correct horse battery staple',
    'x'.repeat(129),
  ])('refuses %s', (password) => expect(passwordFault(password, person)).toMatch(/^Passwort: /));

  it.each([
    'vier runde Melonen tanzen',
    'Xk7#pQ2!vM9$wZr',
    'Löwenzahn trifft Kontrabass',
    'jgfwkzrbqnvldhsx',
  ])('takes %s', (password) => expect(passwordFault(password, person)).toBeNull());
});
