import type { Role } from '../access/roles.js';
import type { AccountRoleRow, AccountRow, CoachAssignmentRow, MunicipalityRow } from './demo-rows.js';
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
  const coachAssignments = assign(random, members, coach, origin.founded);
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

/** One coach for all houses, from the first to the last day of their participation. */
function assign(
  random: Random,
  members: readonly Member[],
  coach: string,
  founded: number,
): CoachAssignmentRow[] {
  return members.flatMap(({ participation: { institution_id, started_on, ended_on } }) =>
    started_on === null
      ? []
      : [
          {
            institution_id,
            id: random.uuid(founded),
            account_id: coach,
            first_day: started_on,
            last_day: ended_on,
          },
        ],
  );
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
