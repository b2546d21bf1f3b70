import type { InstitutionKind, ParticipationStatus } from '../institutions/vocabulary.js';
import { addDays, calendarDate, daysBetween } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { lastDayOf } from '../kernel/calendar/school-year.js';
import type { SchoolYear } from '../kernel/calendar/school-year.js';
import type { InstitutionRow, ParticipationRow } from './demo-rows.js';
import type { Origin } from './origin.js';
import type { Random } from './random.js';
import type { Rhythm } from './rhythm.js';

/** How many houses of each kind take part now. */
export const PARTICIPATING: Readonly<Record<InstitutionKind, number>> = { kita: 56, school: 19 };

/** A house that takes part or took part, and how it does. */
export interface Member {
  institution: InstitutionRow;
  participation: ParticipationRow;
  /** The house in which the demo's educator and lead work. */
  example: boolean;
  /** School days since the last activity at which the house has gone quiet; null for a lively one. */
  quietFor: number | null;
}

/** Two school years of growth: up to which place in the queue houses started in which months (of the first or second year). */
const WAVES = [
  { upTo: 30, yearsAgo: 2, from: '09-02', to: '11-29' },
  { upTo: 45, yearsAgo: 2, from: '01-12', to: '05-30' },
  { upTo: 66, yearsAgo: 1, from: '09-02', to: '11-29' },
  { upTo: 75, yearsAgo: 1, from: '01-12', to: '05-30' },
] as const;
/** The last in the queue are still on their way. */
const EARLY_STATUS: Readonly<Record<number, ParticipationStatus>> = {
  71: 'choosing_modules',
  72: 'choosing_modules',
  73: 'initial_consultation',
  74: 'registered',
};
/** Place in the queue → school days since the last activity: four school weeks are twenty. */
const QUIET: Readonly<Record<number, number>> = { 5: 23, 12: 27, 18: 34, 26: 41, 33: 52, 40: 68 };

interface Now extends Origin {
  rhythm: Rhythm;
}

/**
 * Who takes part: 56 Kitas and 19 schools now, two Kitas and a school only ask, one Kita has finished and one has given up. The
 * example house (the first Kita) was among the first.
 */
export function makeMembers(
  random: Random,
  houses: readonly InstitutionRow[],
  rhythm: Rhythm,
  origin: Origin,
): Member[] {
  const now = { ...origin, rhythm };
  const [example, ...kitas] = houses.filter(({ kind }) => kind === 'kita');
  if (!example) throw new RangeError('a city without Kitas');
  const kitaDeck = random.shuffled(kitas);
  const schoolDeck = random.shuffled(houses.filter(({ kind }) => kind === 'school'));
  const first = kitaDeck.splice(0, PARTICIPATING.kita - 1);
  const queue = [example, ...random.shuffled([...first, ...schoolDeck.splice(0, PARTICIPATING.school)])];
  return [
    ...queue.map((house, place) => current(random, house, place, now)),
    ...past(random, kitaDeck, now),
    ...[kitaDeck.pop(), kitaDeck.pop(), schoolDeck.pop()].map((house) =>
      member(random, house, { status: 'requested', started_on: null, ended_on: null, reason: null }, now),
    ),
  ];
}

/** A participation with an open end that is more than a request. */
export function takesPart({ participation }: Member): boolean {
  return participation.status !== 'requested' && participation.ended_on === null;
}

function current(random: Random, house: InstitutionRow, place: number, now: Now): Member {
  const wave = WAVES.find(({ upTo }) => place < upTo) ?? WAVES[3];
  const from = dayIn(now.year - wave.yearsAgo, wave.from);
  const span = daysBetween(from, dayIn(now.year - wave.yearsAgo, wave.to));
  const started = now.rhythm.schoolDayFrom(addDays(from, place === 0 ? 0 : random.integer(0, span)));
  const status = EARLY_STATUS[place] ?? 'active';
  const row = { status, started_on: started, ended_on: null, reason: null };
  return { ...member(random, house, row, now), example: place === 0, quietFor: QUIET[place] ?? null };
}

/** Two Kitas of the first autumn that are no longer with us; taken from the deck. */
function past(random: Random, deck: InstitutionRow[], now: Now): Member[] {
  const started_on = now.rhythm.schoolDayFrom(dayIn(now.year - 2, '09-15'));
  return [
    member(
      random,
      deck.pop(),
      {
        status: 'completed',
        started_on,
        ended_on: lastDayOf(now.year - 2),
        reason: 'Alle gewählten Module sind umgesetzt.',
      },
      now,
    ),
    member(
      random,
      deck.pop(),
      {
        status: 'cancelled',
        started_on,
        ended_on: dayIn(now.year - 1, '02-27'),
        reason: 'Umbau des Hauses: Die Kita setzt aus und möchte später wieder einsteigen.',
      },
      now,
    ),
  ];
}

function member(
  random: Random,
  institution: InstitutionRow | undefined,
  row: Omit<ParticipationRow, 'institution_id' | 'id' | 'materials_on'>,
  now: Now,
): Member {
  if (!institution) throw new RangeError('fewer houses than participations');
  const materials_on = materialsOn(random.branch(`materials ${institution.short_code}`), row.started_on, now);
  const participation = {
    institution_id: institution.id,
    id: random.uuid(now.founded),
    ...row,
    materials_on,
  };
  return { institution, participation, example: false, quietFor: null };
}

/** The box comes some weeks after the start; a few houses have none yet. */
function materialsOn(
  random: Random,
  started: CalendarDate | null,
  { days, rhythm }: Now,
): CalendarDate | null {
  if (started === null || !random.chance(0.9)) return null;
  const day = rhythm.schoolDayFrom(addDays(started, random.integer(12, 50)));
  return days.includes(day) ? day : null;
}

/** A month and day within a school year. */
function dayIn(year: SchoolYear, monthAndDay: string): CalendarDate {
  return calendarDate(`${monthAndDay < '08-01' ? year + 1 : year}-${monthAndDay}`);
}
