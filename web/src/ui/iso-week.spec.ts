import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './format';
import { mondayOf, mondayOfWeek, weekNumber, weekOf } from './iso-week';

describe('ISO weeks', () => {
  it.each([
    ['2026-11-22', '2026-W47'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('put %s into %s', (date, week) => {
    expect(weekOf(date)).toBe(week);
  });

  it('start on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
    expect(weekNumber('2026-W07')).toBe(7);
  });

  it('come back from the address as they went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const date = addDays('2026-01-01', days);
        expect(mondayOfWeek(weekOf(date))).toBe(mondayOf(date));
      }),
    );
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', 'W47', '2026-47', ''])('refuse %p', (text) => {
    expect(mondayOfWeek(text)).toBeNull();
  });
});
