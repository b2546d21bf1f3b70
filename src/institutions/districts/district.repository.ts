import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { DistrictDto } from './district.dto.js';

const COLUMNS = `id, municipality_id as "municipalityId", name, position, social_situation as "socialSituation",
  social_situation_source as "socialSituationSource", social_situation_year as "socialSituationYear",
  to_json(archived_at) #>> '{}' as "archivedAt", version`;

@Injectable()
export class DistrictRepository {
  constructor(private readonly database: Database) {}

  async list(municipalityId: string | null, after: CursorKey | null, limit: number): Promise<DistrictDto[]> {
    return this.database.query<DistrictDto>(
      `select ${COLUMNS} from districts
       where ($1::uuid is null or municipality_id = $1) and ($2::int is null or (position, name, id) > ($2, $3, $4::uuid))
       order by position, name, id limit $5`,
      [municipalityId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    );
  }

  async find(id: string): Promise<DistrictDto | null> {
    const [row] = await this.database.query<DistrictDto>(`select ${COLUMNS} from districts where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from districts where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'districts', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'districts', { id }, version, { ...changes });
  }
}
