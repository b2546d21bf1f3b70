import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertNoOverlap, assertRange, type DayRange } from './day-range.js';
import type {
  CreateSchoolHolidayDto,
  ListSchoolHolidaysDto,
  UpdateSchoolHolidayDto,
} from './school-holiday.dto.js';
import { type Holiday, SchoolHolidayRepository } from './school-holiday.repository.js';

/** Summer holidays last six and a half weeks. */
const MOST_DAYS = 60;

/** School holidays as the states publish them: reference data that administrators keep, for everybody to read. */
@Injectable()
export class SchoolHolidayService {
  constructor(
    private readonly holidays: SchoolHolidayRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListSchoolHolidaysDto): Promise<Page<Holiday>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.holidays.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ firstDay, id }) => [firstDay, id]);
  }

  async create(wanted: CreateSchoolHolidayDto): Promise<Created<Holiday>> {
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: async () => {
        await this.assertFree(wanted.state, id, wanted);
        return this.holidays.insert({ ...wanted, id, creationDigest: digest });
      },
      stored: async () => {
        const record = await this.holidays.find(id);
        return record && { record, digest: await this.holidays.findDigest(id) };
      },
    });
    if (outcome.created) await this.record('school_holiday.create', id, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateSchoolHolidayDto): Promise<Holiday> {
    const before = await this.get(id);
    await this.assertFree(before.state, id, { ...before, ...changes });
    await assertUnchanged(await this.holidays.update(id, version, changes), () => this.get(id));
    await this.record('school_holiday.update', id, changes);
    return this.get(id);
  }

  async remove(id: string, version: number): Promise<void> {
    await this.get(id);
    await assertUnchanged(await this.holidays.remove(id, version), () => this.get(id));
    await this.record('school_holiday.remove', id, {});
  }

  /** @throws Problem 422 */
  private async assertFree(state: string, id: string, range: DayRange): Promise<void> {
    assertRange(range, MOST_DAYS);
    await this.holidays.lock(state);
    const others = await this.holidays.listWithin(state, range);
    assertNoOverlap(
      range,
      others.filter((other) => other.id !== id),
    );
  }

  private async get(id: string): Promise<Holiday> {
    const holiday = await this.holidays.find(id);
    if (!holiday) throw Problem.notFound();
    return holiday;
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'school_holiday', objectId, fields: Object.keys(fields) });
  }
}
