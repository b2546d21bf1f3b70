import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce } from '../../database/records.js';
import { tokenHash } from '../sessions/session-cookie.js';
import type { InvitationDto } from './invitation.dto.js';
import type { Role } from '../roles.js';

export interface NewInvitation {
  id: string;
  token: string;
  email: string | null;
  name: string | null;
  role: Role;
  institutionId: string | null;
  municipalityId: string | null;
  invitedBy: string | null;
  expiresAt: Date;
  creationDigest: Buffer | null;
}

export interface InvitationRow extends Omit<InvitationDto, 'expiresAt' | 'mailedAt' | 'role'> {
  role: Role;
  expiresAt: Date;
  mailedAt: Date | null;
  digest: Buffer | null;
}

const COLUMNS = `select v.id, v.email, v.name, v.role, v.institution_id as "institutionId", i.name as "institutionName",
    coalesce(v.municipality_id, i.municipality_id) as "municipalityId", m.name as "municipalityName", v.expires_at as "expiresAt",
    v.mailed_at as "mailedAt", v.creation_digest as digest
  from invitations v left join institutions i on i.id = v.institution_id
    left join municipalities m on m.id = coalesce(v.municipality_id, i.municipality_id)`;
const OPEN = 'v.accepted_at is null and v.withdrawn_at is null and v.expires_at > now()';

@Injectable()
export class InvitationRepository {
  constructor(private readonly database: Database) {}

  async insert({ token, ...invitation }: NewInvitation): Promise<boolean> {
    const values = { ...invitation, tokenHash: Buffer.from(tokenHash(token), 'hex') };
    return insertOnce(this.database, 'invitations', ['id'], values);
  }

  async find(id: string): Promise<InvitationRow | null> {
    const [row] = await this.database.query<InvitationRow>(`${COLUMNS} where v.id = $1`, [id]);
    return row ?? null;
  }

  async listOpen(): Promise<InvitationRow[]> {
    return this.database.query<InvitationRow>(
      `${COLUMNS} where ${OPEN} order by v.created_at desc limit 200`,
    );
  }

  /** The open invitation of a token; to be called as the system, because the person has no account yet. */
  async findOpen(token: string): Promise<InvitationRow | null> {
    const [row] = await this.database.query<InvitationRow>(
      `${COLUMNS} where v.token_hash = decode($1, 'hex') and ${OPEN}`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  /** Uses the invitation up. @returns false when somebody else was faster */
  async consume(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update invitations v set accepted_at = now() where v.id = $1 and ${OPEN} returning 1`,
      [id],
    );
    return rows.length > 0;
  }

  async withdraw(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update invitations v set withdrawn_at = now() where v.id = $1 and ${OPEN} returning 1`,
      [id],
    );
    return rows.length > 0;
  }

  async markMailed(id: string): Promise<void> {
    await this.database.query('update invitations set mailed_at = now() where id = $1', [id]);
  }

  /** Ends earlier first-administrator links, so that only the one printed last opens. */
  async withdrawUnsigned(): Promise<void> {
    await this.database.query(
      `update invitations v set withdrawn_at = now() where v.invited_by is null and ${OPEN}`,
    );
  }

  /** Municipality of an institution the actor can see, else null. */
  async findMunicipalityOf(institutionId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      'select municipality_id as id from institutions where id = $1 and archived_at is null',
      [institutionId],
    );
    return row?.id ?? null;
  }
}
