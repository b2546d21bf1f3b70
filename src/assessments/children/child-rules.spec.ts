import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { assertBirthMonth, assertGivenOn, assertLeftOn, BIRTH_MONTH } from './child-rules.js';

const today = calendarDate('2026-11-23');

describe('a birth month', () => {
  test.each(['2026-11', '2020-02', '2011-11'])('may be %s', (month) => {
    expect(() => assertBirthMonth(month, today)).not.toThrow();
  });
  test.each(['2026-12', '2011-10', '1999-01'])('may not be %s', (month) => {
    expect(() => assertBirthMonth(month, today)).toThrow(/^Geburtsmonat/);
  });
  test.each(['2020-13', '2020-00', '2020-1', '2020-02-29', '20-02', '0000-01', ''])(
    'is not written %p',
    (text) => {
      expect(BIRTH_MONTH.regex.test(text)).toBe(false);
    },
  );
});

describe('the day a child left', () => {
  test.each(['2026-11-23', '2026-07-31', '2020-02-01'])('may be %s', (day) => {
    expect(() => assertLeftOn(calendarDate(day), '2020-02', today)).not.toThrow();
  });
  test.each(['2026-11-24', '2020-01-31', '2015-01-01'])('may not be %s', (day) => {
    expect(() => assertLeftOn(calendarDate(day), '2020-02', today)).toThrow(/^Verlassen am/);
  });
});

describe('the day of a consent', () => {
  test.each(['2026-11-23', '2020-02-01'])('may be %s', (day) => {
    expect(() => assertGivenOn(calendarDate(day), '2020-02', today)).not.toThrow();
  });
  test.each(['2026-11-24', '2020-01-31'])('may not be %s', (day) => {
    expect(() => assertGivenOn(calendarDate(day), '2020-02', today)).toThrow(/^Einwilligung vom/);
  });
  test('may not be older than ten years, also where nobody knows when the child was born', () => {
    expect(() => assertGivenOn(calendarDate('2016-11-20'), null, today)).toThrow(/zehn Jahre/);
    expect(() => assertGivenOn(calendarDate('2016-11-25'), null, today)).not.toThrow();
  });
});
