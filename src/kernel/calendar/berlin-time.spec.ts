import { describe, expect, test } from '@jest/globals';
import { calendarDate } from './calendar-date.js';
import { berlinInstant, TIME_OF_DAY } from './berlin-time.js';

describe('a time in Berlin', () => {
  test.each([
    ['2026-01-15', '09:30', '2026-01-15T08:30:00.000Z'],
    ['2026-07-15', '09:30', '2026-07-15T07:30:00.000Z'],
    ['2026-07-15', '00:15', '2026-07-14T22:15:00.000Z'],
    // The clock shows this twice; the earlier is meant.
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ])('%s %s is an instant', (date, time, instant) => {
    expect(berlinInstant(calendarDate(date), time)?.toISOString()).toBe(instant);
  });

  test('does not exist where summer time begins', () => {
    expect(berlinInstant(calendarDate('2026-03-29'), '02:30')).toBeNull();
  });

  test.each(['24:00', '9:30', '09:60', '09:30:00', ''])('is not written %p', (text) => {
    expect(TIME_OF_DAY.regex.test(text)).toBe(false);
  });
});
