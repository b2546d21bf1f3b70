import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { makeDistricts, makeMunicipality } from './city.js';
import { makeContacts, makeTargets } from './contacts.js';
import type { ActivityRow, ClosingDayRow, DemoCity, GroupRow } from './demo-rows.js';
import { Diary } from './diary.js';
import type { House } from './diary.js';
import { makeConfirmations, makeSizes } from './group-history.js';
import { makeGroups } from './groups.js';
import type { Habits } from './habits.js';
import { makeHabits } from './habits.js';
import { makeClosingDays } from './house-calendar.js';
import { makeInstitutions } from './institutions.js';
import type { Origin } from './origin.js';
import { originOf } from './origin.js';
import { makeMembers } from './participation.js';
import type { Member } from './participation.js';
import { makePeople } from './people.js';
import type { People } from './people.js';
import { makeProgramme } from './programme.js';
import { type Season, seasonOf } from './season.js';
import { Random } from './random.js';
import { Rhythm } from './rhythm.js';
import type { SchoolHoliday } from './rhythm.js';
import { makeCorrection, makeFalseStarts, makeSteps } from './steps.js';
import { makeTraining } from './training.js';
import { withTwin } from './twin.js';

export interface DemoPlan {
  seed: string;
  /** The last day of the city's history, which began two school years before the one of this day. */
  today: CalendarDate;
  /** The holidays of North Rhine-Westphalia, at least of these three school years. */
  holidays: readonly SchoolHoliday[];
}

/**
 * The demo city as plain rows: Herne's four Stadtbezirke with 66 Kitas and 21 primary schools, who takes part and since when, their
 * groups, people and activities over two full school years and the running one. All of it is invented except the city and its
 * districts. The same plan gives the same rows, byte for byte.
 */
export function makeDemoCity({ seed, today, holidays }: DemoPlan): DemoCity {
  const random = new Random(seed);
  const rhythm = new Rhythm(holidays);
  const origin = originOf(random.branch('names'), today);
  const municipality = makeMunicipality(random.branch('municipality'), origin);
  const districts = makeDistricts(random.branch('districts'), municipality, origin);
  const institutions = makeInstitutions(random.branch('institutions'), districts, origin);
  const members = makeMembers(random.branch('members'), institutions, rhythm, origin);
  const groups = members.flatMap((member) => makeGroups(branchOf(random, 'groups', member), member, origin));
  const present = { today, days: origin.days, rhythm };
  const people = makePeople(random.branch('people'), municipality, members, origin);
  const closingDays = members.flatMap((member) => {
    const { closing } = habitsOf(random, member);
    const years = { origin, rhythm, holidays, today };
    return makeClosingDays(branchOf(random, 'closing', member), member, closing, years);
  });
  const city = {
    municipality,
    districts,
    institutions: withTwin(institutions, members),
    groups,
    groupConfirmations: makeConfirmations(random.branch('confirmations'), members, groups, origin),
    groupSizes: makeSizes(random.branch('sizes'), groups, origin),
    accounts: people.accounts,
    accountRoles: people.accountRoles,
    contacts: makeContacts(random.branch('contacts'), members, origin),
    closingDays,
    targets: makeTargets(random.branch('targets'), municipality.id, origin),
    ...historyOf(random, members, today, origin),
    coachAssignments: people.coachAssignments,
    activities: members.flatMap((member) => {
      const house = houseOf(member, groups, people);
      const diary = new Diary(branchOf(random, 'diary', member), house, present);
      return whileOpen(activitiesOf(diary, house, people), member, closingDays);
    }),
  };
  // After all others, who keep their names by that.
  return { ...city, ...workOf(random, members, city, seasonOf(origin, rhythm, today)) };
}

/** What the programme did with the houses. */
function workOf(
  random: Random,
  members: readonly Member[],
  { municipality, coachAssignments, ...people }: Omit<DemoCity, 'programme' | 'training'>,
  season: Season,
): Pick<DemoCity, 'programme' | 'training'> {
  const programme = makeProgramme(random.branch('programme'), members, coachAssignments, season);
  const catalogue = { ...people, modules: programme.modules };
  const training = makeTraining(random.branch('training'), municipality, members, catalogue, season);
  return { programme, training };
}

/** Every run in the programme, step by step. */
function historyOf(
  random: Random,
  members: readonly Member[],
  today: CalendarDate,
  origin: Origin,
): Pick<DemoCity, 'participations' | 'participationSteps'> {
  const current = members.map(({ participation }) => participation);
  const participations = [...makeFalseStarts(random.branch('false starts'), members, origin), ...current];
  const steps = makeSteps(random.branch('steps'), participations, today, origin);
  const example = members.find((member) => member.example)?.institution.id ?? '';
  const corrected = makeCorrection(random.branch('correction'), steps, example, origin);
  return { participations, participationSteps: [...steps, ...corrected] };
}

/** A house's draws are its own, so that another house more or less does not change them. */
function branchOf(random: Random, part: string, { institution }: Member): Random {
  return random.branch(`${part} ${institution.short_code}`);
}

/** The same habits that the house's diary has. */
function habitsOf(random: Random, member: Member): Habits {
  const { institution, example } = member;
  return makeHabits(branchOf(random, 'diary', member).branch('habits'), institution.kind, example);
}

/** Nothing is noted on a day on which the house is closed. */
function whileOpen(
  activities: ActivityRow[],
  { institution: { id } }: Member,
  closingDays: readonly ClosingDayRow[],
): ActivityRow[] {
  const own = closingDays.filter(({ institution_id }) => institution_id === id);
  return activities.filter(
    ({ held_on }) => !own.some(({ first_day, last_day }) => first_day <= held_on && held_on <= last_day),
  );
}

function houseOf(member: Member, groups: readonly GroupRow[], { educators }: People): House {
  const { id } = member.institution;
  return {
    member,
    groups: groups.filter(({ institution_id }) => institution_id === id),
    educators: educators.get(id) ?? [],
  };
}

function activitiesOf(diary: Diary, { educators }: House, { example }: People): ActivityRow[] {
  const rows = diary.write();
  return educators.includes(example) ? [...rows, ...diary.fillLastWeeks(rows, example)] : rows;
}
