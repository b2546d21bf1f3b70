import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { MunicipalityDto } from './municipality.dto.js';

const COLUMNS = `id, name, key, state, to_json(archived_at) #>> '{}' as "archivedAt", version`;

@Injectable()
export class MunicipalityRepository {
  constructor(private readonly database: Database) {}

  async list(after: CursorKey | null, limit: number): Promise<MunicipalityDto[]> {
    return this.database.query<MunicipalityDto>(
      `select ${COLUMNS} from municipalities where ($1::text is null or (name, id) > ($1, $2::uuid)) order by name, id limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<MunicipalityDto | null> {
    const [row] = await this.database.query<MunicipalityDto>(
      `select ${COLUMNS} from municipalities where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from municipalities where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'municipalities', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'municipalities', { id }, version, { ...changes });
  }
}
