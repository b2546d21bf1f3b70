import { describe, expect, it } from '@jest/globals';
import { probableDay } from './probable-day';

const at = (iso: string): number => Date.parse(iso);
const DAY = 86_400_000;

describe('the day that was probably meant', () => {
  const notedAt = at('2029-11-22T10:00:00+01:00');
  const ahead = { ahead: notedAt - at('2026-11-23T10:00:00+01:00'), now: notedAt + 3_600_000 };

  it('is the real one where the device said today', () => {
    expect(probableDay({ heldOn: '2029-11-22', notedAt }, ahead)).toBe('2026-11-23');
  });

  it('is as many days before as the device said', () => {
    expect(probableDay({ heldOn: '2029-11-20', notedAt }, ahead)).toBe('2026-11-21');
  });

  it('follows Berlin over midnight', () => {
    const late = at('2026-11-22T23:30:00+01:00');
    expect(probableDay({ heldOn: '2026-11-22', notedAt: late }, { ahead: -DAY / 24, now: late })).toBe(
      '2026-11-23',
    );
  });

  it('is unknown while the clock is right, or was set meanwhile', () => {
    expect(probableDay({ heldOn: '2029-11-22', notedAt }, { ...ahead, ahead: 0 })).toBeNull();
    expect(
      probableDay({ heldOn: '2029-11-22', notedAt }, { ahead: DAY, now: at('2026-11-23T11:00:00+01:00') }),
    ).toBeNull();
  });
});
