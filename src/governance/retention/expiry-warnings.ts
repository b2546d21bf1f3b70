import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Mailer } from '../../mail/mailer.js';
import { MailOutbox } from '../../mail/outbox/mail-outbox.js';
import { LAST_SIGN_IN } from './account-task.js';

interface Expiring {
  id: string;
  name: string;
  email: string;
  municipalityId: string | null;
  keptUntil: CalendarDate;
}

/** Tells people a month before that their account will be erased, if letters can be sent. */
@Injectable()
export class ExpiryWarnings {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly outbox: MailOutbox,
  ) {}

  /** Writes the next letters, in the caller's transaction. @returns how many */
  async warn(day: CalendarDate, atMost: number): Promise<number> {
    if (!this.mailer.isConfigured) return 0;
    const due = await this.database.query<Expiring>(
      `select t.id, t.name, t.email, greatest((${LAST_SIGN_IN} + interval '12 months')::date, $1::date + 30)::text as "keptUntil",
         (select coalesce(r.municipality_id, i.municipality_id) from account_roles r left join institutions i on i.id = r.institution_id
           where r.account_id = t.id order by 1 limit 1) as "municipalityId"
       from accounts t where (${LAST_SIGN_IN} + interval '12 months')::date - 30 <= $1::date
         and coalesce(t.expiry_warned_on <= ${LAST_SIGN_IN}, true) order by t.id limit $2 for update`,
      [day, atMost],
    );
    for (const one of due) await this.tell(one, day);
    return due.length;
  }

  private async tell(
    { id, name, email, municipalityId, keptUntil }: Expiring,
    day: CalendarDate,
  ): Promise<void> {
    const to = { name, address: email };
    const facts = { name, keptUntil };
    await this.outbox.add({
      municipalityId,
      to,
      kind: 'account_expiring',
      facts,
      once: `account_expiring:${id}:${keptUntil}`,
    });
    await this.database.query('update accounts set expiry_warned_on = $2 where id = $1', [id, day]);
  }
}
