import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import { joinDistrictOfYear } from '../../institutions/districts/district-history.sql.js';
import { institutionConditions, Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { Audience } from '../vocabulary.js';
import type { BookingFacts, RunDays } from './booking-rules.js';
import type { ListModuleBookingsDto, ModuleBookingDto } from './module-booking.dto.js';

/** A booking as the rules read it, with the day by which lists are ordered. */
export type BookingRow = Omit<ModuleBookingDto, keyof BookingFacts | 'audience'> &
  BookingFacts & { audience: Audience; day: CalendarDate };

/** The day a booking (`module_bookings b`) belongs to: of what became of it, else for which it is meant, else when it was chosen. */
export const BOOKING_DAY = `coalesce(b.delivered_on, b.cancelled_on, b.planned_on, b.wished_from, (b.created_at at time zone 'Europe/Berlin')::date)`;

const EDITABLE = `(b.institution_id = any ((select app_lead_houses() || app_coach_houses())::uuid[])
  or i.municipality_id = any ((select app_municipalities())::uuid[]))`;

const COLUMNS = `b.id, b.institution_id as "institutionId", i.name as "institutionName", b.module_id as "moduleId", m.title as "moduleTitle",
    m.focus_area as "focusArea", m.audience, m.format, m.usual_minutes as "usualMinutes", b.state, b.wished_from::text as "wishedFrom",
    b.wished_to::text as "wishedTo", b.planned_on::text as "plannedOn", to_char(b.planned_start, 'HH24:MI') as "plannedStart",
    b.delivered_on::text as "deliveredOn", b.minutes, b.children, b.parents, b.staff, b.remarks, b.cancelled_on::text as "cancelledOn",
    b.cancel_reason as "cancelReason", to_json(b.created_at) #>> '{}' as "createdAt", b.version, ${EDITABLE} as editable,
    ${BOOKING_DAY}::text as day`;

const FROM = `from module_bookings b join institutions i on i.id = b.institution_id join modules m on m.id = b.module_id`;

/** Conditions on `module_bookings b` (with `institutions i`, `districts d`) for every list and file of bookings. */
export function bookingConditions(query: Partial<ListModuleBookingsDto>, parameters: Parameters): string {
  const conditions = [institutionConditions(query, parameters)];
  const where = (sql: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${sql} ${parameters.add(value)}`);
  };
  const { schoolYear } = query;
  where('b.institution_id =', query.institutionId);
  where('b.module_id =', query.moduleId);
  where('b.state =', query.state);
  where(`${BOOKING_DAY} >=`, query.from ?? (schoolYear === undefined ? undefined : firstDayOf(schoolYear)));
  where(`${BOOKING_DAY} <=`, query.to ?? (schoolYear === undefined ? undefined : lastDayOf(schoolYear)));
  if (query.overdue) conditions.push(`b.state = 'planned' and b.planned_on < app_today()`);
  if (query.coachId !== undefined) {
    conditions.push(`exists (select from coach_assignments c where c.institution_id = b.institution_id
      and c.account_id = ${parameters.add(query.coachId)} and app_today() between c.first_day and coalesce(c.last_day, 'infinity'))`);
  }
  return conditions.join(' and ');
}

@Injectable()
export class ModuleBookingRepository {
  constructor(private readonly database: Database) {}

  /** The latest day first, unless asked the other way round. */
  async list(query: ListModuleBookingsDto, after: CursorKey | null, limit: number): Promise<BookingRow[]> {
    const parameters = new Parameters();
    const district = joinDistrictOfYear(query.schoolYear, this.database.context.today, parameters);
    const conditions = [bookingConditions(query, parameters)];
    const [beyond, direction] = query.sort === 'day' ? ['>', 'asc'] : ['<', 'desc'];
    if (after) {
      const [day, id] = after.map((value) => parameters.add(value));
      conditions.push(`(${BOOKING_DAY}, b.id) ${beyond} (${day}::date, ${id}::uuid)`);
    }
    return this.database.query<BookingRow>(
      `select ${COLUMNS} ${FROM} ${district} where ${conditions.join(' and ')}
       order by ${BOOKING_DAY} ${direction}, b.id ${direction} limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  async find(id: string): Promise<BookingRow | null> {
    const [row] = await this.database.query<BookingRow>(`select ${COLUMNS} ${FROM} where b.id = $1`, [id]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ record: BookingRow; digest: Buffer | null } | null> {
    const [row] = await this.database.query<BookingRow & { digest: Buffer | null }>(
      `select ${COLUMNS}, b.creation_digest as digest ${FROM} where b.institution_id = $1 and b.id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { record, digest };
  }

  /** When the house takes part; a request is not yet taking part. */
  async listRuns(institutionId: string): Promise<RunDays[]> {
    return this.database.query<RunDays>(
      `select started_on::text as "firstDay", ended_on::text as "lastDay" from participations
       where institution_id = $1 and started_on is not null order by started_on`,
      [institutionId],
    );
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'module_bookings', ['institutionId', 'id'], { ...values });
  }

  update(
    { institutionId, id }: Pick<BookingRow, 'institutionId' | 'id'>,
    version: number,
    changes: object,
  ): Promise<boolean> {
    return updateVersion(this.database, 'module_bookings', { institutionId, id }, version, { ...changes });
  }

  remove({ institutionId, id }: BookingRow, version: number): Promise<boolean> {
    return removeVersion(this.database, 'module_bookings', { institutionId, id }, version);
  }
}
