import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { withArchivedAt } from '../archiving.js';
import { assertGoverns } from '../governance.js';
import type { CreateDistrictDto, DistrictDto, ListDistrictsDto, UpdateDistrictDto } from './district.dto.js';
import { DistrictRepository } from './district.repository.js';

@Injectable()
export class DistrictService {
  constructor(
    private readonly database: Database,
    private readonly districts: DistrictRepository,
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
    await assertUnchanged(
      await this.districts.update(id, version, withArchivedAt(changes, this.clock.now())),
      () => this.get(id),
    );
    await this.record('district.update', id, changes);
    return this.get(id);
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'district', objectId, fields: Object.keys(fields) });
  }
}
