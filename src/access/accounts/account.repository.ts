import { Injectable } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { OwnAccountDto } from './own-account.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { updateVersion } from '../../database/records.js';
import type { AccountDto, RoleDto } from '../sessions/session.dto.js';

export interface NewRole {
  id: string;
  accountId: string;
  role: string;
  institutionId: string | null;
  municipalityId: string | null;
}

export interface NewPassword {
  /** argon2id, PHC string. */
  hash: string;
  /** Too short to be good alone. */
  needsSecondFactor: boolean;
}

/** What somebody has proved an account to be theirs by, as it was at that moment. */
export interface Proof {
  /** The hash that the password was compared with; argon2id, PHC string. */
  passwordHash: string;
  /** Whether a second factor was on, and so was asked for. */
  secondFactor: boolean;
}

@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 */
  async get(id: string): Promise<AccountDto> {
    const [account] = await this.database.query<AccountDto>(
      'select id, name, email from accounts where id = $1',
      [id],
    );
    if (!account) throw Problem.notFound();
    return account;
  }

  /** The person's roles with the names of where they hold. */
  async listRoles(accountId: string): Promise<RoleDto[]> {
    return this.database.query<RoleDto>(
      `select r.role, r.institution_id as "institutionId", i.name as "institutionName",
         coalesce(r.municipality_id, i.municipality_id) as "municipalityId", m.name as "municipalityName"
       from account_roles r left join institutions i on i.id = r.institution_id
       left join municipalities m on m.id = coalesce(r.municipality_id, i.municipality_id)
       where r.account_id = $1 order by r.role, i.name`,
      [accountId],
    );
  }

  /** Whether one of the roles sees more than single houses. */
  async isCitywide(accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from account_roles where account_id = $1 and role in ('coordinator', 'programme_lead', 'administrator') limit 1`,
      [accountId],
    );
    return rows.length > 0;
  }

  async isAnyAdministrator(): Promise<boolean> {
    const rows = await this.database.query(
      `select from account_roles r join accounts a on a.id = r.account_id where r.role = 'administrator' and a.disabled_at is null limit 1`,
    );
    return rows.length > 0;
  }

  /** Creates the account unless the address has one already. @returns whether it is new */
  async create(account: AccountDto): Promise<boolean> {
    const rows = await this.database.query(
      'insert into accounts (id, email, name) values ($1, $2, $3) on conflict (email) do nothing returning id',
      [account.id, account.email, account.name],
    );
    return rows.length > 0;
  }

  /** The account's version, for a change of its own data. @throws Problem 404 */
  async getOwn(id: string): Promise<OwnAccountDto> {
    const [account] = await this.database.query<OwnAccountDto>(
      'select id, name, email, version from accounts where id = $1',
      [id],
    );
    if (!account) throw Problem.notFound();
    return account;
  }

  async rename(id: string, version: number, name: string): Promise<boolean> {
    return updateVersion(this.database, 'accounts', { id }, version, { name });
  }

  /** Whoever changes password or second factor waits for whoever is at it: each asks about the other. */
  async lock(id: string): Promise<void> {
    await this.database.query('select from accounts where id = $1 for update', [id]);
  }

  /**
   * As `lock`, for people who change what their account proves itself by, or make a further way in. Comparing a password takes long enough
   * for its owner to choose another one meanwhile, which has signed them out.
   * @throws Problem 401 when they are signed in no longer
   */
  async lockFor({ accountId, sessionId }: Actor): Promise<void> {
    await this.lock(accountId ?? '');
    const rows = await this.database.query('select from sessions where id = $1 and account_id = $2', [
      ...[sessionId, accountId],
    ]);
    if (rows.length === 0) throw Problem.signedOut();
  }

  /** Whether what was proved still is so, and the account open; to be asked under its lock. */
  async isStill(accountId: string, { passwordHash, secondFactor }: Proof): Promise<boolean> {
    const rows = await this.database.query(
      `select from accounts a join credentials c on c.account_id = a.id
       where a.id = $1 and a.disabled_at is null and c.password_hash = $2
         and $3 = exists (select from second_factors f where f.account_id = a.id and f.secret is not null)`,
      [accountId, passwordHash, secondFactor],
    );
    return rows.length > 0;
  }

  async findPasswordHash(accountId: string): Promise<string | null> {
    const [row] = await this.database.query<{ hash: string | null }>(
      'select password_hash as hash from credentials where account_id = $1',
      [accountId],
    );
    return row?.hash ?? null;
  }

  async setPassword(accountId: string, { hash, needsSecondFactor }: NewPassword): Promise<void> {
    await this.database.query(
      `insert into credentials (account_id, password_hash, needs_second_factor) values ($1, $2, $3)
       on conflict (account_id) do update set password_hash = excluded.password_hash,
         needs_second_factor = excluded.needs_second_factor, changed_at = now()`,
      [accountId, hash, needsSecondFactor],
    );
  }

  /** Whether the password is too short to be good alone. */
  async passwordNeedsSecondFactor(accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select from credentials where account_id = $1 and needs_second_factor and password_hash is not null',
      [accountId],
    );
    return rows.length > 0;
  }

  /** From now on only a link lets the person in. */
  async removePassword(accountId: string): Promise<void> {
    await this.database.query(
      'update credentials set password_hash = null, needs_second_factor = false, changed_at = now() where account_id = $1',
      [accountId],
    );
  }

  /** Gives a role; nothing happens where the person has it already. @returns whether it is new */
  async addRole(role: NewRole): Promise<boolean> {
    const rows = await this.database.query(
      `insert into account_roles (id, account_id, role, institution_id, municipality_id) values ($1, $2, $3, $4, $5)
       on conflict on constraint account_roles_uq do nothing returning 1`,
      [role.id, role.accountId, role.role, role.institutionId, role.municipalityId],
    );
    return rows.length > 0;
  }

  /**
   * Signs the account out everywhere (but in one session): its rights, or what it proves itself by, changed. What it noted before and sends
   * without a session is looked at by somebody first (docs/decisions/0045-sealed-and-held-entries.md).
   */
  async endSessions(accountId: string, but: string | null = null): Promise<number> {
    const rows = await this.database.query(
      'delete from sessions where account_id = $1 and id is distinct from $2 returning 1',
      [accountId, but],
    );
    if (but === null || rows.length > 0)
      await this.database.query('select app_renew_ticket($1)', [accountId]);
    return rows.length;
  }
}
