import { describe, expect, it } from '@jest/globals';
import { easterSunday, publicHolidays } from './public-holidays.js';

describe('easterSunday', () => {
  it.each([
    [1954, '1954-04-18'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('falls in %d on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

describe('publicHolidays', () => {
  it('knows the eleven of North Rhine-Westphalia', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-06-04',
      '2026-10-03',
      '2026-11-01',
      '2026-12-25',
      '2026-12-26',
    ]);
  });
});
