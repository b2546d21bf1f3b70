import { describe, expect, test } from '@jest/globals';
import { PROTOCOLS } from '../../../migrations/data/shipped-batteries.js';
import { type CountingRule, deriveValue, type Trial } from './derive-value.js';

const OPEN = { state: 'open', value: null };
const INVALID = { state: 'invalid', value: null };

function ruleOf(itemCode: string): CountingRule {
  return PROTOCOLS.find((protocol) => protocol.itemCode === itemCode)!;
}

/** `x` is a failed try. */
function derived(itemCode: string, trials: (number | 'x')[]): unknown {
  const made = trials.map((value): Trial =>
    value === 'x' ? { value: null, valid: false } : { value, valid: true },
  );
  return deriveValue(ruleOf(itemCode), made);
}

describe('the value of', () => {
  test.each<[string, (number | 'x')[], number]>([
    ['SHH', [20, 23], 21.5],
    ['SWS', [98, 104], 104],
    ['SWS', ['x', 104], 104],
    ['SWS', [98], 98],
    ['BR', [8, 8, 5, 6, 2, 0], 29],
    ['BR', [8, 8, 8, 8, 8, 8], 48],
    ['BR', [0, 0, 0, 0, 0, 0], 0],
    ['RB', [-4.5, -6], -4.5],
    ['LS', [0], 0],
    ['SU', [17], 17],
    ['S20', [4.52, 4.38], 4.38],
    ['S20', [4.52, 'x'], 4.52],
    ['R6', [918], 918],
    ['EBS', [0], 0],
    ['STAR', [24.1, 23.87], 23.87],
    ['BPT', [3.4, 3.9], 3.9],
    ['KIBAZ-3', [1], 1],
  ])('%s from %j is %d', (itemCode, trials, value) => {
    expect(derived(itemCode, trials)).toEqual({ state: 'done', value });
  });

  test.each<[string, (number | 'x')[]]>([
    ['SHH', []],
    ['SHH', [20]],
    ['SHH', ['x']],
    ['SWS', ['x']],
    ['BR', [8, 8, 5, 6, 2]],
    ['R6', []],
  ])('%s from %j is still open', (itemCode, trials) => {
    expect(derived(itemCode, trials)).toEqual(OPEN);
  });

  test.each<[string, (number | 'x')[]]>([
    ['SHH', [20, 'x']],
    ['SWS', ['x', 'x']],
    ['BR', [8, 8, 5, 6, 2, 'x']],
    ['EBS', ['x']],
  ])('%s from %j is none, and not 0', (itemCode, trials) => {
    expect(derived(itemCode, trials)).toEqual(INVALID);
  });
});
