import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { type RoleKey, roleKey } from './people-analysis.js';

// Any number of its own; beside it the municipality.
const PEOPLE_LOCK = 7_410_002;

interface RoleRow {
  email: string;
  role: string;
  institutionId: string | null;
  municipalityId: string | null;
}

@Injectable()
export class PeopleImportRepository {
  constructor(private readonly database: Database) {}

  /** One file after the other: the same file in two windows invites nobody twice. */
  async lock(municipalityId: string): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1, hashtext($2::text))', [
      PEOPLE_LOCK,
      municipalityId,
    ]);
  }

  /** Roles that the addresses have already, as far as the actor gives them. */
  async listHeld(emails: string[]): Promise<Set<RoleKey>> {
    return this.keys(
      `select a.email, r.role, r.institution_id as "institutionId", r.municipality_id as "municipalityId"
       from accounts a join account_roles r on r.account_id = a.id where a.email = any ($1)`,
      emails,
    );
  }

  /** Roles that the addresses are invited to, as far as the actor gives them. */
  async listInvited(emails: string[]): Promise<Set<RoleKey>> {
    return this.keys(
      `select email, role, institution_id as "institutionId", municipality_id as "municipalityId" from invitations
       where email = any ($1) and accepted_at is null and withdrawn_at is null and expires_at > now()`,
      emails,
    );
  }

  private async keys(sql: string, emails: string[]): Promise<Set<RoleKey>> {
    const rows = await this.database.query<RoleRow>(sql, [emails]);
    return new Set(
      rows.map(({ email, role, institutionId, municipalityId }) =>
        roleKey(email, role, institutionId, municipalityId),
      ),
    );
  }
}
