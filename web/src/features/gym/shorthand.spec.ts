import { expect, test } from '@jest/globals';
import { meaningOf } from './shorthand';

const jump = { unit: 'cm' as const, lapMetres: null };
const run = { unit: 'm' as const, lapMetres: 54 };
const station = { unit: 'yes_no' as const, lapMetres: null };

test.each([
  ['112', jump, { kind: 'text', text: '112' }],
  ['F', jump, { kind: 'failed' }],
  [' k ', jump, { kind: 'reason', reason: 'ill' }],
  ['B', run, { kind: 'reason', reason: 'support_needs' }],
  ['14+31', run, { kind: 'text', text: '787' }],
  ['14 + 54', run, { kind: 'text', text: '14 + 54' }],
  ['787', run, { kind: 'text', text: '787' }],
  ['14+31', jump, { kind: 'text', text: '14+31' }],
  ['j', station, { kind: 'answer', yes: true }],
  ['0', station, { kind: 'answer', yes: false }],
  ['f', station, { kind: 'text', text: 'f' }],
])('"%s" on a sheet of %p means %p', (text, protocol, meaning) => {
  expect(meaningOf(text, protocol)).toEqual(meaning);
});
