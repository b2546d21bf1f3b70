import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertGoverns } from '../governance.js';
import type { CreateTargetDto, ListTargetsDto, TargetDto, UpdateTargetDto } from './target.dto.js';
import { TargetRepository } from './target.repository.js';

const NUMBERS = ['institutions', 'children', 'teachingUnits', 'consultations', 'weeklyMinutes'] as const;

/** What a municipality wants to reach in a school year. */
@Injectable()
export class TargetService {
  constructor(
    private readonly database: Database,
    private readonly targets: TargetRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListTargetsDto): Promise<Page<TargetDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'uuid']);
    const rows = await this.targets.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ schoolYear, id }) => [-schoolYear, id]);
  }

  async create(wanted: CreateTargetDto): Promise<Created<TargetDto>> {
    assertGoverns(this.database.actor, wanted.municipalityId);
    assertSome(wanted);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.targets.insert({ ...wanted, id, creationDigest: digest }),
      stored: async () => {
        const record = await this.targets.find(id);
        return record && { record, digest: await this.targets.findDigest(id) };
      },
    });
    if (outcome.created) await this.record('target.create', id, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateTargetDto): Promise<TargetDto> {
    assertSome({ ...(await this.governed(id)), ...changes });
    await assertUnchanged(await this.targets.update(id, version, changes), () => this.get(id));
    await this.record('target.update', id, changes);
    return this.get(id);
  }

  async remove(id: string, version: number): Promise<void> {
    await this.governed(id);
    await assertUnchanged(await this.targets.remove(id, version), () => this.get(id));
    await this.record('target.remove', id, {});
  }

  private async governed(id: string): Promise<TargetDto> {
    const target = await this.get(id);
    assertGoverns(this.database.actor, target.municipalityId);
    return target;
  }

  private async get(id: string): Promise<TargetDto> {
    const target = await this.targets.find(id);
    if (!target) throw Problem.notFound();
    return target;
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'target', objectId, fields: Object.keys(fields) });
  }
}

/** @throws Problem 422 */
function assertSome(wanted: UpdateTargetDto): void {
  if (NUMBERS.some((number) => typeof wanted[number] === 'number')) return;
  throw Problem.invalid('institutions', 'Ziele: bitte mindestens eine Zahl angeben.');
}
