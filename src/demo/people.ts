import type { Role } from '../access/roles.js';
import type { AccountRoleRow, AccountRow, CoachAssignmentRow, MunicipalityRow } from './demo-rows.js';
import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import { invalidEmail } from './people-names.js';
import type { Random } from './random.js';
import { SIGN_INS } from './sign-ins.js';

export interface People {
  accounts: AccountRow[];
  accountRoles: AccountRoleRow[];
  coachAssignments: CoachAssignmentRow[];
  /** The educator who can sign in. */
  example: string;
  /** The educators of each institution, by its id. */
  educators: ReadonlyMap<string, string[]>;
}

/** Accounts, their roles, the coach of every house; educators without a password are there as authors only. */
export function makePeople(
  random: Random,
  municipality: MunicipalityRow,
  members: readonly Member[],
  origin: Origin,
): People {
  const people = new PeopleRows(random, municipality.id, origin);
  const { educator = '', coach = '' } = addSignIns(
    people,
    members.find(({ example }) => example),
  );
  const educators = new Map<string, string[]>();
  for (const { institution, participation, example } of members) {
    if (participation.started_on === null) continue;
    // With one colleague, half of the example house's groups are those of the educator who signs in.
    const count = example ? 1 : random.integer(1, 3);
    const team = Array.from({ length: count }, () => people.addEducator(institution.id));
    educators.set(institution.id, example ? [educator, ...team] : team);
  }
  const { accounts, accountRoles } = people;
  const former = people.addFormerCoach();
  const coachAssignments = assign(random, members, { coach, former }, origin);
  return { accounts, accountRoles, coachAssignments, example: educator, educators };
}

/** @returns the accounts' ids by role */
function addSignIns(people: PeopleRows, exampleHouse: Member | undefined): Partial<Record<Role, string>> {
  const ids: Partial<Record<Role, string>> = {};
  for (const { role, name, email, reach } of SIGN_INS) {
    const institution = reach === 'house' && exampleHouse ? exampleHouse.institution.id : null;
    ids[role] = people.add({ name, email, role, institution, municipality: reach === 'city' });
  }
  return ids;
}

/** Every third house had another coach in the first winter, who handed over on this day of the first year. */
const HANDED_OVER = '02-01';

/** One coach for all houses, from the first to the last day of their participation; some had another before. */
function assign(
  random: Random,
  members: readonly Member[],
  { coach, former }: { coach: string; former: string },
  { founded, year }: Origin,
): CoachAssignmentRow[] {
  const change = calendarDate(`${year - 1}-${HANDED_OVER}`);
  return members.flatMap(({ participation: { institution_id, started_on, ended_on } }, index) => {
    if (started_on === null) return [];
    const row = (account_id: string, first_day: CalendarDate, last_day: CalendarDate | null) => ({
      ...{ institution_id, id: random.uuid(founded), account_id, first_day, last_day },
    });
    const isHandedOver = index % 3 === 0 && started_on < change && (ended_on === null || ended_on > change);
    if (!isHandedOver) return [row(coach, started_on, ended_on)];
    return [row(former, started_on, addDays(change, -1)), row(coach, change, ended_on)];
  });
}

interface Person {
  name: string;
  email: string;
  role: Role;
  institution: string | null;
  municipality: boolean;
}

class PeopleRows {
  readonly accounts: AccountRow[] = [];
  readonly accountRoles: AccountRoleRow[] = [];

  constructor(
    private readonly random: Random,
    private readonly municipalityId: string,
    private readonly origin: Origin,
  ) {}

  addEducator(institution: string): string {
    const name = this.origin.nextName();
    return this.add({ name, email: invalidEmail(name), role: 'educator', institution, municipality: false });
  }

  /** Coached in the first year and has left since; nobody signs in with it. */
  addFormerCoach(): string {
    const name = this.origin.nextName();
    const place = { institution: null, municipality: true };
    return this.add({ name, email: invalidEmail(name), role: 'coach', ...place });
  }

  /** @returns the account's id */
  add({ name, email, role, institution, municipality }: Person): string {
    const { founded, createdAt } = this.origin;
    const id = this.random.uuid(founded);
    this.accounts.push({ id, email, name, created_at: createdAt });
    this.accountRoles.push({
      id: this.random.uuid(founded),
      account_id: id,
      role,
      institution_id: institution,
      municipality_id: municipality ? this.municipalityId : null,
      created_at: createdAt,
    });
    return id;
  }
}
