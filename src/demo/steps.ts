import type { ParticipationStatus } from '../institutions/vocabulary.js';
import { PARTICIPATION_STATUSES } from '../institutions/vocabulary.js';
import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { ParticipationRow, ParticipationStepRow } from './demo-rows.js';
import { instantText, moment } from './instant.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import type { Random } from './random.js';

/** Days from the registration to each step on the way. */
const PACE: readonly [ParticipationStatus, readonly [number, number]][] = [
  ['initial_consultation', [5, 9]],
  ['choosing_modules', [10, 16]],
  ['active', [17, 28]],
];
/** Nobody chose modules by the book everywhere. */
const SKIPPED = 0.12;

/** Who had begun once before and broken off early: places among the members, and why. */
const FALSE_STARTS: Readonly<Record<number, string>> = {
  48: 'Wechsel der Leitung: Die neue Leitung möchte im nächsten Jahr starten.',
  56: 'Personalmangel: Für die Einführung fehlte die Zeit.',
  63: 'Umzug in ein Ausweichgebäude.',
};

/** Earlier runs, which ended before a module was chosen; they leave no activities. */
export function makeFalseStarts(random: Random, members: readonly Member[], { year, founded }: Origin) {
  return Object.entries(FALSE_STARTS).map(([place, reason]): ParticipationRow => {
    const member = members[Number(place)];
    if (!member) throw new RangeError('fewer houses than false starts');
    const started_on = addDays(calendarDate(`${year - 2}-09-16`), random.integer(0, 30));
    return {
      ...{ institution_id: member.institution.id, id: random.uuid(founded), status: 'cancelled' },
      ...{ started_on, ended_on: addDays(started_on, random.integer(40, 75)), reason },
      materials_on: null,
    };
  });
}

/** How each run came to where it stands: step by step, each on its day. */
export function makeSteps(
  random: Random,
  runs: readonly ParticipationRow[],
  today: CalendarDate,
  { founded }: Origin,
): ParticipationStepRow[] {
  return runs.flatMap((run) =>
    stepsOf(random, run, today).map(([status, reached_on], i, all) => ({
      ...{ institution_id: run.institution_id, id: random.uuid(founded), participation_id: run.id },
      ...{ status, reached_on, reason: i === all.length - 1 ? run.reason : null },
      ...{ recorded_at: instantText(moment(reached_on, 9)), withdrawn_at: null, correction: null },
    })),
  );
}

/** One step of the example house was first entered with a wrong day, so that there is a correction to look at. */
export function makeCorrection(
  random: Random,
  steps: readonly ParticipationStepRow[],
  house: string,
  { founded }: Origin,
): ParticipationStepRow[] {
  return steps
    .filter((step) => step.institution_id === house && step.status === 'active')
    .map((step) => ({
      ...step,
      id: random.uuid(founded),
      reached_on: addDays(step.reached_on, 3),
      withdrawn_at: instantText(moment(addDays(step.reached_on, 6), 10)),
      correction: 'Datum vertippt',
    }));
}

function stepsOf(
  random: Random,
  { status, started_on, ended_on }: ParticipationRow,
  today: CalendarDate,
): [ParticipationStatus, CalendarDate][] {
  if (started_on === null) return [['requested', addDays(today, -random.integer(5, 40))]];
  const last = PARTICIPATION_STATUSES.indexOf(ended_on === null ? status : reachedBy(random, status));
  const way = PACE.filter(([step]) => PARTICIPATION_STATUSES.indexOf(step) <= last).filter(
    ([step]) => step === status || !random.chance(SKIPPED),
  );
  return [
    ['requested', addDays(started_on, -random.integer(10, 28))],
    ['registered', started_on],
    ...way.map(([step, days]): [ParticipationStatus, CalendarDate] => [
      step,
      addDays(started_on, random.integer(...days)),
    ]),
    ...(ended_on === null ? [] : [[status, ended_on] as [ParticipationStatus, CalendarDate]]),
  ];
}

/** Who completed was under way; who broke off got somewhere. */
function reachedBy(random: Random, status: ParticipationStatus): ParticipationStatus {
  return status === 'completed' ? 'active' : random.pick(['initial_consultation', 'active'] as const);
}
