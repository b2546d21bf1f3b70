import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { GroupDto, GroupSizeDto, ListGroupsDto } from './group.dto.js';

export const GROUP_COLUMNS = `id, institution_id as "institutionId", name, school_year as "schoolYear", size,
  to_json(archived_at) #>> '{}' as "archivedAt", version`;

@Injectable()
export class GroupRepository {
  constructor(private readonly database: Database) {}

  async list(query: ListGroupsDto, after: CursorKey | null, limit: number): Promise<GroupDto[]> {
    return this.database.query<GroupDto>(
      `select ${GROUP_COLUMNS} from groups
       where ($1::uuid is null or institution_id = $1) and ($2::int is null or school_year = $2)
         and (archived_at is not null) = $3::boolean and ($4::int is null or (-school_year, name, id) > ($4, $5, $6::uuid))
       order by -school_year, name, id limit $7`,
      [
        query.institutionId ?? null,
        query.schoolYear ?? null,
        query.archived ?? false,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit,
      ],
    );
  }

  async find(id: string): Promise<GroupDto | null> {
    const [row] = await this.database.query<GroupDto>(`select ${GROUP_COLUMNS} from groups where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ record: GroupDto; digest: Buffer | null } | null> {
    const [row] = await this.database.query<GroupDto & { digest: Buffer | null }>(
      `select ${GROUP_COLUMNS}, creation_digest as digest from groups where institution_id = $1 and id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { record, digest };
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'groups', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: GroupDto, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'groups', { institutionId, id }, version, { ...changes });
  }

  async listSizes({ institutionId, id }: GroupDto): Promise<GroupSizeDto[]> {
    return this.database.query<GroupSizeDto>(
      `select valid_from::text as "validFrom", size from group_sizes
       where institution_id = $1 and group_id = $2 order by valid_from`,
      [institutionId, id],
    );
  }

  /**
   * Notes the size since a day, before the group itself is changed: the trigger that writes along then finds nothing left to do.
   * @returns the size of today, which a later change may hold against this one
   */
  async noteSize({ institutionId, id }: GroupDto, from: CalendarDate, size: number): Promise<number> {
    await this.database.query(
      `insert into group_sizes (institution_id, group_id, valid_from, size) values ($1, $2, $3, $4)
       on conflict (institution_id, group_id, valid_from) do update set size = excluded.size`,
      [institutionId, id, from, size],
    );
    const [row] = await this.database.query<{ size: number }>(
      'select size from group_sizes where institution_id = $1 and group_id = $2 order by valid_from desc limit 1',
      [institutionId, id],
    );
    return row?.size ?? size;
  }
}
