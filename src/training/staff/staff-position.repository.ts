import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import type { StaffPositionDto } from './staff-member.dto.js';

/** Of `staff_positions p` with `institutions h`, as arguments of json_build_object. */
export const POSITION_FIELDS = `'id', p.id, 'staffMemberId', p.staff_member_id, 'institutionId', p.institution_id, 'institutionName', h.name,
  'since', p.since, 'until', p.until, 'version', p.version`;

@Injectable()
export class StaffPositionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<StaffPositionDto | null> {
    const [row] = await this.database.query<{ position: StaffPositionDto }>(
      `select json_build_object(${POSITION_FIELDS}) as position
       from staff_positions p join institutions h on h.id = p.institution_id where p.id = $1`,
      [id],
    );
    return row?.position ?? null;
  }

  async findDigest(institutionId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from staff_positions where institution_id = $1 and id = $2',
      [institutionId, id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'staff_positions', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: StaffPositionDto, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'staff_positions', { institutionId, id }, version, { ...changes });
  }
}
