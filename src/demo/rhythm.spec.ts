import { describe, expect, it } from '@jest/globals';
import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import { Rhythm } from './rhythm.js';

const rhythm = new Rhythm([
  {
    name: 'Weihnachtsferien',
    firstDay: calendarDate('2025-12-22'),
    lastDay: calendarDate('2026-01-06'),
  },
  { name: 'Osterferien', firstDay: calendarDate('2026-03-30'), lastDay: calendarDate('2026-04-11') },
  { name: 'Sommerferien', firstDay: calendarDate('2026-07-20'), lastDay: calendarDate('2026-09-01') },
]);

function pace(date: string, kind: 'kita' | 'school', closing: 'first' | 'last' = 'first'): number {
  return rhythm.paceOn(calendarDate(date), kind, closing);
}

describe('Rhythm', () => {
  it('is empty on weekends and public holidays', () => {
    for (const date of ['2026-05-09', '2026-05-10', '2026-05-14', '2026-05-25', '2026-06-04']) {
      expect([date, pace(date, 'kita'), pace(date, 'school')]).toEqual([date, 0, 0]);
    }
  });

  it('is busier in the middle of the week than at its end', () => {
    expect(pace('2026-05-06', 'school')).toBeGreaterThan(pace('2026-05-08', 'school'));
  });

  it('closes schools in every holiday and leaves Kitas nearly empty', () => {
    expect(pace('2026-03-31', 'school')).toBe(0);
    expect(pace('2026-03-31', 'kita')).toBeGreaterThan(0);
    expect(pace('2026-03-31', 'kita')).toBeLessThan(0.2);
  });

  it('closes Kitas between the years and for three weeks of summer', () => {
    expect(pace('2025-12-29', 'kita')).toBe(0);
    expect(pace('2026-07-20', 'kita', 'first')).toBe(0);
    expect(pace('2026-08-07', 'kita', 'first')).toBe(0);
    expect(pace('2026-08-10', 'kita', 'first')).toBeGreaterThan(0);
    expect(pace('2026-08-11', 'kita', 'last')).toBeGreaterThan(0);
    expect(pace('2026-08-12', 'kita', 'last')).toBe(0);
    expect(pace('2026-09-01', 'kita', 'last')).toBe(0);
  });

  it('finds the next school day over holidays and weekends', () => {
    expect(rhythm.schoolDayFrom(calendarDate('2026-03-28'))).toBe('2026-04-13');
    expect(rhythm.schoolDayFrom(calendarDate('2026-04-13'))).toBe('2026-04-13');
  });

  it('counts school days back, holidays and free days left out', () => {
    const before = rhythm.schoolDaysBefore(calendarDate('2026-04-17'), 7);
    let counted = 0;
    for (let day = addDays(before, 1); day <= '2026-04-17'; day = addDays(day, 1)) {
      if (rhythm.isSchoolDay(day)) counted++;
    }
    expect(before).toBe('2026-03-25');
    expect(counted).toBe(7);
  });
});
