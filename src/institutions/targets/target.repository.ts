import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { ListTargetsDto, TargetDto } from './target.dto.js';

const COLUMNS = `id, municipality_id as "municipalityId", school_year as "schoolYear", institutions, children,
  teaching_units as "teachingUnits", consultations, weekly_minutes as "weeklyMinutes", version`;

@Injectable()
export class TargetRepository {
  constructor(private readonly database: Database) {}

  /** The latest year first. */
  async list(
    { municipalityId, schoolYear }: ListTargetsDto,
    after: CursorKey | null,
    limit: number,
  ): Promise<TargetDto[]> {
    return this.database.query<TargetDto>(
      `select ${COLUMNS} from targets
       where ($1::uuid is null or municipality_id = $1) and ($2::int is null or school_year = $2)
         and ($3::int is null or (-school_year, id) > ($3, $4::uuid))
       order by -school_year, id limit $5`,
      [municipalityId ?? null, schoolYear ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<TargetDto | null> {
    const [row] = await this.database.query<TargetDto>(`select ${COLUMNS} from targets where id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from targets where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'targets', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'targets', { id }, version, { ...changes });
  }

  remove(id: string, version: number): Promise<boolean> {
    return removeVersion(this.database, 'targets', { id }, version);
  }
}
