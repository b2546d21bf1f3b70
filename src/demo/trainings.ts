import { addDays } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { instantMs, moment } from './instant.js';
import type { Season } from './season.js';
import type { ModuleRow } from './programme-rows.js';
import type { Random } from './random.js';
import type { TrainingModuleRow, TrainingRow, TrainingSessionRow } from './training-rows.js';
import { ISSUER, TRAINERS, TRAINING_PLACES, TRAINING_PLANS, type TrainingPlan } from './words-trainings.js';

/** How many want to come, as a share of the places. */
export type Demand = 'usual' | 'crowded' | 'few' | 'scarce' | 'none';

/** A training with its days, before anybody has registered. */
export interface Course {
  training: TrainingRow;
  sessions: TrainingSessionRow[];
  modules: TrainingModuleRow[];
  plan: TrainingPlan;
  demand: Demand;
  /** Attendance is known. */
  isOver: boolean;
}

const PAST = 32;
const DAYS_BETWEEN = 21;
const CANCELLED: Readonly<Record<number, string>> = {
  9: 'Die Trainerin ist erkrankt.',
  22: 'Zu wenige Anmeldungen.',
};
/** What is still to come: in how many days, how full, and how it stands. */
const AHEAD: readonly { days: number; demand: Demand; state: TrainingRow['state'] }[] = [
  { days: 6, demand: 'crowded', state: 'closed' },
  { days: 11, demand: 'scarce', state: 'open' },
  { days: 16, demand: 'crowded', state: 'open' },
  { days: 24, demand: 'usual', state: 'open' },
  { days: 38, demand: 'usual', state: 'open' },
  { days: 66, demand: 'few', state: 'open' },
  { days: 80, demand: 'few', state: 'cancelled' },
  { days: 94, demand: 'none', state: 'draft' },
];

/** Forty trainings: most of them over, some cancelled, the next ones open, one still a draft. */
export function makeCourses(
  random: Random,
  municipalityId: string,
  modules: readonly ModuleRow[],
  season: Season,
): Course[] {
  const past = Array.from({ length: PAST }, (_, i) => PAST - 1 - i).map((back) => {
    const state = back in CANCELLED ? ('cancelled' as const) : ('completed' as const);
    return { days: -14 - back * DAYS_BETWEEN, demand: 'usual' as const, state, reason: CANCELLED[back] };
  });
  const ahead = AHEAD.map((one) => ({ ...one, reason: 'Der Raum steht nicht zur Verfügung.' }));
  return [...past, ...ahead].map(({ days, demand, state, reason }, i) => {
    const plan = TRAINING_PLANS[i % TRAINING_PLANS.length];
    if (!plan) throw new RangeError('no trainings to offer');
    const draw = random.branch(`training ${i}`);
    const dates = datesOf(plan, days, season);
    // Holidays may have carried it past today.
    const isOver = state === 'completed' && dates.every((date) => date < season.today);
    const standing = state === 'completed' && !isOver ? 'open' : state;
    const training = makeTraining(draw, municipalityId, plan, dates, { state: standing, reason, season });
    return {
      ...{ training, plan, demand, isOver },
      sessions: dates.map((date) => makeSession(draw, training.id, plan, date, season)),
      modules: modulesFor(plan, modules).map(({ id }) => ({ training_id: training.id, module_id: id })),
    };
  });
}

/** One session a week. */
function datesOf({ sessions }: TrainingPlan, days: number, { today, rhythm }: Season): CalendarDate[] {
  const dates: CalendarDate[] = [];
  let day = addDays(today, days < 0 ? days - 7 * (sessions - 1) : days);
  for (let i = 0; i < sessions; i++, day = addDays(day, 7)) dates.push((day = rhythm.schoolDayFrom(day)));
  return dates;
}

interface Standing {
  state: TrainingRow['state'];
  reason: string | undefined;
  season: Season;
}

function makeTraining(
  random: Random,
  municipality_id: string,
  { title, contents, focusArea, kind }: TrainingPlan,
  [first]: readonly CalendarDate[],
  { state, reason, season }: Standing,
): TrainingRow {
  if (!first) throw new RangeError('a training without a day');
  const [trainer, qualification] = random.pick(TRAINERS);
  return {
    ...{ id: random.uuid(season.origin.founded), municipality_id, title, contents, focus_area: focusArea },
    ...{ trainer_name: trainer, trainer_qualification: qualification, place: random.pick(TRAINING_PLACES) },
    ...{ capacity: random.integer(6, 11) * 2, register_until: addDays(first, -5) },
    ...{ kinds: kind ? `{${kind}}` : '{kita,school}', issuer: ISSUER, state },
    ...{ cancel_reason: state === 'cancelled' ? (reason ?? null) : null, arrivals: 0 },
  };
}

function makeSession(
  random: Random,
  training_id: string,
  { hours: [starts_at, ends_at, break_minutes] }: TrainingPlan,
  held_on: CalendarDate,
  { today }: Season,
): TrainingSessionRow {
  const id = random.uuid(instantMs(moment(held_on < today ? held_on : today, 7)));
  return { training_id, id, held_on, starts_at, ends_at, break_minutes };
}

/** The module for staff that the training belongs to, if there is one. */
function modulesFor({ focusArea }: TrainingPlan, modules: readonly ModuleRow[]): ModuleRow[] {
  return modules
    .filter((row) => row.active && row.audience === 'staff' && row.focus_area === focusArea)
    .slice(0, 1);
}
