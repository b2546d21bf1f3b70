import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Letter } from '../letters.de.js';

/**
 * What becomes of a letter: `waiting` for a job to hand it over, `sent` (accepted by the mail server), `failed` (refused for good, or
 * too late), `not_configured`: would be sent if there were a mail server.
 */
export const MAIL_STATES = ['waiting', 'sent', 'failed', 'not_configured'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A letter on its way; never one with a secret link in it. */
@Entity('mail_outbox')
@ForeignKey('Municipality', ['municipalityId'], ['id'], { name: 'mail_outbox_municipality_fk' })
@Unique('mail_outbox_once_uq', ['onceKey'])
@Index('mail_outbox_list_ix', ['municipalityId', 'createdAt', 'id'])
@Index('mail_outbox_state_ix', ['state', 'createdAt'])
@Check('mail_outbox_state_ck', `state in ('waiting', 'sent', 'failed', 'not_configured')`)
@Check('mail_outbox_sent_ck', `(state = 'sent') = (sent_at is not null)`)
@Check('mail_outbox_attempts_ck', 'attempts >= 0')
export class OutboxMail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_outbox_pk' })
  id: string;

  /** Null: to somebody of no municipality; no coordinator sees it. */
  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId: string | null;

  /** What the letter is about; a key of OUTBOX_LETTERS. */
  @Column('text')
  kind: string;

  @Column('text', { name: 'recipient_name', nullable: true })
  recipientName: string | null;

  @Column('text', { name: 'recipient_address' })
  recipientAddress: string;

  /** As it was written: a later version of its words does not change it. */
  @Column('jsonb')
  letter: Letter;

  @Column('text')
  state: MailState;

  /** How often it was tried, the attempt under way included. */
  @Column('smallint', { default: 0 })
  attempts: number;

  /** Code of the last failure, never the server's own words. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  /** Two letters with the same key are one. */
  @Column('text', { name: 'once_key', nullable: true })
  onceKey: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** When it is tried next. */
  @Column('timestamptz', { name: 'due_at', default: () => 'now()' })
  dueAt: Date;

  /** From then on it says nothing anymore (a reminder of something that has begun) and is not sent. */
  @Column('timestamptz', { name: 'useless_after', nullable: true })
  uselessAfter: Date | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
