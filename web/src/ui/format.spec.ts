import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDaysAgo,
  formatInstant,
  formatInteger,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatSchoolYear,
  formatShare,
  formatWait,
  formatWeekday,
  schoolYearOf,
} from './format';

describe('numbers', () => {
  it('are written the German way', () => {
    expect(formatInteger(20_345)).toBe('20.345');
    expect(formatPercent(0.746)).toMatch(/^75\s%$/);
    expect(formatNumber(-1_234.567)).toBe('−1.234,57');
  });

  it('show a share as exactly as its base allows, and none of nothing', () => {
    expect(formatShare(12, 20)).toMatch(/^60\s%$/);
    expect(formatShare(1, 3)).toMatch(/^33\s%$/);
    expect(formatShare(700, 1_000)).toMatch(/^70,0\s%$/);
    expect(formatShare(0, 0)).toBe('–');
  });
});

describe('dates', () => {
  it('are calendar dates whatever the time zone of the device is', () => {
    expect(formatDate('2026-03-29')).toBe('29.03.2026');
    expect(formatWeekday('2026-03-29')).toBe('Sonntag');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('are told as people tell them', () => {
    expect(formatDaysAgo('2026-11-22', '2026-11-22')).toBe('heute');
    expect(formatDaysAgo('2026-11-21', '2026-11-22')).toBe('gestern');
    expect(formatDaysAgo('2026-11-12', '2026-11-22')).toBe('vor 10 Tagen');
  });

  it('show instants in Berlin time', () => {
    expect(formatInstant('2026-07-01T22:30:00Z')).toBe('02.07.2026, 00:30');
  });
});

describe('school years', () => {
  it('run from August to July', () => {
    expect(schoolYearOf('2026-07-31')).toBe(2025);
    expect(schoolYearOf('2026-08-01')).toBe(2026);
    expect(formatSchoolYear(2026)).toBe('2026/27');
    expect(formatSchoolYear(2099)).toBe('2099/00');
  });
});

describe('durations', () => {
  it('become hours where minutes are too many', () => {
    expect(formatMinutes(45)).toBe('45 Min.');
    expect(formatMinutes(120)).toBe('2 Std.');
    expect(formatMinutes(215)).toBe('3 Std. 35 Min.');
  });

  it('are rounded up while waiting', () => {
    expect(formatWait(1)).toBe('1 Sekunde');
    expect(formatWait(42)).toBe('42 Sekunden');
    expect(formatWait(61)).toBe('2 Minuten');
  });
});
