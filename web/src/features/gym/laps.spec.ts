import { describe, expect, test } from '@jest/globals';
import { type LapRun, type LapStep, lapsOf, metresOf, NO_RUN, phaseOf, runFrom, step } from './laps';

const after = (...steps: LapStep[]): LapRun => steps.reduce(step, NO_RUN);
const tap = (childId: string, seconds: number): LapStep => ({ kind: 'tap', childId, at: seconds * 1000 });
const started: LapStep[] = [
  { kind: 'choose', runners: ['a', 'b'] },
  { kind: 'start', at: 0 },
];

describe('laps of a run', () => {
  test('are counted by child, and the last touch can be taken back', () => {
    const run = after(...started, tap('a', 20), tap('b', 21), tap('a', 40));
    expect([lapsOf(run, 'a'), lapsOf(run, 'b')]).toEqual([2, 1]);
    expect(lapsOf(step(run, { kind: 'undo' }), 'a')).toBe(1);
  });

  test('count neither before the start, nor for others, nor a trembling finger', () => {
    expect(after({ kind: 'choose', runners: ['a'] }, tap('a', 1)).taps).toEqual([]);
    const run = after(...started, tap('c', 5), tap('a', 20), tap('a', 20.5), tap('a', 21));
    expect([lapsOf(run, 'a'), lapsOf(run, 'c')]).toEqual([2, 0]);
  });

  test('make metres once the rest is said', () => {
    const run = after(...started, tap('a', 20), tap('a', 40), { kind: 'rest', childId: 'a', metres: 31 });
    expect([metresOf(run, 'a', 54), metresOf(run, 'b', 54)]).toEqual([139, null]);
    expect(metresOf(step(run, { kind: 'laps', childId: 'a', laps: 3 }), 'a', 54)).toBe(193);
  });

  test('end with the time or by hand, and the run with the last child stored', () => {
    const run = after(...started);
    expect([phaseOf(NO_RUN, 360, 0), phaseOf(run, 360, 359_999), phaseOf(run, 360, 360_000)]).toEqual([
      'choosing',
      'running',
      'over',
    ]);
    expect(phaseOf(step(run, { kind: 'end', at: 5 }), 360, 10)).toBe('over');
    const one = step(run, { kind: 'saved', childId: 'a' });
    expect(one.runners).toEqual(['b']);
    expect(step(one, { kind: 'saved', childId: 'b' })).toEqual(NO_RUN);
  });

  test('come back after a reload, and nonsense begins anew', () => {
    const run = after(...started, tap('a', 20));
    expect(runFrom(JSON.stringify(run))).toEqual(run);
    for (const text of ['', '{}', '[1]', 'null', '{"runners":1,"taps":[]}'])
      expect(runFrom(text)).toEqual(NO_RUN);
  });
});
