import { addDays } from '../kernel/calendar/calendar-date.js';
import { instantMs, instantText, moment } from './instant.js';
import type { Season } from './season.js';
import type { Random } from './random.js';
import type { AttendanceRow, RegistrationRow, StaffMemberRow, TrainingSessionRow } from './training-rows.js';
import type { Course, Demand } from './trainings.js';

/** Whoever might come to a training, with what is known about the house. */
export interface Candidate {
  person: StaffMemberRow;
  /** The demo's educator, or the example house's last colleague, whom the demo's lead has registered. */
  part: 'educator' | 'colleague' | null;
}

const SHARES: Readonly<Record<Demand, readonly [number, number]>> = {
  usual: [0.75, 1.2],
  crowded: [1.2, 1.35],
  few: [0.2, 0.5],
  scarce: [0.15, 0.3],
  none: [0, 0],
};
const WITHDRAWN = 0.07;
const WALK_IN = 0.25;

/** Who registered for a training in which order: the first have the places, the others wait. */
export function makeRegistrations(
  random: Random,
  { training, sessions, demand, isOver }: Course,
  candidates: readonly Candidate[],
  leadAccount: string | null,
  { today }: Season,
): RegistrationRow[] {
  const wanted = Math.round(training.capacity * random.between(...SHARES[demand]));
  const people = queueOf(random, candidates, wanted, demand);
  const [session] = sessions;
  if (!session) return [];
  const last = addDays(session.held_on, -6);
  const opened = moment(addDays(last < today ? last : today, -30), 8);
  let places = training.capacity;
  return people.map(({ person, part }, i) => {
    const isLast = i === people.length - 1;
    const state = stateOf(random, {
      isKept: part !== null,
      mayWalkIn: isOver && isLast,
      isFull: places === 0,
    });
    if (state === 'confirmed') places -= 1;
    const at = { ...opened, second: opened.second + i * 600 };
    return {
      ...{ institution_id: person.institution_id, id: random.uuid(instantMs(at)), training_id: training.id },
      ...{ staff_member_id: person.id, state, arrival: i + 1 },
      registered_by: part === 'colleague' ? leadAccount : person.account_id,
      created_at: instantText(at),
    };
  });
}

/** Who gave the place back, came unannounced, has one or waits for one; those whom the demo is about keep theirs. */
function stateOf(
  random: Random,
  { isKept, mayWalkIn, isFull }: { isKept: boolean; mayWalkIn: boolean; isFull: boolean },
): RegistrationRow['state'] {
  if (!isKept && random.chance(WITHDRAWN)) return 'withdrawn';
  if (mayWalkIn && random.chance(WALK_IN)) return 'walk_in';
  return isFull ? 'waiting' : 'confirmed';
}

/** The demo's educator is among the first, the colleague comes late: where it is crowded, on the waiting list. */
function queueOf(
  random: Random,
  candidates: readonly Candidate[],
  wanted: number,
  demand: Demand,
): Candidate[] {
  if (wanted === 0) return [];
  const others = random.shuffled(candidates.filter(({ part }) => part === null)).slice(0, wanted);
  const of = (name: Candidate['part']): Candidate[] => candidates.filter(({ part }) => part === name);
  const educator = demand === 'usual' ? of('educator') : [];
  const colleague = demand === 'crowded' ? of('colleague') : [];
  return [...educator, ...others.slice(educator.length + colleague.length), ...colleague];
}

const EXCUSED = 0.06;
const MISSING = 0.05;
const LEAVES_EARLY = 0.05;

/** Who came, session by session; not everybody who had a place did. */
export function makeAttendances(
  random: Random,
  registrations: readonly RegistrationRow[],
  sessions: readonly TrainingSessionRow[],
): AttendanceRow[] {
  const expected = registrations.filter(({ state }) => state === 'confirmed' || state === 'walk_in');
  return expected.flatMap(({ institution_id, id: registration_id, state: place }) =>
    sessions.map((session): AttendanceRow => {
      const minutes = minutesOf(session);
      const luck = place === 'walk_in' ? 1 : random.unit();
      const state = luck < EXCUSED ? 'excused' : luck < EXCUSED + MISSING ? 'absent' : 'present';
      const attended = random.chance(LEAVES_EARLY) ? Math.round(minutes / 2) : minutes;
      const id = random.uuid(instantMs(moment(session.held_on, 18)));
      const row = { institution_id, id, registration_id, session_id: session.id, state } as const;
      return { ...row, minutes: state === 'present' ? attended : 0 };
    }),
  );
}

/** Without the break. */
function minutesOf({ starts_at, ends_at, break_minutes }: TrainingSessionRow): number {
  return clockMinutes(ends_at) - clockMinutes(starts_at) - break_minutes;
}

function clockMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
