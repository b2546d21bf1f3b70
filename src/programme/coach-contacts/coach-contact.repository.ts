import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import { joinDistrictOfYear } from '../../institutions/districts/district-history.sql.js';
import { institutionConditions, Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { CoachContactDto, ListCoachContactsDto } from './coach-contact.dto.js';
import type { ContactFacts } from './contact-rules.js';

/** A contact as the rules read it. */
export type ContactRow = Omit<CoachContactDto, keyof ContactFacts> & ContactFacts;

const EDITABLE = `(c.institution_id = any ((select app_coach_houses())::uuid[])
  or i.municipality_id = any ((select app_municipalities())::uuid[]))`;

const COLUMNS = `c.id, c.institution_id as "institutionId", i.name as "institutionName", c.coach_id as "coachId",
    case when c.coach_id is null then 'Gelöschte Person' else (select a.name from accounts a where a.id = c.coach_id) end as "coachName", c.state, c.way, c.held_on::text as "heldOn",
    to_char(c.starts_at, 'HH24:MI') as "startsAt", c.minutes, c.topics, c.next_step as "nextStep", c.next_step_due::text as "nextStepDue",
    c.next_step_done_on::text as "nextStepDoneOn", to_json(c.created_at) #>> '{}' as "createdAt", c.version, ${EDITABLE} as editable`;

const FROM = 'from coach_contacts c join institutions i on i.id = c.institution_id';

/** Conditions on `coach_contacts c` (with `institutions i`, `districts d`) for every list and file of contacts. */
export function contactConditions(query: Partial<ListCoachContactsDto>, parameters: Parameters): string {
  const conditions = [institutionConditions(query, parameters)];
  const where = (sql: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${sql} ${parameters.add(value)}`);
  };
  const { schoolYear } = query;
  where('c.institution_id =', query.institutionId);
  where('c.coach_id =', query.coachId);
  where('c.state =', query.state);
  where('c.held_on >=', query.from ?? (schoolYear === undefined ? undefined : firstDayOf(schoolYear)));
  where('c.held_on <=', query.to ?? (schoolYear === undefined ? undefined : lastDayOf(schoolYear)));
  if (query.openStep) conditions.push('c.next_step is not null and c.next_step_done_on is null');
  return conditions.join(' and ');
}

@Injectable()
export class CoachContactRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async list(query: ListCoachContactsDto, after: CursorKey | null, limit: number): Promise<ContactRow[]> {
    const parameters = new Parameters();
    const district = joinDistrictOfYear(query.schoolYear, this.database.context.today, parameters);
    const conditions = [contactConditions(query, parameters)];
    if (after) {
      const [day, id] = after.map((value) => parameters.add(value));
      conditions.push(`(c.held_on, c.id) < (${day}::date, ${id}::uuid)`);
    }
    return this.database.query<ContactRow>(
      `select ${COLUMNS} ${FROM} ${district} where ${conditions.join(' and ')}
       order by c.held_on desc, c.id desc limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  async find(id: string): Promise<ContactRow | null> {
    const [row] = await this.database.query<ContactRow>(`select ${COLUMNS} ${FROM} where c.id = $1`, [id]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ record: ContactRow; digest: Buffer | null } | null> {
    const [row] = await this.database.query<ContactRow & { digest: Buffer | null }>(
      `select ${COLUMNS}, c.creation_digest as digest ${FROM} where c.institution_id = $1 and c.id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { record, digest };
  }

  /** Who coaches the house on the day. */
  async listCoaches(institutionId: string, day: CalendarDate): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select c.account_id as id from coach_assignments c
       where c.institution_id = $1 and $2::date between c.first_day and coalesce(c.last_day, 'infinity') order by c.first_day desc`,
      [institutionId, day],
    );
    return rows.map(({ id }) => id);
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'coach_contacts', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: ContactRow, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'coach_contacts', { institutionId, id }, version, { ...changes });
  }

  remove({ institutionId, id }: ContactRow, version: number): Promise<boolean> {
    return removeVersion(this.database, 'coach_contacts', { institutionId, id }, version);
  }
}
