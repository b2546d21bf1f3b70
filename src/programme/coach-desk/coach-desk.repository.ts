import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { KNOWN_PARTICIPATION } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { DeskDateDto, DeskHouseDto, DeskStepDto } from './coach-desk.dto.js';

// Also somebody who is more than a coach asks here about the houses they coach.
const MINE = 'any ((select app_coach_houses())::uuid[])';
const MOST = 50;

const DATES = `
  select 'booking' as kind, b.id, b.version, b.institution_id, b.planned_on as day, b.planned_start as time, m.title, m.audience,
    m.usual_minutes::int, null as way
  from module_bookings b join modules m on m.id = b.module_id where b.state = 'planned' and b.institution_id = ${MINE}
  union all
  select 'contact', c.id, c.version, c.institution_id, c.held_on, c.starts_at, null, null, c.minutes::int, c.way
  from coach_contacts c where c.state = 'planned' and c.institution_id = ${MINE}`;

@Injectable()
export class CoachDeskRepository {
  constructor(private readonly database: Database) {}

  async listHouses(): Promise<DeskHouseDto[]> {
    return this.database.query<DeskHouseDto>(
      `select i.id as "institutionId", i.name, i.kind, d.name as "districtName", i.contact_name as "contactName", i.phone, i.email,
         p.status as "participationStatus", p.materials_on::text as "materialsOn", c.last::text as "lastContactOn",
         app_today() - c.last as "daysSince", c.next::text as "nextContactOn", b.wished, b.planned
       from institutions i join districts d on d.id = i.district_id
         left join lateral (${KNOWN_PARTICIPATION}) p on true
         cross join lateral (select max(held_on) filter (where state = 'held') as last,
             min(held_on) filter (where state = 'planned' and held_on >= app_today()) as next
           from coach_contacts where institution_id = i.id) c
         cross join lateral (select count(*) filter (where state = 'wished')::int as wished, count(*) filter (where state = 'planned')::int as planned
           from module_bookings where institution_id = i.id) b
       where i.id = ${MINE} and i.archived_at is null order by c.last nulls first, i.name, i.id`,
    );
  }

  async listSteps(): Promise<DeskStepDto[]> {
    return this.database.query<DeskStepDto>(
      `select c.id, c.version, c.institution_id as "institutionId", i.name as "institutionName", c.held_on::text as "heldOn",
         c.next_step as "nextStep", c.next_step_due::text as "nextStepDue"
       from coach_contacts c join institutions i on i.id = c.institution_id
       where c.institution_id = ${MINE} and c.state <> 'cancelled' and c.next_step is not null and c.next_step_done_on is null
       order by c.next_step_due nulls last, c.held_on, c.id limit ${MOST}`,
    );
  }

  /** What is planned from one day to another, both inclusive, in the order of the calendar. */
  async listDates(from: CalendarDate | null, to: CalendarDate): Promise<DeskDateDto[]> {
    return this.database.query<DeskDateDto>(
      `select t.kind, t.id, t.version, t.institution_id as "institutionId", i.name as "institutionName", t.day::text as day,
         to_char(t.time, 'HH24:MI') as time, t.title, t.audience, t.usual_minutes as "usualMinutes", t.way
       from (${DATES}) t join institutions i on i.id = t.institution_id
       where ($1::date is null or t.day >= $1) and t.day <= $2::date order by t.day, t.time nulls last, i.name, t.id limit ${MOST}`,
      [from, to],
    );
  }
}
