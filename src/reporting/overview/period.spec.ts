import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { periodOf, spanOf } from './period.js';

const on = (day: string, schoolYear?: number) => periodOf(schoolYear, calendarDate(day));

describe('the period of figures', () => {
  it('is the running school year up to today', () => {
    expect(on('2026-11-22')).toEqual({
      schoolYear: 2026,
      from: '2026-08-01',
      to: '2027-07-31',
      asOf: '2026-11-22',
    });
  });

  it('turns over between 31 July and 1 August', () => {
    expect(on('2026-07-31')).toMatchObject({ schoolYear: 2025, asOf: '2026-07-31' });
    expect(on('2026-08-01')).toMatchObject({ schoolYear: 2026, from: '2026-08-01', asOf: '2026-08-01' });
  });

  it('stands at the last day of a year that is over', () => {
    expect(on('2026-11-22', 2024)).toMatchObject({
      from: '2024-08-01',
      to: '2025-07-31',
      asOf: '2025-07-31',
    });
  });

  it('may be any days, which belong to no school year and end today', () => {
    const days = [calendarDate('2026-02-01'), calendarDate('2026-12-31')] as const;
    expect(spanOf(...days, calendarDate('2026-11-22'))).toEqual({
      schoolYear: null,
      from: '2026-02-01',
      to: '2026-12-31',
      asOf: '2026-11-22',
    });
    expect(spanOf(...days, calendarDate('2027-01-01')).asOf).toBe('2026-12-31');
  });

  it('has no day yet in a year to come', () => {
    const { from, asOf } = on('2026-11-22', 2027);
    expect(asOf < from).toBe(true);
  });
});
