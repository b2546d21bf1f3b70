import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { calendarDate, type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { withArchivedAt } from '../archiving.js';
import { assertGoverns } from '../governance.js';
import { assertSourced } from '../institution-rules.js';
import type { CreateDistrictDto, DistrictDto, ListDistrictsDto, UpdateDistrictDto } from './district.dto.js';
import { DistrictHistoryRepository } from './district-history.repository.js';
import { DistrictRepository } from './district.repository.js';

@Injectable()
export class DistrictService {
  constructor(
    private readonly database: Database,
    private readonly districts: DistrictRepository,
    private readonly history: DistrictHistoryRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListDistrictsDto): Promise<Page<DistrictDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'text', 'uuid']);
    const rows = await this.districts.list(query.municipalityId ?? null, after, limit + 1);
    return pageOf(rows, limit, ({ position, name, id }) => [position, name, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<DistrictDto> {
    const district = await this.districts.find(id);
    if (!district) throw Problem.notFound();
    return district;
  }

  async create(wanted: CreateDistrictDto): Promise<Created<DistrictDto>> {
    assertGoverns(this.database.actor, wanted.municipalityId);
    assertSourced(wanted);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.districts.insert({ ...wanted, id, creationDigest: digest }),
      stored: async () => ({ record: await this.get(id), digest: await this.districts.findDigest(id) }),
    });
    if (outcome.created) await this.record('district.create', id, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateDistrictDto): Promise<DistrictDto> {
    const before = await this.get(id);
    assertGoverns(this.database.actor, before.municipalityId);
    assertSourced({ ...before, ...changes });
    const { nameFrom, ...columns } = withArchivedAt(changes, this.clock.now());
    if (nameFrom !== undefined) await this.noteName(before, columns.name, nameFrom);
    await assertUnchanged(await this.districts.update(id, version, columns), () => this.get(id));
    await this.record('district.update', id, changes);
    return this.get(id);
  }

  /** @throws Problem 422 for a day to come, or before the present name began */
  private async noteName({ id }: DistrictDto, name: string | undefined, from: CalendarDate): Promise<void> {
    if (name === undefined)
      throw Problem.invalid('name', 'Name fehlt: bitte angeben, wie der Stadtbezirk ab diesem Tag heißt.');
    if (from > this.clock.today()) {
      throw Problem.invalid(
        'nameFrom',
        'Gilt ab: Dieser Tag liegt in der Zukunft. Bitte am Tag selbst oder danach eintragen.',
      );
    }
    const since = (await this.history.listNames(id)).at(-1)?.from ?? null;
    if (since !== null && from < since) {
      throw Problem.invalid(
        'nameFrom',
        `Gilt ab: Den jetzigen Namen gibt es erst seit dem ${germanDate(calendarDate(since))}.`,
      );
    }
    await this.history.noteName(id, from, name);
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'district', objectId, fields: Object.keys(fields) });
  }
}
