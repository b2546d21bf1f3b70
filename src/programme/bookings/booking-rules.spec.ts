import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Problem } from '../../kernel/problem/problem.js';
import { BOOKING_STATES } from '../vocabulary.js';
import { type BookingFacts, type BookingSurroundings, NEW_BOOKING, settled } from './booking-rules.js';

const TODAY = calendarDate('2026-11-22');
const day = calendarDate;
const HOUSE: BookingSurroundings = {
  audience: 'children',
  runs: [
    { firstDay: day('2024-09-01'), lastDay: day('2025-07-31') },
    { firstDay: day('2026-09-01'), lastDay: null },
  ],
  today: TODAY,
};
const DELIVERED = { deliveredOn: TODAY, minutes: 90, children: 18 };

const booking = (facts: Partial<BookingFacts>): BookingFacts => ({ ...NEW_BOOKING, ...facts });
const WISHED = booking({ wishedFrom: day('2026-11-01'), wishedTo: day('2026-12-20') });
const PLANNED = booking({ ...WISHED, state: 'planned', plannedOn: day('2026-11-20'), plannedStart: '09:30' });
const DONE = booking({ ...PLANNED, state: 'delivered', ...DELIVERED });
const OFF = booking({ ...PLANNED, state: 'cancelled', cancelledOn: TODAY, cancelReason: 'Krankheit' });

function refusal(
  before: BookingFacts | null,
  wanted: Partial<BookingFacts>,
  house: Partial<BookingSurroundings> = {},
): unknown {
  try {
    settled(before, wanted, { ...HOUSE, ...house });
    return null;
  } catch (error) {
    const { status, extras, title } = error as Problem;
    return `${status} ${extras.field ?? '–'} ${title}`;
  }
}

describe('a move', () => {
  test('takes along what stays true, and leaves behind what belonged to the state before', () => {
    expect(settled(WISHED, { state: 'planned', plannedOn: TODAY }, HOUSE)).toEqual({
      ...WISHED,
      ...{ state: 'planned', plannedOn: TODAY },
    });
    expect(settled(PLANNED, { state: 'delivered', ...DELIVERED }, HOUSE)).toEqual(DONE);
    expect(settled(DONE, { state: 'planned' }, HOUSE)).toEqual(PLANNED);
    expect(settled(PLANNED, { state: 'cancelled', cancelReason: 'Krankheit' }, HOUSE)).toEqual(OFF);
    expect(settled(OFF, { state: 'wished' }, HOUSE)).toEqual(WISHED);
    expect(settled(PLANNED, { state: 'wished' }, HOUSE)).toEqual(WISHED);
  });

  test('of what nobody planned here to what was delivered says that it was planned', () => {
    expect(settled(WISHED, { state: 'delivered', ...DELIVERED }, HOUSE)).toMatchObject({ plannedOn: TODAY });
  });

  test.each<[string, BookingFacts, Partial<BookingFacts>, string]>([
    ['delivered → wished', DONE, { state: 'wished' }, '409 state Von „durchgeführt“ geht es nicht'],
    ['cancelled → delivered', OFF, { state: 'delivered', ...DELIVERED }, '409 state Von „ausgefallen“'],
    ['planned without a day', WISHED, { state: 'planned' }, '422 plannedOn Geplant am fehlt'],
    [
      'delivered without a day',
      WISHED,
      { state: 'delivered', minutes: 60 },
      '422 deliveredOn Durchgeführt am fehlt',
    ],
    [
      'delivered without minutes',
      PLANNED,
      { state: 'delivered', deliveredOn: TODAY },
      '422 minutes Minuten fehlt',
    ],
    [
      'delivered without heads',
      PLANNED,
      { state: 'delivered', deliveredOn: TODAY, minutes: 60, parents: 3 },
      '422 children Kinder fehlt',
    ],
    ['cancelled without a reason', PLANNED, { state: 'cancelled' }, '422 cancelReason Grund fehlt'],
    [
      'wished with minutes',
      WISHED,
      { minutes: 30 },
      '422 minutes Minuten: gehört nicht zu einem Modul, das gewünscht ist.',
    ],
  ])('is refused: %s', (_, before, wanted, expected) => {
    expect(refusal(before, wanted)).toContain(expected);
  });

  test('along any way there is leaves a booking that the table takes', () => {
    const step = fc.record({
      state: fc.constantFrom(...BOOKING_STATES),
      plannedOn: fc.constantFrom(TODAY, undefined),
      ...{ deliveredOn: fc.constantFrom(TODAY, undefined), minutes: fc.constantFrom(45, undefined) },
      ...{ children: fc.constantFrom(7, undefined), cancelReason: fc.constantFrom('Umbau', undefined) },
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = settled(null, {}, HOUSE);
        for (const wanted of steps) {
          const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
          try {
            now = settled(now, Object.fromEntries(given), HOUSE);
          } catch {
            continue;
          }
          expect(now.state === 'delivered').toBe(now.deliveredOn !== null && now.minutes !== null);
          expect(now.state === 'cancelled').toBe(now.cancelReason !== null && now.cancelledOn !== null);
          expect(!['planned', 'delivered'].includes(now.state) || now.plannedOn !== null).toBe(true);
          expect(now.plannedStart === null || now.plannedOn !== null).toBe(true);
        }
      }),
    );
  });
});

describe('the days', () => {
  test.each<[string, BookingFacts | null, Partial<BookingFacts>, string]>([
    [
      'tomorrow',
      PLANNED,
      { state: 'delivered', ...DELIVERED, deliveredOn: addDays(TODAY, 1) },
      'liegt in der Zukunft',
    ],
    [
      'between two runs',
      PLANNED,
      { state: 'delivered', ...DELIVERED, deliveredOn: day('2026-08-31') },
      'Am 31.08.2026',
    ],
    [
      'planned before the run',
      null,
      { state: 'planned', plannedOn: day('2024-08-31') },
      '422 plannedOn Geplant am: Am 31.08.2024',
    ],
    ['wished the wrong way round', null, { wishedFrom: TODAY, wishedTo: addDays(TODAY, -1) }, '422 wishedTo'],
    [
      'a time that there is not',
      WISHED,
      { state: 'planned', plannedOn: day('2027-03-28'), plannedStart: '02:30' },
      '422 plannedStart',
    ],
    ['a time without a day', WISHED, { plannedStart: '09:00' }, '422 plannedStart'],
  ])('are refused: %s', (_, before, wanted, expected) => {
    expect(refusal(before, wanted)).toContain(expected);
  });

  test('of a run that is over may still be entered, but nothing new is wished', () => {
    const runs = HOUSE.runs.slice(0, 1);
    const past = { state: 'delivered' as const, ...DELIVERED, deliveredOn: day('2025-07-31') };
    expect(refusal(null, past, { runs })).toBeNull();
    expect(refusal(null, {}, { runs })).toContain('409 – Diese Einrichtung nimmt zurzeit nicht teil');
    expect(refusal(null, past, { runs: [] })).toContain('409');
  });

  test('that are not touched are not asked again', () => {
    const old = booking({ ...DONE, deliveredOn: day('2026-08-31') });
    expect(settled(old, { remarks: 'Schön war es' }, HOUSE)).toEqual({ ...old, remarks: 'Schön war es' });
  });
});
