import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Settings } from '../../config/settings.js';
import { SETTINGS } from '../../database/tokens.js';
import { JobQueue } from '../../jobs/job-queue.js';
import type { Letter } from '../letters.de.js';
import { Mailer } from '../mailer.js';
import { ACCOUNT_LETTERS } from './account-letters.de.js';
import { ACTIVITY_LETTERS } from './activity-letters.de.js';
import { OutboxRepository } from './outbox.repository.js';
import { TRAINING_LETTERS } from './training-letters.de.js';

/** Letters that may wait in a table: none of them holds a secret. */
const OUTBOX_LETTERS = { ...TRAINING_LETTERS, ...ACTIVITY_LETTERS, ...ACCOUNT_LETTERS };

export type OutboxLetter = keyof typeof OUTBOX_LETTERS;
export const OUTBOX_KINDS = Object.keys(OUTBOX_LETTERS) as OutboxLetter[];
type FactsOf<K extends OutboxLetter> = Parameters<(typeof OUTBOX_LETTERS)[K]>[0];

export interface NewOutboxMail<K extends OutboxLetter> {
  /** Whose coordinators see it; null: nobody. */
  municipalityId: string | null;
  to: { name: string; address: string };
  kind: K;
  facts: FactsOf<K>;
  /** Two letters with the same key are one. */
  once?: string;
  /** From then on it is not worth sending. */
  uselessAfter?: Date;
}

/** Where letters are put that must not get lost. */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly repository: OutboxRepository,
    private readonly queue: JobQueue,
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Puts a letter in, as part of the caller's transaction: it leaves if that is committed, and only then.
   * @returns `waiting` for its turn, `not_configured` when there is no mail server, null when it was put in before (`once`)
   */
  async add<K extends OutboxLetter>(mail: NewOutboxMail<K>): Promise<'waiting' | 'not_configured' | null> {
    const { municipalityId, to, kind, facts, once = null, uselessAfter = null } = mail;
    const letter = this.write(kind, facts);
    const state = this.mailer.isConfigured ? 'waiting' : 'not_configured';
    const id = uuidv7();
    const isNew = await this.repository.insert({
      id,
      municipalityId,
      kind,
      to,
      letter,
      state,
      once,
      uselessAfter,
    });
    if (!isNew) return null;
    if (state === 'waiting') await this.queue.send('mail', { id });
    return state;
  }

  /** The letter as it would leave. */
  write<K extends OutboxLetter>(kind: K, facts: FactsOf<K>): Letter {
    const write = OUTBOX_LETTERS[kind] as (facts: FactsOf<K>, publicUrl: string) => Letter;
    return write(facts, this.settings.publicUrl);
  }

  /** Puts one that was not sent back in line. @returns whether it had this version and was not under way or sent */
  async resend(id: string, version: number): Promise<boolean> {
    const done = await this.repository.putBack(id, version);
    if (done) await this.queue.send('mail', { id });
    return done;
  }
}
