import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { JobQueue } from '../../jobs/job-queue.js';
import { Mailer, type MailFault } from '../mailer.js';
import { nextTry } from './delivery-rules.js';
import { type DueMail, OutboxRepository } from './outbox.repository.js';

const POLL_SECONDS = 2;
/** Older ones that found no mail server are not sent without asking once there is one: a flood of old news. */
const WORTH_SENDING_DAYS = 3;

/** Hands the outbox's letters to the mail server, one after the other. */
@Injectable()
export class MailDelivery implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly repository: OutboxRepository,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly daily: DailyJobs,
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.queue.work('mail', POLL_SECONDS, ({ id = '' }, ending) => this.deliver(id, ending));
    this.daily.add('mail-outbox', 3, () => this.takeUp());
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.queue.takesJobs) await this.takeUp();
  }

  /** The mail server is asked outside of any transaction; its answer is noted at once, in one of its own. */
  private async deliver(id: string, ending: AbortSignal): Promise<void> {
    const mail = await this.database.asSystem(() => this.repository.begin(id));
    if (!mail) return;
    const outcome = await this.tryOnce(mail);
    await this.untilNoted(() => this.note(mail, outcome), ending);
  }

  private async tryOnce(mail: DueMail): Promise<MailFault | null> {
    if (mail.useless) return { code: 'too_late', permanent: true };
    const to = { name: mail.recipientName, address: mail.recipientAddress };
    return this.mailer.trySend(to, mail.letter, `${mail.id}@${new URL(this.settings.publicUrl).hostname}`);
  }

  private async note({ id, attempts }: DueMail, fault: MailFault | null): Promise<void> {
    if (!fault) return this.repository.markSent(id);
    if (!this.mailer.isConfigured) return this.repository.markAs(id, 'not_configured', null);
    const due = fault.permanent ? null : nextTry(attempts, new Date());
    if (!due) return this.repository.markAs(id, 'failed', fault.code);
    await this.repository.putOff(id, due, fault.code);
    await this.queue.send('mail', { id }, { notBefore: due });
  }

  /** A letter that has left must not leave again only because the database was away for a moment. */
  private async untilNoted(note: () => Promise<void>, ending: AbortSignal): Promise<void> {
    for (;;) {
      try {
        await this.database.asSystem(note);
        return;
      } catch (error) {
        if (ending.aborted) throw error;
        await sleep(500);
      }
    }
  }

  /** What the last run could not do: letters from before there was a mail server, and such as have lost their job. */
  private async takeUp(): Promise<void> {
    if (!this.mailer.isConfigured) return;
    await this.database.asSystem(async () => {
      await this.repository.wakeUnsent(WORTH_SENDING_DAYS);
      for (const { id, dueAt } of await this.repository.listForgotten())
        await this.queue.send('mail', { id }, { notBefore: dueAt });
    });
  }
}
