import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { OpenHouses } from '../open-houses.js';
import type { CreateClosingDayDto, ListClosingDaysDto, UpdateClosingDayDto } from './closing-day.dto.js';
import { type Closing, ClosingDayRepository } from './closing-day.repository.js';
import { assertNoOverlap, assertRange, type DayRange } from './day-range.js';

/** No house closes longer without somebody asking why. */
const MOST_DAYS = 60;

/** When houses are closed for reasons of their own; kept by their leads, the city's coordinators and administrators. */
@Injectable()
export class ClosingDayService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly closingDays: ClosingDayRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListClosingDaysDto): Promise<Page<Closing>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.closingDays.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ firstDay, id }) => [firstDay, id]);
  }

  async create(wanted: CreateClosingDayDto): Promise<Created<Closing>> {
    const { institutionId } = wanted;
    await this.houses.kept(institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: async () => {
        await this.assertFree(institutionId, id, wanted);
        return this.closingDays.insert({ ...wanted, id, creationDigest: digest });
      },
      stored: async () => {
        const record = await this.closingDays.find(id);
        return record && { record, digest: await this.closingDays.findDigest(institutionId, id) };
      },
    });
    if (outcome.created) await this.record('closing_day.create', outcome.record, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateClosingDayDto): Promise<Closing> {
    const before = await this.kept(id);
    await this.assertFree(before.institutionId, id, { ...before, ...changes });
    await assertUnchanged(await this.closingDays.update(before, version, changes), () => this.get(id));
    await this.record('closing_day.update', before, changes);
    return this.get(id);
  }

  async remove(id: string, version: number): Promise<void> {
    const before = await this.kept(id);
    await assertUnchanged(await this.closingDays.remove(before, version), () => this.get(id));
    await this.record('closing_day.remove', before, {});
  }

  /** @throws Problem 422 */
  private async assertFree(institutionId: string, id: string, range: DayRange): Promise<void> {
    assertRange(range, MOST_DAYS);
    const others = await this.closingDays.listWithin(institutionId, range);
    assertNoOverlap(
      range,
      others.filter((other) => other.id !== id).map((other) => ({ ...other, name: other.reason })),
    );
  }

  /** Of a house that is the actor's to keep; nobody else changes it until the end. @throws Problem 404, 409 */
  private async kept(id: string): Promise<Closing> {
    const { institutionId } = await this.get(id);
    await this.houses.kept(institutionId);
    return this.get(id);
  }

  private async get(id: string): Promise<Closing> {
    const closing = await this.closingDays.find(id);
    if (!closing) throw Problem.notFound();
    return closing;
  }

  private async record(action: string, { id, institutionId }: Closing, fields: object): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'closing_day', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}
