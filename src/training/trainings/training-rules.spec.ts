import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Problem } from '../../kernel/problem/problem.js';
import {
  assertRegisterUntil,
  assertSessions,
  assertStep,
  isRegistrationOpen,
  overlaps,
  registerBy,
  sessionMinutes,
  type SessionTimes,
  teachingUnits,
} from './training-rules.js';

const session = (heldOn: string, startsAt: string, endsAt: string, breakMinutes = 0): SessionTimes => ({
  ...{ heldOn: calendarDate(heldOn), startsAt, endsAt, breakMinutes },
});

function refusal(act: () => void): unknown {
  try {
    act();
    return null;
  } catch (error) {
    const { status, code, extras } = error as Problem;
    return [status, code, extras.field];
  }
}

test('nobody registers after the last session', () => {
  const sessions = [session('2027-03-11', '09:00', '12:00'), session('2027-03-04', '09:00', '12:00')];
  const until = (day: string | null): unknown =>
    refusal(() => assertRegisterUntil(day === null ? null : calendarDate(day), sessions));
  expect(until('2027-03-11')).toBeNull();
  expect(until(null)).toBeNull();
  expect(until('2027-03-12')).toEqual([422, 'invalid', 'registerUntil']);
  expect(refusal(() => assertRegisterUntil(calendarDate('2027-03-12'), []))).toBeNull();
});

describe('the length', () => {
  test('of a session is without its breaks', () => {
    expect(sessionMinutes(session('2026-12-01', '09:00', '16:00', 60))).toBe(360);
  });

  test.each([
    [360, 8],
    [45, 1],
    [100, 2.2],
    [1, 0],
    [0, 0],
  ])('of %d minutes is %d teaching units', (minutes, units) => {
    expect(teachingUnits(minutes)).toBe(units);
  });
});

describe('sessions', () => {
  test.each([
    [[session('2026-03-29', '02:30', '04:00')], 'sessions.0.startsAt'],
    [[session('2026-03-29', '01:00', '02:15')], 'sessions.0.endsAt'],
    [[session('2026-12-01', '09:00', '09:00')], 'sessions.0.endsAt'],
    [[session('2026-12-01', '09:00', '10:00', 60)], 'sessions.0.breakMinutes'],
    [
      [session('2026-12-01', '09:00', '12:00'), session('2026-12-01', '11:59', '13:00')],
      'sessions.1.startsAt',
    ],
    [
      ['2026-12-01', '2026-12-02'].map((day) => ({ ...session(day, '09:00', '12:00'), id: 'the same' })),
      'sessions.1.id',
    ],
  ])('%j are refused at %s', (sessions, field) => {
    expect(refusal(() => assertSessions(sessions))).toEqual([422, 'invalid', field]);
  });

  test('may follow each other without a gap, and stand at the same time on other days', () => {
    const [a, b] = [session('2026-12-01', '09:00', '12:00'), session('2026-12-01', '12:00', '13:00')];
    expect(refusal(() => assertSessions([a, b, session('2026-12-02', '09:00', '12:00')]))).toBeNull();
    expect([overlaps(a, b), overlaps(b, a), overlaps(a, a)]).toEqual([false, false, true]);
  });
});

describe('a step', () => {
  const today = calendarDate('2026-12-02');
  const sessions = [session('2026-12-01', '09:00', '12:00'), session('2026-12-02', '09:00', '12:00')];
  const step = (from: 'draft' | 'open' | 'closed' | 'completed' | 'cancelled', to: typeof from): unknown =>
    refusal(() => assertStep({ from, to, reason: 'Trainerin krank', sessions, today }));

  test.each([
    ['draft', 'open'],
    ['open', 'closed'],
    ['closed', 'open'],
    ['open', 'cancelled'],
    ['closed', 'cancelled'],
    ['closed', 'completed'],
    ['completed', 'closed'],
  ] as const)('from %s to %s can be gone', (from, to) => {
    expect(step(from, to)).toBeNull();
  });

  test.each([
    ['open', 'draft'],
    ['draft', 'cancelled'],
    ['cancelled', 'open'],
    ['completed', 'open'],
  ] as const)('from %s to %s cannot', (from, to) => {
    expect(step(from, to)).toEqual([409, 'no_such_step', undefined]);
  });

  test('to the people needs a date, away from them a reason, and to the end that it is over', () => {
    const change = { sessions, today, reason: undefined };
    expect(refusal(() => assertStep({ ...change, from: 'draft', to: 'open', sessions: [] }))).toEqual([
      422,
      'invalid',
      'sessions',
    ]);
    expect(refusal(() => assertStep({ ...change, from: 'open', to: 'cancelled' }))).toEqual([
      ...[422, 'invalid', 'cancelReason'],
    ]);
    const yesterday = calendarDate('2026-12-01');
    expect(refusal(() => assertStep({ ...change, from: 'open', to: 'completed', today: yesterday }))).toEqual(
      [422, 'invalid', 'state'],
    );
  });
});

describe('registering', () => {
  const sessions = [{ heldOn: '2026-12-05' }, { heldOn: '2026-12-01' }];

  test('is possible up to the day that was set, else up to the first session', () => {
    expect(registerBy(null, sessions)).toBe('2026-12-01');
    expect(registerBy('2026-11-20', sessions)).toBe('2026-11-20');
    expect(registerBy(null, [])).toBeNull();
    expect(isRegistrationOpen('open', '2026-12-01', '2026-12-01')).toBe(true);
    expect(isRegistrationOpen('open', '2026-12-01', '2026-12-02')).toBe(false);
    expect(isRegistrationOpen('closed', '2026-12-01', '2026-11-01')).toBe(false);
    expect(isRegistrationOpen('open', null, '2026-11-01')).toBe(false);
  });
});
