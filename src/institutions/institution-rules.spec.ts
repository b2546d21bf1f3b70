import { expect, test } from '@jest/globals';
import { calendarDate } from '../kernel/calendar/calendar-date.js';
import { assertConsistent, withFlagsTidied } from './institution-rules.js';

type Checked = Parameters<typeof assertConsistent>[0];

const SITUATION = {
  socialSituation: 'high',
  socialSituationSource: 'Sozialbericht',
  socialSituationYear: 2025,
};

function faults(institution: Checked): string[] {
  try {
    assertConsistent(institution, calendarDate('2026-11-22'));
    return [];
  } catch (error) {
    return (error as { extras: { errors: { field: string }[] } }).extras.errors.map(({ field }) => field);
  }
}

test.each<Checked>([
  { kind: 'kita' },
  { kind: 'kita', latitude: 51.5, longitude: 7.2 },
  { kind: 'kita', familyCentre: true, familyCentreSince: '2026-11-22' },
  { kind: 'school', socialIndex: 1, socialIndexYear: 2024 },
  { kind: 'kita', socialIndex: null, socialIndexYear: null },
  { kind: 'kita', ...SITUATION },
])('%j is consistent', (institution) => {
  expect(faults(institution)).toEqual([]);
});

test.each<[Checked, string[]]>([
  [{ latitude: 0, longitude: 0 }, ['latitude']],
  [{ latitude: 7.2, longitude: 51.5 }, ['latitude']],
  [{ familyCentreSince: '2020-08-01' }, ['familyCentreSince']],
  [{ plusKita: true, plusKitaSince: '2026-11-23' }, ['plusKitaSince']],
  [{ latitude: 51.5 }, ['longitude']],
  [{ longitude: 7.2, latitude: null }, ['latitude']],
  [{ kind: 'kita', socialIndex: 5, socialIndexYear: 2024 }, ['socialIndex']],
  [{ kind: 'school', socialIndex: 5 }, ['socialIndexYear']],
  [{ socialSituation: 'low' }, ['socialSituationSource', 'socialSituationYear']],
  [{ ...SITUATION, socialSituationYear: null }, ['socialSituationYear']],
  [{ latitude: 51, ...SITUATION, socialSituationSource: null }, ['longitude', 'socialSituationSource']],
])('%j is refused, with every fault', (institution, expected) => {
  expect(faults(institution)).toEqual(expected);
});

test('a title that is gone takes its "since" along', () => {
  expect(withFlagsTidied({ plusKita: false, familyCentre: true })).toEqual({
    ...{ plusKita: false, plusKitaSince: null, familyCentre: true },
  });
});
