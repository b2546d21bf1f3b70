import { ApiProperty } from '@nestjs/swagger';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { ChoiceField, IdField } from '../../kernel/validation/fields.js';
import { OUTBOX_KINDS } from '../../mail/outbox/mail-outbox.js';
import { MAIL_STATES, type MailState } from '../../mail/outbox/outbox-mail.entity.js';

export class ListMailsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  @ChoiceField({ label: 'Stand', of: MAIL_STATES, optional: true })
  state?: MailState;

  /** What the letter is about. */
  @ChoiceField({ label: 'Anlass', of: OUTBOX_KINDS, optional: true })
  kind?: string;
}

/** A letter on its way. */
export class MailDto {
  id: string;
  municipalityId: string;
  @ApiProperty({ enum: OUTBOX_KINDS })
  kind: string;
  recipientName: string | null;
  recipientAddress: string;
  subject: string;
  /** The letter as plain text. */
  text: string;
  /** `not_configured`: would be sent if there were a mail server. */
  @ApiProperty({ enum: MAIL_STATES })
  state: MailState;
  /** How often it was tried. */
  attempts: number;
  /** Code of the last failure: the transport's word, and the mail server's number where it said one. */
  lastError: string | null;
  createdAt: string;
  /** When a waiting one is tried next. */
  dueAt: string;
  sentAt: string | null;
  version: number;
}

export class MailListDto {
  items: MailDto[];
  next: string | null;
}

export class MailFaultDto {
  code: string;
  /** Letters that failed or wait because of it. */
  count: number;
}

/** How mailing goes, without a word about anybody. */
export class MailSummaryDto {
  /** Whether there is a mail server. */
  configured: boolean;
  waiting: number;
  sent: number;
  failed: number;
  notConfigured: number;
  lastSentAt: string | null;
  /** Why letters failed or still wait, the most frequent first. */
  faults: MailFaultDto[];
}
