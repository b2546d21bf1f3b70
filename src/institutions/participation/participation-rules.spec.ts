import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar/calendar-date.js';
import { PARTICIPATION_STATUSES } from '../vocabulary.js';
import { assertFitsStatus, type Participation } from './participation-rules.js';

const START = calendarDate('2026-08-01');
const END = calendarDate('2027-01-31');
const RUNNING: Participation = { status: 'active', startedOn: START, endedOn: null, reason: null };
const OVER: Participation = { status: 'completed', startedOn: START, endedOn: END, reason: null };
const CANCELLED: Participation = { status: 'cancelled', startedOn: START, endedOn: END, reason: 'Umbau' };

function faults(participation: Participation): string[] {
  try {
    assertFitsStatus(participation);
    return [];
  } catch (error) {
    const { extras } = error as { extras: { errors: { field: string; message: string }[] } };
    return extras.errors.map(({ field, message }) => `${field} ${message}`);
  }
}

describe('a participation', () => {
  test.each(PARTICIPATION_STATUSES)('can be %s', (status) => {
    const over: Partial<Record<string, Participation>> = { completed: OVER, cancelled: CANCELLED };
    expect(faults(over[status] ?? { ...RUNNING, status })).toEqual([]);
  });

  test('may be requested, or cancelled, without ever having begun', () => {
    expect(faults({ ...RUNNING, status: 'requested', startedOn: null })).toEqual([]);
    expect(faults({ ...CANCELLED, startedOn: null })).toEqual([]);
  });

  test('may end on the day it begins', () => {
    expect(faults({ ...OVER, endedOn: START })).toEqual([]);
  });

  test.each<[Participation, string[]]>([
    [
      { ...RUNNING, startedOn: null },
      ['startedOn Beginn fehlt: bitte angeben, seit wann die Einrichtung teilnimmt.'],
    ],
    [{ ...OVER, endedOn: null }, ['endedOn Ende fehlt: bitte angeben, wann die Teilnahme endete.']],
    [
      { ...RUNNING, endedOn: END },
      ['endedOn Ende: gibt es erst, wenn die Teilnahme abgeschlossen oder abgebrochen ist.'],
    ],
    [{ ...OVER, endedOn: addDays(START, -1) }, ['endedOn Ende: liegt vor dem Beginn.']],
    [
      { ...CANCELLED, reason: null },
      ['reason Grund fehlt: bitte angeben, warum die Teilnahme abgebrochen wurde.'],
    ],
    [
      { status: 'cancelled', startedOn: null, endedOn: null, reason: null },
      [
        'endedOn Ende fehlt: bitte angeben, wann die Teilnahme endete.',
        'reason Grund fehlt: bitte angeben, warum die Teilnahme abgebrochen wurde.',
      ],
    ],
  ])('%j is refused, with every fault', (participation, expected) => {
    expect(faults(participation)).toEqual(expected);
  });

  test('that passes also passes the constraints of the table', () => {
    const day = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(START, days)));
    const reason = fc.option(fc.constantFrom('Umbau', 'Leitungswechsel'));
    const any = fc.record({
      status: fc.constantFrom(...PARTICIPATION_STATUSES),
      startedOn: day,
      endedOn: day,
      reason,
    });
    fc.assert(
      fc.property(any, (participation) => {
        const { status, startedOn, endedOn } = participation;
        const isOver = status === 'completed' || status === 'cancelled';
        const kept =
          (['requested', 'cancelled'].includes(status) || startedOn !== null) &&
          isOver === (endedOn !== null) &&
          (startedOn === null || endedOn === null || endedOn >= startedOn) &&
          (status !== 'cancelled' || participation.reason !== null);
        expect(faults(participation).length === 0).toBe(kept);
      }),
    );
  });
});
