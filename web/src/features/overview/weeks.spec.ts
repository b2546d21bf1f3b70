import { expect, test } from '@jest/globals';
import { holidayBands } from '../charts/week-point';
import { monthTicks, summaryOf, weekBefore, weekInWords } from './weeks';

const week = (monday: string, activities: number, holiday = false) => ({
  week: '2026-W45',
  monday,
  activities,
  minutes: activities * 30,
  holiday,
});

test('a week is named by number and school days, also over a change of month', () => {
  expect(weekInWords(week('2026-11-02', 1))).toBe('KW 45 (02.11. bis 06.11.)');
  expect(weekInWords(week('2026-09-28', 1))).toMatch('(28.09. bis 02.10.)');
});

test('the first week of a month bears its name', () => {
  const weeks = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'].map((monday) => week(monday, 1));
  expect([...monthTicks(weeks)]).toEqual([[2, 'Nov']]);
});

test('the usual week leaves out the holidays, the busiest may lie anywhere', () => {
  const weeks = [week('2026-10-05', 10), week('2026-10-12', 20), week('2026-10-19', 30, true)];
  expect(summaryOf(weeks)).toMatch(/Im Schnitt 15 .* am meisten 30 in der Woche ab 19\.10\.2026/);
  expect(summaryOf([])).toBe('');
});

test('a week is compared with the one 52 weeks before', () => {
  const before = [week('2025-10-06', 7), week('2025-10-13', 9), week('2026-06-01', 50)];
  const weeks = [week('2026-10-05', 10), week('2026-10-12', 20), week('2026-10-19', 30)];
  expect(weeks.map((one) => weekBefore(one, before)?.activities ?? null)).toEqual([7, 9, null]);
});

test('neighbouring holiday weeks make one band', () => {
  const points = [true, true, false, true].map((holiday, index) => ({
    index,
    holiday,
    activities: 0,
    before: null,
    running: false,
    label: '',
  }));
  expect(holidayBands(points)).toEqual([
    { x1: -0.5, x2: 1.5 },
    { x1: 2.5, x2: 3.5 },
  ]);
});
