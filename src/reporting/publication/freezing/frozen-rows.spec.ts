import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../../kernel/calendar/calendar-date.js';
import { daysOf } from '../periods.js';
import type { CountedScore, TestedChild } from './counted-tests.sql.js';
import { frozenRows } from './frozen-rows.js';

const [kita, school] = [
  {
    id: 'kita',
    districtId: 'd',
    districtTitle: 'Wanne',
    position: 1,
    kind: 'kita',
    situation: null,
    index: null,
  },
  {
    id: 'school',
    districtId: 'd',
    districtTitle: 'Wanne',
    position: 1,
    kind: 'school',
    situation: 'high',
    index: '7-9',
  },
] as const;
const YEAR = daysOf({ schoolYear: 2025, half: null });
const SECOND = daysOf({ schoolYear: 2025, half: 2 });

const child = (childId: string, more: Partial<TestedChild> = {}): TestedChild => ({
  ...{ institutionId: 'kita', childId, testedOn: calendarDate('2025-10-01'), sex: 'female' },
  birthMonth: calendarDate('2020-09-01'),
  ...more,
});
const score = (
  childId: string,
  wave: CountedScore['wave'],
  more: Partial<CountedScore> = {},
): CountedScore => ({
  ...{ institutionId: 'kita', childId, wave, protocolId: 'p1', itemCode: 'SWS', normSetId: 'n1' },
  ...{
    testedOn: calendarDate(wave === 'entry' ? '2025-10-01' : '2026-05-01'),
    class: 3,
    percentile: 50,
    z: 0,
  },
  ...more,
});

test('a child that was tested is one row, under a number of the run and without anything that names it', () => {
  const { rows, houses } = frozenRows(
    { houses: [kita, school], tested: [child('a'), child('b', { sex: 'male' })], scores: [] },
    YEAR,
  );
  expect(houses).toEqual([
    expect.objectContaining({ house: 0, kind: 'kita' }),
    expect.objectContaining({ house: 1, index: '7-9' }),
  ]);
  expect(rows.map(({ child: number }) => number).sort()).toEqual([0, 1]);
  expect(rows.map(({ sex }) => sex).sort()).toEqual(['female', 'male']);
  expect(rows[0]).toMatchObject({ block: 'tested', house: 0, item: null, wave: null, outcome: null });
  expect(JSON.stringify({ rows, houses })).not.toMatch(/childId|institutionId|"id"|birth|testedOn/);
});

describe('a child whose sex is not told', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `0198f000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  const sexOf = (id: string, more: Partial<TestedChild> = {}): string | undefined =>
    frozenRows({ houses: [kita, school], tested: [child(id, { sex: null, ...more })], scores: [] }, YEAR)
      .rows[0]?.sex;

  test('counts with one of the two, the same in every revision and every year', () => {
    const first = ids.map((id) => sexOf(id));
    const later = { testedOn: calendarDate('2026-05-01'), birthMonth: calendarDate('2020-10-01') };
    expect(ids.map((id) => sexOf(id))).toEqual(first);
    expect(ids.map((id) => sexOf(id, { ...later, sex: 'diverse', institutionId: 'school' }))).toEqual(first);
    const girls = first.filter((sex) => sex === 'female').length;
    expect(first.every((sex) => sex === 'female' || sex === 'male')).toBe(true);
    expect(girls).toBeGreaterThan(70);
    expect(girls).toBeLessThan(130);
  });

  test('is in every table what it is in the first one', () => {
    const scores = [score(ids[0]!, 'entry'), score(ids[0]!, 'exit')];
    const { rows } = frozenRows({ houses: [kita], tested: [child(ids[0]!, { sex: null })], scores }, YEAR);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ sex }) => sex))).toEqual(new Set([sexOf(ids[0]!)]));
  });
});

test.each([
  ['2025-09-14', '0-4'],
  ['2025-09-15', '5'],
  ['2026-07-31', '5'],
])('a child born in September 2020 is on %s in the band %s', (day, band) => {
  const tested = [child('a', { testedOn: calendarDate(day) })];
  expect(frozenRows({ houses: [kita], tested, scores: [] }, YEAR).rows[0]!.ageBand).toBe(band);
});

test('below average is a percentile under 40, and of a pair the class goes up, stays or goes down', () => {
  const scores = [
    score('a', 'entry', { percentile: 39.99, class: 2, z: -0.3 }),
    score('a', 'exit', { percentile: 40, class: 3, z: 0.2 }),
  ];
  const { rows } = frozenRows({ houses: [kita], tested: [child('a')], scores }, YEAR);
  expect(rows.map(({ block, wave, outcome }) => [block, wave, outcome])).toEqual([
    ['tested', null, null],
    ['results', 'entry', 'below'],
    ['results', 'exit', 'not_below'],
    ['paired', null, 'up'],
  ]);
  expect(rows[3]!.deltaZ).toBeCloseTo(0.5);
});

test.each<[string, Partial<CountedScore>]>([
  ['another version of the task', { protocolId: 'p2' }],
  ['other norms', { normSetId: 'n2' }],
  ['a last test before the first', { testedOn: calendarDate('2025-09-01') }],
  ['a wave in between', { wave: 'progress' }],
])('%s makes no pair', (_, more) => {
  const scores = [score('a', 'entry'), score('a', 'exit', more)];
  const { rows } = frozenRows({ houses: [kita], tested: [child('a')], scores }, YEAR);
  expect(rows.filter(({ block }) => block === 'paired')).toEqual([]);
});

test('of a half only its tests count, and a pair whose last test lies in it', () => {
  const scores = [score('a', 'entry'), score('a', 'exit')];
  const tested = [child('a', { testedOn: calendarDate('2026-05-01') })];
  const { rows } = frozenRows({ houses: [kita], tested, scores }, SECOND);
  expect(rows.map(({ block, wave }) => [block, wave])).toEqual([
    ['tested', null],
    ['results', 'exit'],
    ['paired', null],
  ]);
});
