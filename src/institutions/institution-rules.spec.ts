import { expect, test } from '@jest/globals';
import { assertConsistent } from './institution-rules.js';

type Checked = Parameters<typeof assertConsistent>[0];

const SITUATION = {
  socialSituation: 'high',
  socialSituationSource: 'Sozialbericht',
  socialSituationYear: 2025,
};

function faults(institution: Checked): string[] {
  try {
    assertConsistent(institution);
    return [];
  } catch (error) {
    return (error as { extras: { errors: { field: string }[] } }).extras.errors.map(({ field }) => field);
  }
}

test.each<Checked>([
  { kind: 'kita' },
  { kind: 'kita', latitude: 51.5, longitude: 7.2 },
  { kind: 'kita', latitude: 0, longitude: 0 },
  { kind: 'school', socialIndex: 1, socialIndexYear: 2024 },
  { kind: 'kita', socialIndex: null, socialIndexYear: null },
  { kind: 'kita', ...SITUATION },
])('%j is consistent', (institution) => {
  expect(faults(institution)).toEqual([]);
});

test.each<[Checked, string[]]>([
  [{ latitude: 51.5 }, ['longitude']],
  [{ longitude: 7.2, latitude: null }, ['latitude']],
  [{ kind: 'kita', socialIndex: 5, socialIndexYear: 2024 }, ['socialIndex']],
  [{ kind: 'school', socialIndex: 5 }, ['socialIndexYear']],
  [{ socialSituation: 'low' }, ['socialSituationSource', 'socialSituationYear']],
  [{ ...SITUATION, socialSituationYear: null }, ['socialSituationYear']],
  [{ latitude: 1, ...SITUATION, socialSituationSource: null }, ['longitude', 'socialSituationSource']],
])('%j is refused, with every fault', (institution, expected) => {
  expect(faults(institution)).toEqual(expected);
});
