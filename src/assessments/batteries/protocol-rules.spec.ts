import { expect, test } from '@jest/globals';
import { PROTOCOLS } from '../../../migrations/data/shipped-batteries.js';
import { protocolProblems } from './protocol-rules.js';

const jump = { unit: 'cm', better: 'higher', rule: 'best', trials: 2, timer: 'none' } as const;
const good = { ...jump, minValue: 5, maxValue: 260, step: 1 };

test.each(PROTOCOLS.map((protocol) => [protocol.itemCode, protocol] as const))(
  'the shipped version of %s contradicts itself nowhere',
  (_, { min: minValue, max: maxValue, ...rest }) => {
    expect(protocolProblems({ ...rest, minValue, maxValue })).toEqual([]);
  },
);

test.each([
  ['unit', { unit: 'yes_no' }],
  ['unit', { rule: 'done', better: null, trials: 1 }],
  ['better', { better: null }],
  ['better', { rule: 'done', unit: 'yes_no', trials: 1 }],
  ['trials', { rule: 'single' }],
  ['trialLabels', { trialLabels: ['links'] }],
  ['maxValue', { maxValue: 5 }],
  ['step', { step: 256 }],
  ['ceiling', { ceiling: 5 }],
  ['timerSeconds', { timer: 'countdown' }],
  ['timerSeconds', { timerSeconds: 15 }],
  ['lapMetres', { timer: 'laps', timerSeconds: 360 }],
  ['lapMetres', { lapMetres: 54 }],
] as const)('names %s for %j', (field, change) => {
  const problems = protocolProblems({ ...good, ...change } as Parameters<typeof protocolProblems>[0]);
  expect(problems.map((problem) => problem.field)).toEqual([field]);
});
