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
    v.mailed_at as "mailedAt", b.name as "invitedByName", v.creation_digest as digest
  from invitations v left join institutions i on i.id = v.institution_id
    left join municipalities m on m.id = coalesce(v.municipality_id, i.municipality_id)
    left join accounts b on b.id = v.invited_by`;
const UNUSED = 'v.accepted_at is null and v.withdrawn_at is null';
const OPEN = `${UNUSED} and v.expires_at > now()`;

/** The same person was invited to the same role again. */
const REPEATED = `exists (select from invitations n where n.email = v.email and n.role = v.role and n.created_at > v.created_at
  and n.institution_id is not distinct from v.institution_id and n.municipality_id is not distinct from v.municipality_id)`;

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

  /** Invitations somebody may still want to use, newest first; with those that ran out lately, to be renewed. */
  async listUnused(before: string | null, limit: number): Promise<InvitationRow[]> {
    return this.database.query<InvitationRow>(
      `${COLUMNS} where ${UNUSED} and (v.expires_at > now() or (v.expires_at > now() - interval '30 days' and not ${REPEATED}))
         and ($1::uuid is null or (v.created_at, v.id) < (select b.created_at, b.id from invitations b where b.id = $1))
       order by v.created_at desc, v.id desc limit $2`,
      [before, limit],
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

  /** Whoever withdraws an invitation answers for it. */
  async withdraw(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update invitations v set withdrawn_at = now(), invited_by = $2 where v.id = $1 and ${UNUSED} returning 1`,
      [id, this.database.actor.accountId],
    );
    return rows.length > 0;
  }

  /** Gives the invitation another token. Whoever renews it answers for it. */
  async renew(id: string, token: string, expiresAt: Date): Promise<boolean> {
    const rows = await this.database.query(
      `update invitations v set token_hash = decode($2, 'hex'), expires_at = $3, invited_by = $4, mailed_at = null
       where v.id = $1 and ${UNUSED} returning 1`,
      [id, tokenHash(token), expiresAt, this.database.actor.accountId],
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
}
