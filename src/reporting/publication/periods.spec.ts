import { expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { berlinDate } from '../../kernel/calendar/clock.js';
import { daysOf, isOver, lastCountedOn, nextRevisionFrom, periodsOf, periodTitle } from './periods.js';

test('a school year is its two halves, without a gap and without a day twice', () => {
  const [year, first, second] = periodsOf(2025);
  expect(daysOf(year!)).toEqual({ from: '2025-08-01', to: '2026-07-31' });
  expect(daysOf(first!)).toEqual({ from: '2025-08-01', to: '2026-01-31' });
  expect(daysOf(second!)).toEqual({ from: '2026-02-01', to: '2026-07-31' });
  expect(periodsOf(2025).map(periodTitle)).toEqual([
    '2025/26',
    '2025/26, 1. Halbjahr',
    '2025/26, 2. Halbjahr',
  ]);
});

test('it is over when its last day is over in Berlin, wherever the server stands', () => {
  const year = { schoolYear: 2025, half: null };
  // Half an hour before and after midnight of 31 July, in summer time.
  expect(isOver(year, berlinDate(new Date('2026-07-31T21:30:00Z')))).toBe(false);
  expect(isOver(year, berlinDate(new Date('2026-07-31T22:30:00Z')))).toBe(true);
  const half = { schoolYear: 2025, half: 1 } as const;
  expect(isOver(half, berlinDate(new Date('2026-01-31T22:30:00Z')))).toBe(false);
  expect(isOver(half, berlinDate(new Date('2026-01-31T23:30:00Z')))).toBe(true);
});

test('one revision a calendar year, while its results are there', () => {
  expect(nextRevisionFrom(calendarDate('2026-08-10'))).toBe('2027-01-01');
  expect(nextRevisionFrom(calendarDate('2027-01-01'))).toBe('2028-01-01');
  expect(lastCountedOn({ schoolYear: 2025, half: null })).toBe('2027-07-31');
  expect(lastCountedOn({ schoolYear: 2025, half: 1 })).toBe('2027-07-31');
});
