import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { Created } from '../../kernel/http/created.js';
import { LETTERS } from '../../mail/letters.de.js';
import { type Delivery, Mailer } from '../../mail/mailer.js';
import { AccountRepository } from '../accounts/account.repository.js';
import type { CreateInvitationDto, NewInvitationDto } from './invitation.dto.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationService, type LinkedInvitation } from './invitation.service.js';

/** Brings invitations on their way: stored first, mailed after the commit. To be called outside of a transaction. */
@Injectable()
export class InvitationSending {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationService,
    private readonly rows: InvitationRepository,
    private readonly accounts: AccountRepository,
    private readonly mailer: Mailer,
  ) {}

  async create(wanted: CreateInvitationDto, work: WorkContext): Promise<Created<NewInvitationDto>> {
    const { created, record } = await this.database.run(work, () => this.invitations.create(wanted));
    return { created, record: await this.send(record, work) };
  }

  async renew(id: string, work: WorkContext): Promise<NewInvitationDto> {
    return this.send(await this.database.run(work, () => this.invitations.renew(id)), work);
  }

  /** Mails one invitation that was just made, if it can be mailed at all; says how that went. One sent before is not sent again. */
  async send(invitation: LinkedInvitation, work: WorkContext): Promise<NewInvitationDto> {
    const delivery = await this.deliver(invitation, work);
    const mailedAt = delivery === 'sent' ? (invitation.mailedAt ?? new Date().toISOString()) : null;
    return { ...invitation, mailedAt, delivery };
  }

  private async deliver(invitation: LinkedInvitation, work: WorkContext): Promise<Delivery> {
    const { id, email, link } = invitation;
    if (invitation.mailedAt !== null) return 'sent';
    if (!this.mailer.isConfigured) return 'not_configured';
    if (link === null || email === null) return 'failed';
    const inviter = await this.database.run(work, () => this.accounts.get(work.actor.accountId ?? ''));
    const letter = LETTERS.invitation({
      ...invitation,
      link,
      inviter: inviter.name,
      place: invitation.institutionName ?? invitation.municipalityName,
    });
    const delivery = await this.mailer.send({ name: invitation.name, address: email }, letter);
    if (delivery === 'sent') await this.database.run(work, () => this.rows.markMailed(id));
    return delivery;
  }
}
