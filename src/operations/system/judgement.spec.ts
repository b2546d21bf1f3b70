import { describe, expect, it } from '@jest/globals';
import { clockState, diskState, queueState, upkeepState, type UpkeepFacts } from './judgement.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const good = (kind: UpkeepFacts['kind'], hours: number): UpkeepFacts => ({
  ...{ kind, lastStartedAt: hoursAgo(hours), lastEndedAt: hoursAgo(hours), lastOutcome: 'ok' },
  lastGoodAt: hoursAgo(hours),
});
const never = (kind: UpkeepFacts['kind']): UpkeepFacts => ({
  ...{ kind, lastStartedAt: null, lastEndedAt: null, lastOutcome: null, lastGoodAt: null },
});

describe('upkeepState', () => {
  it.each([
    ['a backup of today', good('backup', 12), 'ok'],
    ['a backup of the day before yesterday', good('backup', 37), 'attention'],
    ['a backup of last week', good('backup', 193), 'bad'],
    ['no backup ever', never('backup'), 'attention'],
    ['a failed backup, a good one just before', { ...good('backup', 2), lastOutcome: 'failed' }, 'bad'],
    [
      'one that has just begun',
      { ...good('backup', 20), lastStartedAt: hoursAgo(1), lastEndedAt: null, lastOutcome: null },
      'ok',
    ],
    [
      'one that never ended',
      { ...good('backup', 30), lastStartedAt: hoursAgo(25), lastEndedAt: null, lastOutcome: null },
      'attention',
    ],
    ['a trail verified last month', good('audit_verify', 30 * 24), 'ok'],
    ['a trail never verified', never('audit_verify'), 'attention'],
    ['retention of three days ago', good('retention', 72), 'attention'],
    ['nothing ever restored', never('restore'), 'ok'],
  ] as [string, UpkeepFacts, string][])('%s', (_what, facts, state) => {
    expect(upkeepState(facts, NOW)).toBe(state);
  });
});

it.each([
  [{ oldestSeconds: 3600, failed: 0 }, 'ok'],
  [{ oldestSeconds: 3601, failed: 0 }, 'bad'],
  [{ oldestSeconds: 0, failed: 1 }, 'attention'],
])('a queue with %j is %s', (queue, state) => expect(queueState(queue)).toBe(state));

it.each([
  [0, 'ok'],
  [2, 'attention'],
  [30, 'bad'],
])('clocks that are %d seconds apart are %s', (seconds, state) => expect(clockState(seconds)).toBe(state));

it.each([
  [499, 100, 'bad'],
  [2000, 100, 'attention'],
  [5000, 6000, 'attention'],
  [5000, 100, 'ok'],
])('%d MB beside a database of %d MB are %s', (free, size, state) => {
  expect(diskState({ freeBytes: free * 1024 ** 2, databaseBytes: size * 1024 ** 2 })).toBe(state);
});
