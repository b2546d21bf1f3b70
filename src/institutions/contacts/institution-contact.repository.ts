import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { InstitutionContactDto } from './institution-contact.dto.js';

const COLUMNS = `id, institution_id as "institutionId", name, function, phone, email, version`;

@Injectable()
export class InstitutionContactRepository {
  constructor(private readonly database: Database) {}

  async list(
    institutionId: string | null,
    after: CursorKey | null,
    limit: number,
  ): Promise<InstitutionContactDto[]> {
    return this.database.query<InstitutionContactDto>(
      `select ${COLUMNS} from institution_contacts
       where ($1::uuid is null or institution_id = $1) and ($2::text is null or (name, id) > ($2, $3::uuid))
       order by name, id limit $4`,
      [institutionId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<InstitutionContactDto | null> {
    const [row] = await this.database.query<InstitutionContactDto>(
      `select ${COLUMNS} from institution_contacts where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async findDigest(institutionId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from institution_contacts where institution_id = $1 and id = $2',
      [institutionId, id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'institution_contacts', ['institutionId', 'id'], { ...values });
  }

  update({ institutionId, id }: InstitutionContactDto, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'institution_contacts', { institutionId, id }, version, {
      ...changes,
    });
  }

  remove({ institutionId, id }: InstitutionContactDto, version: number): Promise<boolean> {
    return removeVersion(this.database, 'institution_contacts', { institutionId, id }, version);
  }
}
