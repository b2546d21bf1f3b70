import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { ListAccountsDto, PersonDto, RoleAtDto, UpdateAccountDto } from './account.dto.js';
import type { InvitedRole } from '../invitations/invitation-rules.js';
import { AccountRepository } from './account.repository.js';
import { PersonRepository, type RolePlace } from './person.repository.js';
import { RoleGrants } from './role-grants.js';

/** Looking after people: whom one sees, which roles one gives and takes, when an account is locked. */
@Injectable()
export class PersonService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly accounts: AccountRepository,
    private readonly grants: RoleGrants,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListAccountsDto): Promise<Page<PersonDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['text', 'uuid']);
    const rows = await this.people.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ name, id }) => [name, id]);
  }

  async get(id: string): Promise<PersonDto> {
    const person = await this.people.find(id);
    if (!person) throw Problem.notFound();
    return person;
  }

  /** @throws Problem 403 when the person has roles that somebody else gives, 409 for the own account and the last administrator */
  async update(id: string, version: number, changes: UpdateAccountDto): Promise<PersonDto> {
    const before = await this.get(id);
    if (!before.mayChange) throw governedElsewhere();
    if (changes.disabled === true) await this.assertMayLock(before);
    await assertUnchanged(await this.people.update(id, version, this.withDisabledAt(changes)), () =>
      this.get(id),
    );
    if (changes.disabled === true) await this.accounts.endSessions(id);
    await this.record('account.update', id, Object.keys(changes));
    return this.get(id);
  }

  /** Gives a further role; the person signs in again, because rights have changed. The same role twice is one. */
  async addRole(id: string, role: RoleAtDto): Promise<Created<PersonDto>> {
    const place = placeOf(role);
    await this.get(id);
    await this.grants.assertMayGive(place);
    const created = await this.accounts.addRole({ id: uuidv7(), accountId: id, ...place });
    if (created) {
      await this.accounts.endSessions(id);
      await this.record('account.add_role', id, fieldsOf(place));
    }
    return { created, record: await this.get(id) };
  }

  /** @throws Problem 404 for a role the person does not have, 409 for the last administrator's */
  async removeRole(id: string, role: RoleAtDto): Promise<void> {
    const place = placeOf(role);
    const { roles } = await this.get(id);
    const held = roles.find((one) => isAt(one, place));
    if (!held) throw Problem.notFound();
    if (!held.mayRemove) throw Problem.forbidden();
    if (held.role === 'administrator') await this.assertOtherAdministrator(id);
    // First, because with the role the right to end the person's sessions may be gone.
    await this.accounts.endSessions(id);
    if (!(await this.people.removeRole(id, place))) throw Problem.notFound();
    await this.record('account.remove_role', id, fieldsOf(place));
  }

  /** Signs the person out on every device: a lost telephone. */
  async signOut(id: string): Promise<void> {
    const { sessions } = await this.get(id);
    if (sessions === null) throw Problem.forbidden();
    await this.accounts.endSessions(id);
    await this.record('account.sign_out', id, []);
  }

  private async assertMayLock({ id, roles }: PersonDto): Promise<void> {
    if (id === this.database.actor.accountId) {
      throw new Problem(409, 'own_account', 'Das eigene Konto lässt sich nicht sperren.');
    }
    if (roles.some(({ role }) => role === 'administrator')) await this.assertOtherAdministrator(id);
  }

  private async assertOtherAdministrator(id: string): Promise<void> {
    if (await this.people.isOtherAdministrator(id)) return;
    throw new Problem(
      409,
      'last_administrator',
      'Das ist die letzte Person, die das System verwalten kann. Bitte erst jemand anderem diese Rolle geben.',
    );
  }

  private withDisabledAt({ disabled, ...changes }: UpdateAccountDto): object {
    return disabled === undefined ? changes : { ...changes, disabledAt: disabled ? this.clock.now() : null };
  }

  private async record(action: string, objectId: string, fields: string[]): Promise<void> {
    await this.audit.record({ action, objectType: 'account', objectId, chain: objectId, fields });
  }
}

function placeOf({ role, institutionId, municipalityId }: RoleAtDto): InvitedRole {
  return { role, institutionId: institutionId ?? null, municipalityId: municipalityId ?? null };
}

/** A role at a house also names its municipality where it is shown. */
function isAt(held: RolePlace, { role, institutionId, municipalityId }: RolePlace): boolean {
  const atInstitution = institutionId !== null;
  return (
    held.role === role &&
    held.institutionId === institutionId &&
    (atInstitution || held.municipalityId === municipalityId)
  );
}

function fieldsOf({ institutionId, municipalityId }: RolePlace): string[] {
  return [
    'role',
    ...(institutionId === null ? [] : ['institutionId']),
    ...(municipalityId === null ? [] : ['municipalityId']),
  ];
}

function governedElsewhere(): Problem {
  return new Problem(
    403,
    'governed_elsewhere',
    'Diese Person hat auch Rollen, die andere vergeben. Darum kann ihr Konto hier nicht geändert werden.',
  );
}
