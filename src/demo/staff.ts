import { addDays } from '../kernel/calendar/calendar-date.js';
import type { AccountRow, DemoCity } from './demo-rows.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import { invalidEmail } from './people-names.js';
import { SIGN_INS } from './sign-ins.js';
import type { Random, Weighted } from './random.js';
import type { StaffMemberRow, StaffPositionRow } from './training-rows.js';

type City = Pick<DemoCity, 'accounts' | 'accountRoles'>;
type Duty = StaffMemberRow['function'];

export interface Staff {
  staff: StaffMemberRow[];
  positions: StaffPositionRow[];
}

const TEAM: Record<'kita' | 'school', readonly [number, number]> = { kita: [5, 9], school: [6, 10] };
const DUTIES: Record<'kita' | 'school', Weighted<Duty>> = {
  kita: [
    ['educator', 9],
    ['other', 1],
  ],
  school: [
    ['teacher', 6],
    ['all_day_staff', 4],
  ],
};
/** Whoever has left; and every so many houses somebody also works in the next one. */
const LEFT = 0.04;
const SHARED_EVERY = 8;

/** The team of every house that takes or took part: its lead, those who have an account, and colleagues. */
export function makeStaff(random: Random, members: readonly Member[], city: City, origin: Origin): Staff {
  const teams = members
    .filter(({ participation }) => participation.started_on !== null)
    .map((member) => makeTeam(random.branch(`team ${member.institution.short_code}`), member, city, origin));
  const positions = teams.flatMap((team) => team.positions);
  const shared = teams.flatMap(({ staff }, i) => {
    const [next] = teams[i + 1]?.staff ?? [];
    const last = staff.at(-1);
    if (i % SHARED_EVERY !== SHARED_EVERY - 1 || !next || !last) return [];
    return [positionOf(random, last.id, next.institution_id, origin)];
  });
  return { staff: teams.flatMap(({ staff }) => staff), positions: [...positions, ...shared] };
}

function makeTeam(random: Random, member: Member, city: City, origin: Origin): Staff {
  const { id, kind } = member.institution;
  const people = [leadOf(member, city), ...educatorsOf(member, city)];
  const size = Math.max(people.length + 1, random.integer(...TEAM[kind]));
  while (people.length < size) people.push(colleague(random, member, origin));
  const staff = people.map((person): StaffMemberRow => {
    const hours = random.pick([19.5, 25, 30, 35, 39]);
    return { institution_id: id, id: random.uuid(origin.founded), weekly_hours: hours, ...person };
  });
  const positions = staff.map(({ id: member_id, account_id }) => {
    const position = positionOf(random, member_id, id, origin);
    const left = account_id === null && random.chance(LEFT);
    return left ? { ...position, until: addDays(position.since, random.integer(200, 420)) } : position;
  });
  return { staff, positions };
}

type Person = Pick<StaffMemberRow, 'name' | 'function' | 'email' | 'account_id'>;

/** The person who answers the telephone; in the example house the lead of the demo. */
function leadOf({ institution, example }: Member, { accounts }: City): Person {
  const email = SIGN_INS.find(({ role }) => role === 'institution_lead')?.email;
  const account = example ? accounts.find((row) => row.email === email) : undefined;
  const name = institution.contact_name.replace(' (erfunden)', '');
  return {
    name,
    function: 'lead',
    email: account?.email ?? institution.email,
    account_id: account?.id ?? null,
  };
}

function educatorsOf({ institution }: Member, { accounts, accountRoles }: City): Person[] {
  const own = accountRoles.filter((row) => row.role === 'educator' && row.institution_id === institution.id);
  const duty = institution.kind === 'kita' ? 'educator' : 'teacher';
  return own
    .map(({ account_id }) => accounts.find(({ id }) => id === account_id))
    .filter((account): account is AccountRow => account !== undefined)
    .map(({ id, name, email }) => ({ name, function: duty, email, account_id: id }));
}

function colleague(random: Random, { institution }: Member, { nextName }: Origin): Person {
  const name = nextName();
  const email = random.chance(0.7) ? invalidEmail(name) : null;
  return { name, function: random.weighted(DUTIES[institution.kind]), email, account_id: null };
}

function positionOf(
  random: Random,
  member: string,
  house: string,
  { founded, days }: Origin,
): StaffPositionRow {
  const [first] = days;
  if (!first) throw new RangeError('a city without days');
  const since = addDays(first, -random.integer(30, 3000));
  return { institution_id: house, id: random.uuid(founded), staff_member_id: member, since, until: null };
}
