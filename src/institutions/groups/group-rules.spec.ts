import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { assertSizeFrom, nextName, sameName } from './group-rules.js';

describe('the name a year later', () => {
  const school = ['1a', '1b', '2a', '3b', '4b', 'Klasse 2 c', 'OGS Sonne', '1/2a'];
  test.each([
    ['1a', '2a'],
    ['3b', '4b'],
    ['Klasse 2 c', 'Klasse 3 c'],
    ['OGS Sonne', 'OGS Sonne'],
    ['1/2a', '1/2a'],
    ['4b', null],
  ])('of the class %s in a primary school is %s', (name, next) => {
    expect(nextName(name, 'school', school)).toBe(next);
  });

  test('goes on where there are classes above the fourth', () => {
    expect(nextName('4b', 'school', ['4b', '5a'])).toBe('5b');
    expect(nextName('9', 'school', ['9'])).toBe('10');
  });

  test('stays in a Kita, even if it looks like a class', () => {
    expect(nextName('3b', 'kita', ['3b'])).toBe('3b');
    expect(nextName('Bärengruppe', 'kita', ['Bärengruppe'])).toBe('Bärengruppe');
  });
});

test('names are the same whatever their capitals and blanks', () => {
  expect(sameName(' Die  Bären ')).toBe(sameName('die bären'));
});

describe('the day from which a size holds', () => {
  const today = calendarDate('2026-11-22');
  const of = (day: string, schoolYear = 2026) =>
    assertSizeFrom({ schoolYear }, { size: 20, sizeFrom: calendarDate(day) }, today);

  test.each(['2026-08-01', '2026-11-22'])('may be %s', (day) => expect(() => of(day)).not.toThrow());
  test.each(['2026-07-31', '2026-11-23', '2027-08-01'])('may not be %s', (day) => {
    expect(() => of(day)).toThrow(/^Gilt ab/);
  });
  test('may be the first day of a year to come', () => {
    expect(() => of('2027-08-01', 2027)).not.toThrow();
  });
  test('needs the size', () => {
    expect(() => assertSizeFrom({ schoolYear: 2026 }, { sizeFrom: today }, today)).toThrow(/fehlt/);
  });
});
