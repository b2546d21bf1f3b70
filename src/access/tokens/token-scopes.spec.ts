import { describe, expect, it } from '@jest/globals';
import { presentedToken } from './token-scopes.js';

const TOKEN = `olympia_pat_${'a'.repeat(43)}`;

describe('presentedToken', () => {
  it.each([
    [`Bearer ${TOKEN}`, TOKEN],
    [`bearer ${TOKEN}`, TOKEN],
    [`Bearer ${TOKEN}x`, ''],
    ['Bearer olympia_pat_', ''],
    ["Bearer olympia_pat_' or true --", ''],
    ['Bearer something-else', null],
    ['Basic dXNlcjpwYXNz', null],
    ['', null],
    [undefined, null],
  ])('reads %j', (header, expected) => {
    expect(presentedToken(header)).toBe(expected);
  });
});
