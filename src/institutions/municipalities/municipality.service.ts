import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf, type PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { withArchivedAt } from '../archiving.js';
import type { CreateMunicipalityDto, MunicipalityDto, UpdateMunicipalityDto } from './municipality.dto.js';
import { MunicipalityRepository } from './municipality.repository.js';

@Injectable()
export class MunicipalityService {
  constructor(
    private readonly municipalities: MunicipalityRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQueryDto): Promise<Page<MunicipalityDto>> {
    const limit = limitOf(query);
    const rows = await this.municipalities.list(decodeCursor(query.cursor, ['text', 'uuid']), limit + 1);
    return pageOf(rows, limit, ({ name, id }) => [name, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<MunicipalityDto> {
    const municipality = await this.municipalities.find(id);
    if (!municipality) throw Problem.notFound();
    return municipality;
  }

  async create(wanted: CreateMunicipalityDto): Promise<Created<MunicipalityDto>> {
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.municipalities.insert({ ...wanted, id, creationDigest: digest }),
      stored: async () => ({ record: await this.get(id), digest: await this.municipalities.findDigest(id) }),
    });
    if (outcome.created) await this.record('municipality.create', id, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateMunicipalityDto): Promise<MunicipalityDto> {
    await this.get(id);
    await assertUnchanged(
      await this.municipalities.update(id, version, withArchivedAt(changes, this.clock.now())),
      () => this.get(id),
    );
    await this.record('municipality.update', id, changes);
    return this.get(id);
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'municipality', objectId, fields: Object.keys(fields) });
  }
}
