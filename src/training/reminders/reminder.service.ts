import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { MailOutbox } from '../../mail/outbox/mail-outbox.js';
import { type DueReminder, ReminderRepository } from './reminder.repository.js';

const DAYS_AHEAD = 3;
/** In Berlin: before the day's work, and not in the night. */
const HOUR = 7;

/** Reminds people of their trainings three days before, once per day of the training; a missed morning is made up for. */
@Injectable()
export class ReminderService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderRepository,
    private readonly outbox: MailOutbox,
    private readonly daily: DailyJobs,
  ) {}

  onModuleInit(): void {
    this.daily.add('training-reminders', HOUR, () => this.remind());
  }

  /** Run again, it finds nothing left to do. */
  async remind(): Promise<void> {
    await this.database.asSystem(async () => {
      for (const due of await this.reminders.listDue(DAYS_AHEAD)) await this.put(due);
    });
  }

  private async put({
    municipalityId,
    trainingId,
    title,
    staffMemberId,
    name,
    ...due
  }: DueReminder): Promise<void> {
    await this.outbox.add({
      municipalityId,
      to: { name, address: due.address },
      kind: 'training_reminder',
      facts: { name, trainingId, title, dates: due.dates },
      // A training that was moved is a new day, and worth another reminder.
      once: `training_reminder:${trainingId}:${staffMemberId}:${due.dates[0]?.date ?? ''}`,
      uselessAfter: due.beginsAt,
    });
  }
}
