import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { ReminderRecipientDto } from './reminder.dto.js';

/** A house of the coordinator's own, and whom to write to. */
export interface ReminderHouse {
  id: string;
  municipalityId: string;
  name: string;
  archived: boolean;
  remindedOn: CalendarDate | null;
  recipients: ReminderRecipientDto[];
}

@Injectable()
export class ReminderRepository {
  constructor(private readonly database: Database) {}

  /** Two coordinators who remind the same houses do so one after the other. Always in the same order, so that neither waits for ever. */
  async lock(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended(id, 0)) from (select id from unnest($1::text[]) id order by id) houses`,
      [[...ids]],
    );
  }

  /** By name. Its leads with an account that is not disabled, else the house's own address. */
  async list(ids: readonly string[]): Promise<ReminderHouse[]> {
    return this.database.query<ReminderHouse>(
      `select i.id, i.municipality_id as "municipalityId", i.name, i.archived_at is not null as archived,
         (select max(r.reminded_on) from activity_reminders r where r.institution_id = i.id)::text as "remindedOn",
         coalesce(leads.recipients, case when i.email is null then '[]'
           else jsonb_build_array(jsonb_build_object('name', null, 'address', i.email)) end) as recipients
       from institutions i cross join lateral (
         select jsonb_agg(jsonb_build_object('name', a.name, 'address', a.email) order by a.name, a.id) as recipients
         from account_roles r join accounts a on a.id = r.account_id
         where r.institution_id = i.id and r.role = 'institution_lead' and a.disabled_at is null) leads
       where i.id = any ($1::uuid[]) and i.merged_into is null
         and i.municipality_id = any ((select app_municipalities())::uuid[])
       order by i.name, i.id`,
      [ids],
    );
  }

  /** The coordinator, as the letter names them. */
  async sender(): Promise<ReminderRecipientDto & { name: string }> {
    const [sender] = await this.database.query<ReminderRecipientDto & { name: string }>(
      'select name, email as address from accounts where id = app_actor_id()',
    );
    if (!sender) throw new Error('somebody signed in without an account');
    return sender;
  }

  /** @param houses with the number of letters that went out */
  async remember(
    houses: readonly { institutionId: string; letters: number }[],
    today: CalendarDate,
  ): Promise<void> {
    const rows = houses.map((house) => ({ ...house, id: uuidv7() }));
    await this.database.query(
      `insert into activity_reminders (institution_id, id, reminded_on, reminded_by, letters)
       select r."institutionId", r.id, $2, app_actor_id(), r.letters
       from jsonb_to_recordset($1) as r ("institutionId" uuid, id uuid, letters smallint)`,
      [JSON.stringify(rows), today],
    );
  }
}
