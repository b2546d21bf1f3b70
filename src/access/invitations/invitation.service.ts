import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { contentDigest, createOnce } from '../../database/records.js';
import { SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, invalidCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf, type PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { RoleGrants } from '../accounts/role-grants.js';
import { newToken } from '../sessions/session-cookie.js';
import type { CreateInvitationDto, InvitationDto } from './invitation.dto.js';
import type { InvitedRole } from './invitation-rules.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';

/** An invitation with its link, which is null when it was made before. */
export type LinkedInvitation = InvitationDto & { link: string | null };

const VALID_MS = 24 * 3_600_000;

@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly grants: RoleGrants,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Stores it; InvitationSending mails it after the commit. */
  async create(wanted: CreateInvitationDto): Promise<Created<LinkedInvitation>> {
    const invited: InvitedRole = {
      role: wanted.role,
      institutionId: wanted.institutionId ?? null,
      municipalityId: wanted.municipalityId ?? null,
    };
    await this.grants.assertMayGive(invited);
    const id = wanted.id ?? uuidv7();
    const token = newToken();
    const digest = contentDigest(wanted);
    const { created, record } = await createOnce({
      digest,
      insert: () =>
        this.invitations.insert({
          ...invited,
          id,
          token,
          email: wanted.email,
          name: wanted.name,
          invitedBy: this.database.actor.accountId,
          expiresAt: this.expiry(),
          creationDigest: digest,
        }),
      stored: async () => withDigest(await this.invitations.find(id)),
    });
    if (created)
      await this.audit.record({
        ...objectOf(record),
        action: 'invitation.create',
        fields: ['email', 'name', 'role', 'institutionId', 'municipalityId'],
      });
    return { created, record: { ...record, link: created ? this.linkFor(token) : null } };
  }

  async list(query: PageQueryDto): Promise<Page<InvitationDto>> {
    const limit = limitOf(query);
    const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
    if (before !== undefined && !(await this.invitations.find(String(before)))) throw invalidCursor();
    const rows = await this.invitations.listUnused(before === undefined ? null : String(before), limit + 1);
    return pageOf(rows.map(invitationDto), limit, ({ id }) => [id]);
  }

  /** A new link for an open or expired invitation; the old one stops working. @throws Problem 404 once it is used or withdrawn */
  async renew(id: string): Promise<LinkedInvitation> {
    const before = await this.invitations.find(id);
    if (!before) throw Problem.notFound();
    const { role, institutionId } = before;
    const municipalityId = institutionId === null ? before.municipalityId : null;
    await this.grants.assertMayGive({ role, institutionId, municipalityId });
    const token = newToken();
    if (!(await this.invitations.renew(id, token, this.expiry()))) throw Problem.notFound();
    await this.audit.record({ ...objectOf(before), action: 'invitation.renew', fields: ['expiresAt'] });
    return { ...(await this.get(id)), link: this.linkFor(token) };
  }

  async withdraw(id: string): Promise<void> {
    const invitation = await this.invitations.find(id);
    if (!invitation || !(await this.invitations.withdraw(id))) throw Problem.notFound();
    await this.audit.record({ ...objectOf(invitation), action: 'invitation.remove' });
  }

  /** A link for the very first administrator; earlier such links stop working. */
  async firstAdministrator(): Promise<string> {
    const token = newToken();
    const id = uuidv7();
    await this.invitations.withdrawUnsigned();
    await this.invitations.insert({
      id,
      token,
      email: null,
      name: null,
      role: 'administrator',
      institutionId: null,
      municipalityId: null,
      invitedBy: null,
      expiresAt: this.expiry(),
      creationDigest: null,
    });
    await this.audit.record({
      action: 'invitation.create',
      objectType: 'invitation',
      objectId: id,
      fields: ['role'],
    });
    return this.linkFor(token);
  }

  private async get(id: string): Promise<InvitationDto> {
    const row = await this.invitations.find(id);
    if (!row) throw Problem.notFound();
    return invitationDto(row);
  }

  private expiry(): Date {
    return new Date(this.clock.now().getTime() + VALID_MS);
  }

  private linkFor(token: string): string {
    // In the fragment, so that the secret reaches no server log and no Referer.
    return `${this.settings.publicUrl}/einladung#${token}`;
  }
}

function withDigest(row: InvitationRow | null): { digest: Buffer | null; record: InvitationDto } | null {
  return row && { digest: row.digest, record: invitationDto(row) };
}

function objectOf({ id, institutionId }: { id: string; institutionId: string | null }): {
  objectType: string;
  objectId: string;
  institutionId?: string;
} {
  return { objectType: 'invitation', objectId: id, ...(institutionId !== null && { institutionId }) };
}

export function invitationDto({ digest: _, expiresAt, mailedAt, ...row }: InvitationRow): InvitationDto {
  return { ...row, expiresAt: expiresAt.toISOString(), mailedAt: mailedAt?.toISOString() ?? null };
}
