import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import { reportSpan, yearBefore } from './report-period.js';

const today = calendarDate('2026-11-22');
const days = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) });
const refused = (ask: () => unknown): string | undefined => {
  try {
    ask();
  } catch (error) {
    return error instanceof Problem && error.status === 422 ? error.extras.field : undefined;
  }
  return undefined;
};

describe('the days of a report', () => {
  test('are the running school year, a past one, or a range', () => {
    expect(reportSpan({}, today)).toMatchObject({ schoolYear: 2026, from: '2026-08-01', asOf: '2026-11-22' });
    expect(reportSpan({ schoolYear: 2024 }, today)).toMatchObject({ schoolYear: 2024, asOf: '2025-07-31' });
    expect(reportSpan(days('2026-01-01', '2026-01-01'), today)).toMatchObject({
      schoolYear: null,
      asOf: '2026-01-01',
    });
  });

  test('may be three years and not a day more', () => {
    expect(reportSpan(days('2023-08-01', '2026-07-31'), today).from).toBe('2023-08-01');
    expect(refused(() => reportSpan(days('2023-08-01', '2026-08-01'), today))).toBe('to');
  });

  test('may be at the ends of the calendar, with a year before them', () => {
    const last = days('2197-12-31', '2199-12-31');
    expect(yearBefore(reportSpan(last, today))).toMatchObject({ from: '2196-12-31' });
    expect(refused(() => reportSpan(days('2196-12-31', '2199-12-31'), today))).toBe('to');
    expect(yearBefore(reportSpan(days('2000-01-01', '2000-01-01'), today)).from).toBe('1999-01-01');
    expect(refused(() => reportSpan(days('1900-01-01', '1900-12-31'), today))).toBe('from');
  });

  test('are refused with the field at fault', () => {
    expect(refused(() => reportSpan({ from: today }, today))).toBe('to');
    expect(refused(() => reportSpan({ to: today }, today))).toBe('from');
    expect(refused(() => reportSpan(days('2026-02-02', '2026-02-01'), today))).toBe('to');
    expect(refused(() => reportSpan({ ...days('2026-02-01', '2026-02-02'), schoolYear: 2025 }, today))).toBe(
      'schoolYear',
    );
  });
});

describe('the year before', () => {
  test('ends on the same day while the year runs', () => {
    expect(yearBefore(reportSpan({}, today))).toEqual({
      ...{ schoolYear: 2025, from: '2025-08-01', to: '2026-07-31', asOf: '2025-11-22' },
    });
  });

  test('is whole where the year is over', () => {
    expect(yearBefore(reportSpan({ schoolYear: 2025 }, today))).toMatchObject({
      ...{ schoolYear: 2024, to: '2025-07-31', asOf: '2025-07-31' },
    });
  });

  test('has a last day of February, too', () => {
    expect(yearBefore(reportSpan(days('2024-02-01', '2024-02-29'), today))).toMatchObject({
      ...{ schoolYear: null, from: '2023-02-01', to: '2023-02-28', asOf: '2023-02-28' },
    });
  });
});
