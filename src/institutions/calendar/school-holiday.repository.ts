import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { DayRange } from './day-range.js';
import type { ListSchoolHolidaysDto, SchoolHolidayDto } from './school-holiday.dto.js';

/** Holidays as the rules read them. */
export type Holiday = SchoolHolidayDto & DayRange;

const COLUMNS = `id, state, name, first_day::text as "firstDay", last_day::text as "lastDay", source, version`;

@Injectable()
export class SchoolHolidayRepository {
  constructor(private readonly database: Database) {}

  /** In the order of the calendar. */
  async list(query: ListSchoolHolidaysDto, after: CursorKey | null, limit: number): Promise<Holiday[]> {
    const { state = null, schoolYear } = query;
    const [from, to] =
      schoolYear === undefined ? [null, null] : [firstDayOf(schoolYear), lastDayOf(schoolYear)];
    return this.database.query<Holiday>(
      `select ${COLUMNS} from school_holidays
       where ($1::text is null or state = $1) and ($2::date is null or first_day between $2 and $3)
         and ($4::date is null or (first_day, id) > ($4, $5::uuid))
       order by first_day, id limit $6`,
      [state, from, to, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** Those of the state that share a day with the range. */
  async listWithin(state: string, { firstDay, lastDay }: DayRange): Promise<Holiday[]> {
    return this.database.query<Holiday>(
      `select ${COLUMNS} from school_holidays where state = $1 and first_day <= $3 and last_day >= $2 order by first_day`,
      [state, firstDay, lastDay],
    );
  }

  async find(id: string): Promise<Holiday | null> {
    const [row] = await this.database.query<Holiday>(`select ${COLUMNS} from school_holidays where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from school_holidays where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  /** One change of a state's calendar at a time, so that two do not overlap unseen. */
  async lock(state: string): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [state]);
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'school_holidays', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'school_holidays', { id }, version, { ...changes });
  }

  remove(id: string, version: number): Promise<boolean> {
    return removeVersion(this.database, 'school_holidays', { id }, version);
  }
}
