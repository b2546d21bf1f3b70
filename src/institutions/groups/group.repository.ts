import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { GroupDto, ListGroupsDto } from './group.dto.js';

const COLUMNS = `id, institution_id as "institutionId", name, school_year as "schoolYear", size,
  to_json(archived_at) #>> '{}' as "archivedAt", version`;

@Injectable()
export class GroupRepository {
  constructor(private readonly database: Database) {}

  async list(query: ListGroupsDto, after: CursorKey | null, limit: number): Promise<GroupDto[]> {
    return this.database.query<GroupDto>(
      `select ${COLUMNS} from groups
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
    const [row] = await this.database.query<GroupDto>(`select ${COLUMNS} from groups where id = $1`, [id]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ record: GroupDto; digest: Buffer | null } | null> {
    const [row] = await this.database.query<GroupDto & { digest: Buffer | null }>(
      `select ${COLUMNS}, creation_digest as digest from groups where institution_id = $1 and id = $2`,
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
}
