import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { ClosingDayDto, ListClosingDaysDto } from './closing-day.dto.js';
import type { DayRange } from './day-range.js';

/** Closing days as the rules read them. */
export type Closing = ClosingDayDto & DayRange;

const COLUMNS = `id, institution_id as "institutionId", first_day::text as "firstDay", last_day::text as "lastDay", reason, version`;

@Injectable()
export class ClosingDayRepository {
  constructor(private readonly database: Database) {}

  /** In the order of the calendar. */
  async list(query: ListClosingDaysDto, after: CursorKey | null, limit: number): Promise<Closing[]> {
    const { institutionId = null, schoolYear } = query;
    const [from, to] =
      schoolYear === undefined ? [null, null] : [firstDayOf(schoolYear), lastDayOf(schoolYear)];
    return this.database.query<Closing>(
      `select ${COLUMNS} from closing_days
       where ($1::uuid is null or institution_id = $1) and ($2::date is null or last_day >= $2) and ($3::date is null or first_day <= $3)
         and ($4::date is null or (first_day, id) > ($4, $5::uuid))
       order by first_day, id limit $6`,
      [institutionId, from, to, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Those of the house that share a day with the range. */
  async listWithin(institutionId: string, { firstDay, lastDay }: DayRange): Promise<Closing[]> {
    return this.database.query<Closing>(
      `select ${COLUMNS} from closing_days where institution_id = $1 and first_day <= $3 and last_day >= $2 order by first_day`,
      [institutionId, firstDay, lastDay],
    );
  }

  async find(id: string): Promise<Closing | null> {
    const [row] = await this.database.query<Closing>(`select ${COLUMNS} from closing_days where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async findDigest(institutionId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from closing_days where institution_id = $1 and id = $2',
      [institutionId, id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'closing_days', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: Closing, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'closing_days', { institutionId, id }, version, { ...changes });
  }

  remove({ institutionId, id }: Closing, version: number): Promise<boolean> {
    return removeVersion(this.database, 'closing_days', { institutionId, id }, version);
  }
}
