import { describe, expect, test } from '@jest/globals';
import type { ParticipationRun } from '../../api/types';
import { nextStatuses, placesOf } from './way';

function run(...statuses: string[]): ParticipationRun {
  const steps = statuses.map((status, i) => ({
    ...{ id: status, status, reachedOn: `2026-09-0${i + 1}`, reason: null, recordedAt: '', correction: null },
  }));
  const rest = {
    id: 'r',
    institutionId: 'i',
    startedOn: null,
    endedOn: null,
    reason: null,
    materialsOn: null,
    version: 1,
  };
  return { ...rest, status: statuses.at(-1) ?? '', steps, withdrawn: [] };
}

const states = (of: ParticipationRun): string[] =>
  placesOf(of).map(({ status, state }) => `${status} ${state}`);

describe('the way of a run', () => {
  test('shows what was reached, left out, is next and ahead', () => {
    expect(states(run('requested', 'initial_consultation'))).toEqual([
      'requested done',
      'registered skipped',
      'initial_consultation done',
      'choosing_modules next',
      'active open',
      'completed open',
    ]);
  });

  test('may end early, and then nothing is ahead', () => {
    expect(states(run('registered', 'choosing_modules', 'cancelled')).slice(1)).toEqual([
      ...['registered done', 'initial_consultation skipped', 'choosing_modules done', 'cancelled done'],
    ]);
  });
});

describe('the next step', () => {
  test('may leave some out, or lead out', () => {
    expect(nextStatuses(run('choosing_modules'))).toEqual(['active', 'completed', 'cancelled']);
    expect(nextStatuses(run('requested'))).not.toContain('completed');
    expect(nextStatuses(run('registered', 'completed'))).toEqual([]);
  });
});
