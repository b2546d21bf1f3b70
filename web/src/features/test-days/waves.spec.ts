import { expect, test } from '@jest/globals';
import { usualWave } from './waves';

test.each([
  ['2026-08-31', 'progress'],
  ['2026-09-01', 'entry'],
  ['2026-11-30', 'entry'],
  ['2026-12-01', 'progress'],
  ['2027-03-31', 'progress'],
  ['2027-04-01', 'exit'],
  ['2027-06-30', 'exit'],
  ['2027-07-01', 'progress'],
])('a test on %s is usually of the wave %s', (date, wave) => {
  expect(usualWave(date)).toBe(wave);
});
