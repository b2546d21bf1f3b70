import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { DistrictMoveDto, DistrictNameDto, MovedHouseDto } from './rearrangement.dto.js';

/** A house of a district, and since when it is there. */
export interface Resident {
  id: string;
  archived: boolean;
  /** Null: since ever. */
  since: CalendarDate | null;
}

@Injectable()
export class DistrictHistoryRepository {
  constructor(private readonly database: Database) {}

  async listNames(districtId: string): Promise<DistrictNameDto[]> {
    return this.database.query<DistrictNameDto>(
      `select name, nullif(first_day, '-infinity')::text as "from" from district_names where district_id = $1 order by first_day`,
      [districtId],
    );
  }

  /** Notes a name since a day, before the district itself is changed: the trigger that writes along then finds it done. */
  async noteName(districtId: string, from: CalendarDate, name: string): Promise<void> {
    await this.database.query(
      `insert into district_names (district_id, first_day, name) values ($1, $2, $3)
       on conflict (district_id, first_day) do update set name = excluded.name`,
      [districtId, from, name],
    );
  }

  /** A district made from another began on a day, and was not there before. */
  async beginOn(districtId: string, from: CalendarDate): Promise<void> {
    await this.database.query('update district_names set first_day = $2 where district_id = $1', [
      districtId,
      from,
    ]);
  }

  /** The first day of the house's present assignment; null: since ever. */
  async findSince(institutionId: string): Promise<CalendarDate | null> {
    const [row] = await this.database.query<{ since: CalendarDate | null }>(
      `select nullif(max(first_day), '-infinity')::text as since from institution_districts where institution_id = $1`,
      [institutionId],
    );
    return row?.since ?? null;
  }

  /** Houses in the district now; nobody else moves them until the transaction ends. */
  async lockResidents(districtId: string): Promise<Resident[]> {
    return this.database.query<Resident>(
      `select i.id, i.archived_at is not null as archived,
         (select nullif(max(p.first_day), '-infinity')::text from institution_districts p where p.institution_id = i.id) as since
       from institutions i where i.district_id = $1 order by i.id for update of i`,
      [districtId],
    );
  }

  /** Corrects the house's present assignment: it never was where it is said to be. */
  async correct(institutionId: string, districtId: string): Promise<void> {
    await this.database.query(
      `update institution_districts p set district_id = $2 where p.institution_id = $1
         and p.first_day = (select max(l.first_day) from institution_districts l where l.institution_id = $1)`,
      [institutionId, districtId],
    );
  }

  /** Notes where houses belong since a day, before they themselves are changed. */
  async noteMoves(from: CalendarDate, houses: MovedHouseDto[]): Promise<void> {
    await this.database.query(
      `insert into institution_districts (institution_id, first_day, district_id)
       select h."institutionId", $1, h."districtId" from jsonb_to_recordset($2) as h ("institutionId" uuid, "districtId" uuid)
       on conflict (institution_id, first_day) do update set district_id = excluded.district_id`,
      [from, JSON.stringify(houses)],
    );
  }

  async move(houses: MovedHouseDto[]): Promise<void> {
    await this.database.query(
      `update institutions i set district_id = h."districtId", version = i.version + 1
       from jsonb_to_recordset($1) as h ("institutionId" uuid, "districtId" uuid) where i.id = h."institutionId"`,
      [JSON.stringify(houses)],
    );
  }

  /** Houses that came into the district or left it, latest first. */
  async listMoves(districtId: string): Promise<DistrictMoveDto[]> {
    return this.database.query<DistrictMoveDto>(
      `select m.institution_id as "institutionId", i.name as "institutionName", m.first_day::text as "from",
         f.name as "fromDistrictName", t.name as "toDistrictName"
       from (select p.*, lag(p.district_id) over (partition by p.institution_id order by p.first_day) as before
             from institution_districts p where p.institution_id in
               (select q.institution_id from institution_districts q where q.district_id = $1)) m
         join institutions i on i.id = m.institution_id join districts f on f.id = m.before join districts t on t.id = m.district_id
       where $1 in (m.before, m.district_id) and m.before <> m.district_id order by m.first_day desc, i.name, i.id limit 500`,
      [districtId],
    );
  }
}
