import { assertScopeFits, type InvitedRole, mayInvite } from '../../access/invitations/invitation-rules.js';
import { CreateInvitationDto } from '../../access/invitations/invitation.dto.js';
import type { Role } from '../../access/roles.js';
import type { Actor } from '../../database/actor.js';
import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { SheetRow } from '../file/sheet.js';
import { type House, HouseFinder } from '../groups/house-finder.js';
import { checkedByDto, faultsOf } from '../reading/dto-rules.js';
import { duplicatesOf } from '../reading/duplicates.js';
import { type Case, withProblems } from '../reading/judgement.js';
import type { RowError, Values } from '../reading/outcome.js';
import type { RowReader } from '../reading/row-reader.js';
import { ROLE_WORDS } from './people-fields.js';

export const PERSON_STATUSES = ['new', 'has_role', 'invited', 'wrong'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** A role that somebody has, or is invited to, as one text. */
export type RoleKey = string;

/** What would become of one row. */
export interface PersonOutcome {
  number: number;
  status: PersonStatus;
  name: string | null;
  email: string | null;
  role: Role | null;
  institutionName: string | null;
  errors: RowError[];
  /** What would be sent to the interface for this one person; null unless it is new. */
  invitation: CreateInvitationDto | null;
}

/** As things stand where the file is read in. */
export interface Surroundings {
  actor: Actor;
  municipalityId: string;
  houses: House[];
  held: Set<RoleKey>;
  invited: Set<RoleKey>;
}

interface PersonCase extends Case {
  house: House | null;
  wanted: Values;
  problems: FieldProblem[];
}

const AT_HOUSE: readonly unknown[] = ['educator', 'institution_lead'];
const AT_MUNICIPALITY: readonly unknown[] = ['coach', 'coordinator'];

const BY_COORDINATION = 'können nur die Koordination der Kommune und die Administration einladen.';
const BY_ADMINISTRATION = 'kann nur die Administration einladen.';

/** After the role's name; what `mayInvite` allows, in words. */
const WHO_INVITES: Record<Role, string> = {
  educator: 'können nur die Leitung der Einrichtung und die Administration einladen.',
  institution_lead: BY_COORDINATION,
  coach: BY_COORDINATION,
  coordinator: BY_ADMINISTRATION,
  programme_lead: BY_ADMINISTRATION,
  administrator: BY_ADMINISTRATION,
};

export function roleKey(
  email: unknown,
  role: unknown,
  institutionId: unknown,
  municipalityId: unknown,
): RoleKey {
  return JSON.stringify([String(email).toLowerCase(), role, institutionId ?? null, municipalityId ?? null]);
}

/** Judges the rows of a file of people to invite. */
export class PeopleAnalysis {
  private readonly finder: HouseFinder;

  constructor(
    private readonly reader: RowReader,
    private readonly around: Surroundings,
  ) {
    this.finder = new HouseFinder(around.houses);
  }

  /** Rows that mean the same person in the same role at the same place are all but ambiguous: each names the other. */
  judge(rows: SheetRow[]): PersonOutcome[] {
    const cases = rows.map((row) => this.read(row));
    const duplicates = duplicatesOf(
      cases.map(({ wanted }) => (wanted['email'] === undefined ? [] : [keyOf(wanted)])),
    );
    return cases.map((one, i) => {
      const other = cases[duplicates[i] ?? -1];
      if (other) {
        const message = `Diese Einladung steht auch in Zeile ${other.row.number}. Jede darf nur einmal vorkommen.`;
        one.problems.push({ field: 'email', message });
      }
      return this.outcome(one);
    });
  }

  private read(row: SheetRow): PersonCase {
    const read = this.reader.read(row);
    const { name, email } = read.values;
    const role = read.values['role'] ?? this.onlyRole();
    const one: PersonCase = { row, read, title: null, house: null, wanted: {}, problems: [] };
    if (AT_HOUSE.includes(role)) this.findHouse(one);
    const municipalityId = AT_MUNICIPALITY.includes(role) ? this.around.municipalityId : null;
    one.wanted = Object.fromEntries(
      Object.entries({ name, email, role, institutionId: one.house?.id ?? null, municipalityId }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as Values;
    return one;
  }

  private findHouse(one: PersonCase): void {
    const values = this.asKeys(one.read.values);
    const [only, ...others] = this.around.houses;
    const isNamed = ['schoolNumber', 'shortCode', 'institutionName'].some((key) => values[key] !== undefined);
    // A lead's own file need not say the house it comes from.
    if (!isNamed && only && others.length === 0) one.house = only;
    else {
      const found = this.finder.find(values);
      if ('id' in found) one.house = found;
      else one.problems.push(found);
    }
  }

  // One column may name the house in any of the three ways.
  private asKeys(values: Values): Values {
    const { institutionName, ...rest } = values;
    if (institutionName === undefined) return values;
    const text = String(institutionName);
    if (rest['schoolNumber'] === undefined && /^\d{6}$/.test(text)) return { ...rest, schoolNumber: text };
    const isCode = this.around.houses.some(
      ({ shortCode }) => shortCode?.toLowerCase() === text.toLowerCase(),
    );
    return isCode && rest['shortCode'] === undefined ? { ...rest, shortCode: text } : values;
  }

  /** Leads invite educators and nobody else, so their file need not say so. */
  private onlyRole(): Role | undefined {
    const { administrator, municipalities, leadHouses } = this.around.actor;
    return !administrator && municipalities.length === 0 && leadHouses.length > 0 ? 'educator' : undefined;
  }

  private outcome(one: PersonCase): PersonOutcome {
    const { values, problems } = checkedByDto(CreateInvitationDto, one.wanted);
    const all = [...one.problems, ...problems, ...(problems.length === 0 ? this.ruleFaults(one) : [])];
    const errors = withProblems(this.reader, one, all);
    const status = errors.length > 0 ? 'wrong' : this.statusOf(values);
    const { name, email, role } = one.wanted;
    return {
      ...{ number: one.row.number, status, name: textOrNull(name), email: textOrNull(email) },
      role: (role as Role | undefined) ?? null,
      institutionName: one.house?.name ?? null,
      errors,
      invitation: status === 'new' ? (values as unknown as CreateInvitationDto) : null,
    };
  }

  private ruleFaults({ wanted, house, problems }: PersonCase): FieldProblem[] {
    // Why there is no house has been said already.
    if (problems.some(({ field }) => field !== 'email')) return [];
    const role = wanted['role'] as Role;
    const invited: InvitedRole = {
      role,
      institutionId: house?.id ?? null,
      municipalityId: (wanted['municipalityId'] as string | null | undefined) ?? null,
    };
    const faults = faultsOf(() => assertScopeFits(invited));
    if (faults.length > 0) return faults;
    if (mayInvite(this.around.actor, invited, house && this.around.municipalityId)) return [];
    return [{ field: 'role', message: `Rolle: „${ROLE_WORDS[role][0]}“ ${WHO_INVITES[role]}` }];
  }

  private statusOf(values: Values): PersonStatus {
    const key = keyOf(values);
    if (this.around.held.has(key)) return 'has_role';
    return this.around.invited.has(key) ? 'invited' : 'new';
  }
}

function keyOf({ email, role, institutionId, municipalityId }: Values): RoleKey {
  return roleKey(email, role, institutionId, municipalityId);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
