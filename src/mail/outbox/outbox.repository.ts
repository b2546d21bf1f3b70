import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Letter } from '../letters.de.js';
import type { Recipient } from '../mailer.js';
import type { MailState } from './outbox-mail.entity.js';

export interface NewMail {
  id: string;
  municipalityId: string | null;
  kind: string;
  to: Recipient;
  letter: Letter;
  state: MailState;
  once: string | null;
  uselessAfter: Date | null;
}

/** A letter whose turn it is. */
export interface DueMail {
  id: string;
  recipientName: string | null;
  recipientAddress: string;
  letter: Letter;
  /** This attempt included. */
  attempts: number;
  useless: boolean;
}

@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /** @returns false when there is one with the same `once` already */
  async insert({
    id,
    municipalityId,
    kind,
    to,
    letter,
    state,
    once,
    uselessAfter,
  }: NewMail): Promise<boolean> {
    // Nothing is read back unless it has to be: whoever puts a letter in may not see it.
    const unlessThere = once === null ? '' : 'on conflict (once_key) do nothing returning 1';
    const rows = await this.database.query(
      `insert into mail_outbox
         (id, municipality_id, kind, recipient_name, recipient_address, letter, state, once_key, useless_after)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) ${unlessThere}`,
      [id, municipalityId, kind, to.name, to.address, JSON.stringify(letter), state, once, uselessAfter],
    );
    return once === null || rows.length > 0;
  }

  /** Counts the attempt, and that even if it ends in a crash. @returns null unless the letter still waits */
  async begin(id: string): Promise<DueMail | null> {
    const [mail] = await this.database.query<DueMail>(
      `update mail_outbox set attempts = attempts + 1 where id = $1 and state = 'waiting'
       returning id, recipient_name as "recipientName", recipient_address as "recipientAddress", letter, attempts,
         coalesce(useless_after <= now(), false) as useless`,
      [id],
    );
    return mail ?? null;
  }

  async markSent(id: string): Promise<void> {
    await this.database.query(
      `update mail_outbox set state = 'sent', sent_at = now(), last_error = null, version = version + 1 where id = $1`,
      [id],
    );
  }

  async markAs(id: string, state: 'failed' | 'not_configured', error: string | null): Promise<void> {
    await this.database.query(
      'update mail_outbox set state = $2, last_error = $3, version = version + 1 where id = $1',
      [id, state, error],
    );
  }

  async putOff(id: string, until: Date, error: string): Promise<void> {
    await this.database.query('update mail_outbox set due_at = $2, last_error = $3 where id = $1', [
      id,
      until,
      error,
    ]);
  }

  /** Puts it back in line, as new. @returns whether it had this version and was not under way */
  async putBack(id: string, version: number): Promise<boolean> {
    const rows = await this.database.query(
      `update mail_outbox set state = 'waiting', attempts = 0, due_at = now(), version = version + 1
       where id = $1 and version = $2 and state in ('failed', 'not_configured') returning 1`,
      [id, version],
    );
    return rows.length > 0;
  }

  /** Lets those of the last days wait that found no mail server. */
  async wakeUnsent(days: number): Promise<void> {
    await this.database.query(
      `update mail_outbox set state = 'waiting', due_at = now(), version = version + 1
       where state = 'not_configured' and created_at > now() - make_interval(days => $1)`,
      [days],
    );
  }

  /** Those that wait for a job that does not exist (anymore). One server at a time: two must not make two jobs for the same. */
  async listForgotten(): Promise<{ id: string; dueAt: Date }[]> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('mail_outbox'))`);
    return this.database.query(
      `select m.id, m.due_at as "dueAt" from mail_outbox m where m.state = 'waiting' and not exists (
         select from pgboss.job j where j.name = 'mail' and j.state < 'completed' and j.data->>'id' = m.id::text)`,
    );
  }
}
