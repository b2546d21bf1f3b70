import { describe, expect, it } from '@jest/globals';
import { dayAfter } from './current-day';

const at = (iso: string) => new Date(iso).getTime();

describe('today', () => {
  it('stays what the server said until midnight in Berlin', () => {
    const read = at('2026-11-20T07:00:00+01:00');
    expect(dayAfter('2026-11-20', read, read)).toBe('2026-11-20');
    expect(dayAfter('2026-11-20', read, at('2026-11-20T23:59:59+01:00'))).toBe('2026-11-20');
    expect(dayAfter('2026-11-20', read, at('2026-11-21T00:00:00+01:00'))).toBe('2026-11-21');
    expect(dayAfter('2026-11-30', at('2026-11-30T12:00:00Z'), at('2026-12-02T12:00:00Z'))).toBe('2026-12-02');
  });

  it('changes at midnight in summer time, too, and on the day the clocks change', () => {
    const read = at('2026-07-01T20:00:00Z');
    expect(dayAfter('2026-07-01', read, at('2026-07-01T21:59:59Z'))).toBe('2026-07-01');
    expect(dayAfter('2026-07-01', read, at('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
    expect(dayAfter('2026-10-25', at('2026-10-24T22:30:00Z'), at('2026-10-25T22:59:59Z'))).toBe('2026-10-25');
  });

  it('keeps to the server where the date of the device is wrong, or is set back', () => {
    expect(dayAfter('2026-11-20', at('2020-01-01T10:00:00Z'), at('2020-01-02T10:00:00Z'))).toBe('2026-11-21');
    expect(dayAfter('2026-11-20', at('2030-01-01T10:00:00Z'), at('2026-11-20T10:00:00Z'))).toBe('2026-11-20');
  });
});
