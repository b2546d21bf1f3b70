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
import { InstitutionService } from '../institution.service.js';
import type { CreateGroupDto, GroupDto, GroupSizeDto, ListGroupsDto, UpdateGroupDto } from './group.dto.js';
import { assertSizeFrom } from './group-rules.js';
import { GroupRepository } from './group.repository.js';

@Injectable()
export class GroupService {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
    private readonly groups: GroupRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListGroupsDto): Promise<Page<GroupDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'text', 'uuid']);
    const rows = await this.groups.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ schoolYear, name, id }) => [-schoolYear, name, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<GroupDto> {
    const group = await this.groups.find(id);
    if (!group) throw Problem.notFound();
    return group;
  }

  async create(wanted: CreateGroupDto): Promise<Created<GroupDto>> {
    await this.assertKeeps(wanted.institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.groups.insert({ ...wanted, id, creationDigest: digest }),
      stored: () => this.groups.findStored(wanted.institutionId, id),
    });
    if (outcome.created) await this.record('group.create', outcome.record, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateGroupDto): Promise<GroupDto> {
    const before = await this.get(id);
    await this.assertKeeps(before.institutionId);
    assertSizeFrom(before, changes, this.clock.today());
    const columns = await this.withSize(before, withArchivedAt(changes, this.clock.now()));
    await assertUnchanged(await this.groups.update(before, version, columns), () => this.get(id));
    await this.record('group.update', before, changes);
    return this.get(id);
  }

  /** @throws Problem 404 */
  async listSizes(id: string): Promise<GroupSizeDto[]> {
    return this.groups.listSizes(await this.get(id));
  }

  private async withSize<T extends Pick<UpdateGroupDto, 'size' | 'sizeFrom'>>(
    group: GroupDto,
    { sizeFrom, ...changes }: T,
  ): Promise<Omit<T, 'sizeFrom'>> {
    if (sizeFrom === undefined || changes.size === undefined) return changes;
    return { ...changes, size: await this.groups.noteSize(group, sizeFrom, changes.size) };
  }

  /** Groups are kept by the house's lead, the city's coordinators and administrators. @throws Problem 404 */
  async assertKeeps(institutionId: string): Promise<void> {
    const { municipalityId } = await this.institutions.get(institutionId);
    const { actor } = this.database;
    const keeps =
      actor.leadHouses.includes(institutionId) ||
      actor.municipalities.includes(municipalityId) ||
      actor.administrator;
    if (!keeps) throw Problem.notFound();
  }

  private async record(action: string, { id, institutionId }: GroupDto, fields: object): Promise<void> {
    await this.audit.record({
      action,
      objectType: 'group',
      objectId: id,
      institutionId,
      fields: Object.keys(fields),
    });
  }
}
