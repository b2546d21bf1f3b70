import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { TrainingDate } from '../../mail/outbox/training-letters.de.js';

/** Somebody with a sure place, and what there is of the training on one day. */
export interface DueReminder {
  municipalityId: string;
  trainingId: string;
  title: string;
  staffMemberId: string;
  name: string;
  address: string;
  /** The day's sessions in order. */
  dates: TrainingDate[];
  /** When the last of them begins. */
  beginsAt: Date;
}

@Injectable()
export class ReminderRepository {
  constructor(private readonly database: Database) {}

  /**
   * The sessions of the next days, per person and day. Who registered after the day of the reminder has just been told the dates.
   * People without an address are told by whoever registered them.
   */
  async listDue(daysAhead: number): Promise<DueReminder[]> {
    return this.database.query<DueReminder>(
      `select t.municipality_id as "municipalityId", t.id as "trainingId", t.title, m.id as "staffMemberId", m.name,
         coalesce(m.email, a.email) as address,
         jsonb_agg(jsonb_build_object('date', s.held_on, 'startsAt', to_char(s.starts_at, 'HH24:MI'), 'endsAt', to_char(s.ends_at, 'HH24:MI'),
           'place', coalesce(s.place, t.place)) order by s.starts_at) as dates,
         max((s.held_on + s.starts_at) at time zone 'Europe/Berlin') as "beginsAt"
       from training_sessions s join trainings t on t.id = s.training_id
         join training_registrations r on r.training_id = t.id
         join staff_members m on m.id = r.staff_member_id left join accounts a on a.id = m.account_id
       where s.held_on > app_today() and s.held_on <= app_today() + $1::int and t.state in ('open', 'closed')
         and r.state = 'confirmed' and coalesce(m.email, a.email) is not null
         and (s.held_on = app_today() + $1 or r.created_at < (s.held_on - $1)::timestamp at time zone 'Europe/Berlin')
       group by t.municipality_id, t.id, t.title, m.id, m.name, m.email, a.email, s.held_on
       order by t.id, m.id`,
      [daysAhead],
    );
  }
}
