import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Problem } from '../../kernel/problem/problem.js';
import { PARTICIPATION_STATUSES, type ParticipationStatus } from '../vocabulary.js';
import { assertForward, faultOf, overlapOf, type Step, summaryOf } from './participation-rules.js';

const TODAY = calendarDate('2026-11-22');
const step = (status: ParticipationStatus, reachedOn: string, reason: string | null = null): Step => ({
  ...{ status, reachedOn: calendarDate(reachedOn), reason },
});
const fault = (...steps: Step[]): string | null => {
  const found = faultOf(steps, TODAY);
  return found && `${found.step.status}.${found.field} ${found.message}`;
};
const FULL = [
  step('requested', '2025-09-01'),
  step('registered', '2025-09-10'),
  step('initial_consultation', '2025-09-10'),
  step('choosing_modules', '2025-10-01'),
  step('active', '2025-10-20'),
  step('completed', '2026-07-31'),
];

describe('a run', () => {
  test('goes from the request to the end, and may leave steps out', () => {
    expect(fault(...FULL)).toBeNull();
    expect(fault(FULL[0]!, FULL[4]!)).toBeNull();
    expect(fault(FULL[4]!)).toBeNull();
    expect(fault(...FULL.toReversed())).toBeNull();
    expect(fault(FULL[0]!, step('cancelled', '2025-09-02', 'Umbau'))).toBeNull();
  });

  test.each<[string, Step[], string]>([
    ['in the future', [step('active', '2026-11-23')], 'active.reachedOn Datum: liegt in der Zukunft'],
    ['without a reason', [FULL[1]!, step('cancelled', '2026-01-01')], 'cancelled.reason Grund fehlt'],
    [
      'beginning with its end',
      [step('completed', '2026-01-01')],
      'completed.status Stand: Eine Teilnahme kann',
    ],
    ['completed without having begun', [FULL[0]!, FULL[5]!], 'completed.status Stand: Was nur angefragt war'],
    [
      'out of order',
      [FULL[0]!, step('registered', '2025-08-31')],
      'registered.reachedOn Datum: „Angemeldet“ kann nicht vor „Angefragt“ (01.09.2025) liegen.',
    ],
    [
      'twice',
      [FULL[1]!, step('registered', '2025-10-01')],
      'registered.status Stand: „Angemeldet“ ist schon',
    ],
    [
      'ended twice',
      [...FULL, step('cancelled', '2026-08-01', 'x')],
      'cancelled.status Stand: „Abgeschlossen“',
    ],
  ])('cannot be %s', (_, steps, expected) => {
    expect(fault(...steps)).toContain(expected);
  });

  test('is summed up by its last step, its begin and its end', () => {
    expect(summaryOf([FULL[0]!])).toMatchObject({ status: 'requested', startedOn: null, endedOn: null });
    expect(summaryOf(FULL.slice(0, 4))).toMatchObject({
      status: 'choosing_modules',
      startedOn: '2025-09-10',
    });
    expect(summaryOf(FULL)).toEqual({
      ...{ status: 'completed', startedOn: '2025-09-10', endedOn: '2026-07-31', reason: null },
    });
    expect(summaryOf([FULL[0]!, step('cancelled', '2025-09-02', 'Umbau')])).toEqual({
      ...{ status: 'cancelled', startedOn: null, endedOn: '2025-09-02', reason: 'Umbau' },
    });
  });

  test('without fault has a summary that the table takes', () => {
    const any = fc.record({
      status: fc.constantFrom(...PARTICIPATION_STATUSES),
      reachedOn: fc.integer({ min: -900, max: 5 }).map((days) => addDays(TODAY, days)),
      reason: fc.constantFrom('Umbau', null),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (steps) => {
        fc.pre(faultOf(steps, TODAY) === null);
        const { status, startedOn, endedOn, reason } = summaryOf(steps);
        const over = status === 'completed' || status === 'cancelled';
        expect(startedOn !== null || ['requested', 'cancelled'].includes(status)).toBe(true);
        expect(over).toBe(endedOn !== null);
        expect(startedOn === null || endedOn === null || endedOn >= startedOn).toBe(true);
        expect(status !== 'cancelled' || reason !== null).toBe(true);
      }),
    );
  });
});

describe('the next step', () => {
  const code = (steps: Step[], next: Step, correction = false): string | null => {
    try {
      assertForward(steps, next, correction);
      return null;
    } catch (error) {
      return `${(error as Problem).status} ${(error as Problem).title}`;
    }
  };

  test('leads forward; back only as a correction', () => {
    expect(code(FULL.slice(0, 2), FULL[4]!)).toBeNull();
    expect(code([FULL[0]!, FULL[4]!], FULL[2]!)).toContain('422 Stand: Die Einrichtung ist schon weiter');
    expect(code([FULL[0]!, FULL[4]!], FULL[2]!, true)).toBeNull();
    expect(code([FULL[0]!], FULL[0]!)).toContain('422 Stand: „Angefragt“ ist schon eingetragen');
  });

  test('of a run that is over begins a new run', () => {
    expect(code(FULL, step('active', '2026-08-01'))).toContain(
      '409 Diese Teilnahme ist seit dem 31.07.2026 abg',
    );
  });
});

describe('two runs', () => {
  test.each<[string, Step[], boolean]>([
    ['after the other', [step('registered', '2026-08-01')], false],
    ['on its last day', [step('registered', '2026-07-31')], true],
    ['inside of it', [step('requested', '2026-01-01'), step('cancelled', '2026-01-02', 'x')], true],
    ['open, from before', [step('registered', '2025-01-01')], true],
    ['before it', [step('registered', '2025-01-01'), step('completed', '2025-08-31')], false],
  ])('%s', (_, steps, overlaps) => {
    expect(overlapOf(steps, [FULL]) !== null).toBe(overlaps);
    expect(overlapOf(FULL, [steps]) !== null).toBe(overlaps);
  });
});
