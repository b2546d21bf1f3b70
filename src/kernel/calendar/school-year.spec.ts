import { describe, expect, test } from '@jest/globals';
import { addDays, calendarDate } from './calendar-date.js';
import { firstDayOf, lastDayOf, schoolYearName, schoolYearOf } from './school-year.js';

describe('the school year', () => {
  test.each([
    ['2026-07-31', 2025],
    ['2026-08-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2024-02-29', 2023],
  ])('of %s is %d', (day, year) => {
    expect(schoolYearOf(calendarDate(day))).toBe(year);
  });

  test('holds its first and last day, and no day beside them', () => {
    for (const year of [2000, 2023, 2026, 2098]) {
      expect([firstDayOf(year), lastDayOf(year)].map(schoolYearOf)).toEqual([year, year]);
      expect(schoolYearOf(addDays(firstDayOf(year), -1))).toBe(year - 1);
      expect(addDays(lastDayOf(year), 1)).toBe(firstDayOf(year + 1));
    }
  });

  test.each([
    [2026, '2026/27'],
    [2009, '2009/10'],
    [1999, '1999/00'],
    [2099, '2099/00'],
  ])('%d is written %s', (year, name) => {
    expect(schoolYearName(year)).toBe(name);
  });
});
