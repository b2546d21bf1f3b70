import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageInYears } from './age.js';
import { addDays, calendarDate, type CalendarDate } from './calendar-date.js';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(calendarDate('1950-01-01'), days));

describe('age in exact years', () => {
  test.each([
    // On the birthday itself, the day before and the day after.
    ['2020-05-01', '2026-05-15', 6],
    ['2020-05-01', '2026-05-14', 6 - 1 / 365],
    ['2020-05-01', '2026-05-16', 6 + 1 / 365],
    // Tested on the 1st of the month of birth: not yet a year older.
    ['2020-05-01', '2026-05-01', 5 + 351 / 365],
    ['2020-05-01', '2026-06-01', 6 + 17 / 365],
    // In the month of birth itself.
    ['2026-05-01', '2026-05-15', 0],
    ['2026-05-01', '2026-05-31', 16 / 365],
    ['2026-05-01', '2026-05-01', -14 / 365],
    // Around the leap day, on it, and born in its month.
    ['2020-03-01', '2024-02-29', 4 - 15 / 366],
    ['2020-02-01', '2024-02-29', 4 + 14 / 366],
    ['2021-02-01', '2025-02-28', 4 + 13 / 365],
    // Turn of the year.
    ['2019-12-01', '2026-01-01', 6 + 17 / 365],
    ['2019-01-01', '2025-12-31', 6 + 350 / 365],
  ])('born in %s, tested on %s: %d', (born, day, age) => {
    expect(ageInYears(calendarDate(born), calendarDate(day))).toBeCloseTo(age, 12);
  });

  test('says the same whatever day of the month of birth is given', () => {
    const [day, first, last] = ['2026-09-01', '2020-05-01', '2020-05-31'].map(calendarDate) as [
      CalendarDate,
      CalendarDate,
      CalendarDate,
    ];
    expect(ageInYears(first, day)).toBe(ageInYears(last, day));
  });

  test('grows with every day, by a year within a year', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (born, day) => {
        const [today, tomorrow] = [ageInYears(born, day), ageInYears(born, addDays(day, 1))];
        expect(tomorrow - today).toBeGreaterThan(1 / 367);
        expect(tomorrow - today).toBeLessThan(1 / 364);
        expect(ageInYears(born, addDays(day, 366)) - today).toBeCloseTo(1, 2);
      }),
    );
  });
});
