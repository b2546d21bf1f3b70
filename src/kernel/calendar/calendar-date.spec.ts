import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addYears,
  calendarDate,
  daysBetween,
  germanDate,
  isCalendarDate,
  isoWeek,
  isoWeekday,
  mondayOf,
} from './calendar-date.js';

const DAYS_IN_RANGE = 109_571;
const FIRST = calendarDate('1900-01-01');
const anyDay = fc.integer({ min: 0, max: DAYS_IN_RANGE }).map((days) => addDays(FIRST, days));

describe('isCalendarDate', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-03-29'])('knows %s', (day) => {
    expect(isCalendarDate(day)).toBe(true);
  });

  test.each([
    ...['2023-02-29', '1900-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31'],
    ...['0000-01-01', '1899-12-31', '2200-01-01', '99999-01-01', '-2026-01-01'],
    ...[
      '2026-1-1',
      '26-01-01',
      '01.01.2026',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '2026-01-01\n',
      '٢٠٢٦-٠١-٠١',
      '',
    ],
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  test.each([20260101, null, undefined, ['2026-01-01'], new Date(0)])(
    'refuses %p, which is no text',
    (value) => {
      expect(isCalendarDate(value)).toBe(false);
    },
  );
});

describe('counting years', () => {
  test.each([
    ['2026-11-22', -1, '2025-11-22'],
    ['2024-02-29', -1, '2023-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-02-28', -2, '2024-02-28'],
  ])('%s and %d', (day, years, expected) => {
    expect(addYears(calendarDate(day), years)).toBe(expected);
  });
});

describe('counting days', () => {
  test('addDays and daysBetween undo each other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) + daysBetween(to, from)).toBe(0);
      }),
    );
  });

  test('later days sort after earlier ones, as text', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => expect(a < b).toBe(daysBetween(a, b) > 0)));
  });

  test('passes the ends of months, leap days and the changes of the clock', () => {
    expect(addDays(calendarDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(calendarDate('2023-02-28'), 1)).toBe('2023-03-01');
    expect(daysBetween(calendarDate('2026-03-28'), calendarDate('2026-03-30'))).toBe(2);
    expect(addDays(calendarDate('2026-10-26'), -1)).toBe('2026-10-25');
  });

  test('does not leave the years it knows', () => {
    expect(() => addDays(calendarDate('2199-12-31'), 1)).toThrow(RangeError);
  });
});

describe('weeks', () => {
  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2015-12-31', '2015-W53'],
    ['2025-12-29', '2026-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2026-11-22', '2026-W47'],
  ])('%s is in %s', (day, week) => {
    expect(isoWeek(calendarDate(day))).toBe(week);
  });

  test('have seven days, from Monday to Sunday, and one name', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => day > '1900-01-07' && day < '2199-12-15'),
        (day) => {
          const monday = mondayOf(day);
          const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
          expect(week).toContain(day);
          expect(week.map(isoWeekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
          expect(new Set(week.map(isoWeek)).size).toBe(1);
          expect(isoWeek(addDays(monday, 7))).not.toBe(isoWeek(day));
        },
      ),
    );
  });
});

test('germanDate turns the day round', () => {
  expect(germanDate(calendarDate('2026-08-01'))).toBe('01.08.2026');
});
