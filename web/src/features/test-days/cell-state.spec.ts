import { expect, test } from '@jest/globals';
import { type CellState, cellState, progressOf } from './cell-state';
import type { Sheet, SheetTrial } from './queries';

const TRIAL: SheetTrial = { id: 'a', number: 1, value: 90, valid: true, confirmed: false, version: 1 };

test.each<[CellState, string, number]>([
  ['missing', 'open', 0],
  ['partial', 'done', 1],
  ['done', 'done', 2],
  ['invalid', 'invalid', 2],
  ['notDone', 'not_done', 0],
])('a task is %s when it is "%s" with %i of two trials', (expected, state, count) => {
  const trials = Array.from({ length: count }, () => TRIAL);
  expect(cellState({ state, trials }, { trials: 2 })).toBe(expected);
});

test('children are counted once: through, begun, or not yet there; without consent not at all', () => {
  const result = (protocolId: string, state: string, trials: SheetTrial[]) => ({
    ...{ protocolId, itemCode: protocolId, state, trials, reason: null, value: null, likely: null },
    version: trials.length > 0 || state === 'not_done' ? 1 : 0,
  });
  const child = (results: ReturnType<typeof result>[], hasConsent = true) => ({
    ...{ childId: 'c', code: 'C', groupId: 'g', hasConsent, left: false, results },
  });
  const protocol = (id: string, optional = false) => ({ id, itemCode: id, trials: 1, optional });
  const sheet = {
    protocols: [protocol('SWS'), protocol('SHH'), protocol('BR', true)],
    children: [
      child([result('SWS', 'done', [TRIAL]), result('SHH', 'not_done', []), result('BR', 'open', [])]),
      child([result('SWS', 'done', [TRIAL]), result('SHH', 'open', []), result('BR', 'open', [])]),
      child([result('SWS', 'open', []), result('SHH', 'open', []), result('BR', 'open', [])]),
      child([], false),
    ],
  } as unknown as Sheet;
  expect(progressOf(sheet)).toEqual({ complete: 1, started: 1, untested: 1 });
});
