import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { tokenHash } from '../sessions/session-cookie.js';
import type { HeldRole } from './reset-rules.js';

export interface NewReset {
  id: string;
  accountId: string;
  token: string;
  createdBy: string | null;
  expiresAt: Date;
}

export interface OpenReset {
  id: string;
  accountId: string;
  name: string;
  email: string;
  expiresAt: Date;
}

export interface Resettable {
  id: string;
  name: string;
  email: string;
  disabled: boolean;
}

const OPEN = 'p.used_at is null and p.expires_at > now()';

/** Everything here is asked as the system: whoever has forgotten a password is not signed in. */
@Injectable()
export class PasswordResetRepository {
  constructor(private readonly database: Database) {}

  async insert({ token, ...reset }: NewReset): Promise<void> {
    await this.database.query(
      `insert into password_resets (id, account_id, token_hash, created_by, expires_at) values ($1, $2, decode($3, 'hex'), $4, $5)`,
      [reset.id, reset.accountId, tokenHash(token), reset.createdBy, reset.expiresAt],
    );
  }

  async findOpen(token: string): Promise<OpenReset | null> {
    const [row] = await this.database.query<OpenReset>(
      `select p.id, a.id as "accountId", a.name, a.email, p.expires_at as "expiresAt"
       from password_resets p join accounts a on a.id = p.account_id
       where p.token_hash = decode($1, 'hex') and ${OPEN} and a.disabled_at is null`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  /** Uses the link up. @returns false when somebody else was faster */
  async consume(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update password_resets p set used_at = now() where p.id = $1 and ${OPEN} returning 1`,
      [id],
    );
    return rows.length > 0;
  }

  /** Ends all links of the account that are still open. */
  async voidOpen(accountId: string): Promise<void> {
    await this.database.query(
      `update password_resets p set used_at = now() where p.account_id = $1 and ${OPEN}`,
      [accountId],
    );
  }

  /** The secret address of the calendar, which whoever knew the old password may have seen. */
  async endCalendarAddress(accountId: string): Promise<void> {
    await this.database.query('delete from calendar_feeds where account_id = $1', [accountId]);
  }

  async findByEmail(email: string): Promise<Resettable | null> {
    return this.findWhere('email = $1', email);
  }

  async findById(id: string): Promise<Resettable | null> {
    return this.findWhere('id = $1', id);
  }

  /** All roles of the account, also those that whoever asks cannot see. */
  async listRoles(accountId: string): Promise<HeldRole[]> {
    return this.database.query<HeldRole>(
      `select r.role, r.institution_id as "institutionId", r.municipality_id as "municipalityId",
         i.municipality_id as "institutionMunicipality"
       from account_roles r left join institutions i on i.id = r.institution_id where r.account_id = $1`,
      [accountId],
    );
  }

  private async findWhere(condition: string, value: string): Promise<Resettable | null> {
    const [row] = await this.database.query<Resettable>(
      `select id, name, email, disabled_at is not null as disabled from accounts where ${condition}`,
      [value],
    );
    return row ?? null;
  }
}
