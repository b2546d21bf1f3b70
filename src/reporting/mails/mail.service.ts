import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { SYSTEM, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { compose } from '../../mail/letter.js';
import { Mailer } from '../../mail/mailer.js';
import { MailOutbox } from '../../mail/outbox/mail-outbox.js';
import type { ListMailsDto, MailDto, MailSummaryDto } from './mail.dto.js';
import { MailRepository, type MailRow } from './mail.repository.js';

/** What has been sent to people, and what could not be. */
@Injectable()
export class MailService {
  constructor(
    private readonly database: Database,
    private readonly mails: MailRepository,
    private readonly outbox: MailOutbox,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  async list(query: ListMailsDto): Promise<Page<MailDto>> {
    const limit = limitOf(query);
    const rows = await this.mails.list(query, decodeCursor(query.cursor, ['date', 'uuid']), limit + 1);
    const { items, next } = pageOf(rows, limit, ({ createdAt, id }) => [createdAt.slice(0, 10), id]);
    return { items: items.map(mailOf), next };
  }

  /** Administrators get the sums of everything: whom the letters name is not theirs to read, whether they leave is. */
  summary(work: WorkContext): Promise<MailSummaryDto> {
    const { actor } = work;
    const reader = actor.administrator ? { ...SYSTEM, accountId: actor.accountId } : actor;
    return this.database.run({ ...work, actor: reader }, async () => ({
      configured: this.mailer.isConfigured,
      ...(await this.mails.summary()),
    }));
  }

  /** @throws Problem 404, 409 or 412 */
  async resend(id: string, version: number): Promise<MailDto> {
    const mail = await this.get(id);
    await assertUnchanged(mail.version === version, () => Promise.resolve(mail));
    if (mail.state === 'sent' || mail.state === 'waiting') throw NOT_UNSENT();
    if (!this.mailer.isConfigured) throw NO_SERVER();
    await assertUnchanged(await this.outbox.resend(id, version), () => this.get(id));
    await this.audit.record({ action: 'mail.resend', objectType: 'mail', objectId: id });
    return this.get(id);
  }

  private async get(id: string): Promise<MailDto> {
    const row = await this.mails.find(id);
    if (!row) throw Problem.notFound();
    return mailOf(row);
  }
}

const NO_SERVER = (): Problem =>
  new Problem(
    409,
    'mail_not_configured',
    'Es ist kein Mailserver eingerichtet. Erst dann lässt sich etwas senden.',
  );
const NOT_UNSENT = (): Problem =>
  new Problem(409, 'mail_not_unsent', 'Diese Nachricht ist schon gesendet oder unterwegs.');

function mailOf({ letter, ...row }: MailRow): MailDto {
  return { ...row, subject: letter.subject, text: compose(letter).text };
}
