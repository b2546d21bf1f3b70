import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../audit/audit.js';
import { Database } from '../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../database/records.js';
import { Clock } from '../kernel/calendar/clock.js';
import type { Created } from '../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../kernel/page/cursor.js';
import { limitOf } from '../kernel/page/page-query.dto.js';
import { Problem } from '../kernel/problem/problem.js';
import { withArchivedAt } from './archiving.js';
import { PlacementService } from './districts/placement.service.js';
import { assertGoverns } from './governance.js';
import { assertConsistent, withFlagsTidied } from './institution-rules.js';
import type {
  CoachDto,
  CreateInstitutionDto,
  InstitutionDto,
  UpdateInstitutionDto,
} from './institution.dto.js';
import type { ListInstitutionsDto } from './institution-query.dto.js';
import { InstitutionRepository, orderOf } from './institution.repository.js';

@Injectable()
export class InstitutionService {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionRepository,
    private readonly placement: PlacementService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListInstitutionsDto): Promise<Page<InstitutionDto>> {
    const limit = limitOf(query);
    const { by, keyOf } = orderOf(query);
    const after = decodeCursor(
      query.cursor,
      by.map((column) => (column === 'i.id' ? 'uuid' : 'text')),
    );
    return pageOf(await this.institutions.list(query, after, limit + 1), limit, keyOf);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<InstitutionDto> {
    const institution = await this.institutions.find(id);
    if (!institution) throw Problem.notFound();
    return institution;
  }

  async create(wanted: CreateInstitutionDto): Promise<Created<InstitutionDto>> {
    assertGoverns(this.database.actor, wanted.municipalityId);
    assertConsistent(wanted, this.clock.today());
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.institutions.insert({ ...wanted, id, creationDigest: digest }),
      stored: () => this.stored(id),
    });
    if (outcome.created) await this.record('institution.create', id, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateInstitutionDto): Promise<InstitutionDto> {
    const before = await this.get(id);
    assertGoverns(this.database.actor, before.municipalityId);
    const tidied = withFlagsTidied(changes);
    assertConsistent({ ...before, ...tidied }, this.clock.today());
    const columns = await this.placement.note(id, withArchivedAt(tidied, this.clock.now()));
    await assertUnchanged(await this.institutions.update(id, version, columns), () => this.get(id));
    await this.record('institution.update', id, changes);
    return this.get(id);
  }

  async listCoaches(municipalityId: string | undefined): Promise<CoachDto[]> {
    return this.institutions.listCoaches(municipalityId ?? null);
  }

  private async stored(id: string): Promise<{ record: InstitutionDto; digest: Buffer | null } | null> {
    const record = await this.institutions.find(id);
    return record && { record, digest: await this.institutions.findDigest(id) };
  }

  private async record(action: string, id: string, fields: object): Promise<void> {
    await this.audit.record({
      action,
      objectType: 'institution',
      objectId: id,
      institutionId: id,
      fields: Object.keys(fields),
    });
  }
}
