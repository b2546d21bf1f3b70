import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { DeskInstitutionDto } from './door.dto.js';

@Injectable()
export class DeskRepository {
  constructor(private readonly database: Database) {}

  /** The house of a tablet, which cannot be without one; for the system. */
  async getHouse(id: string): Promise<DeskInstitutionDto> {
    const [row] = await this.database.query<DeskInstitutionDto>(
      `select i.id, i.name, i.kind, i.municipality_id as "municipalityId", m.name as "municipalityName"
       from institutions i join municipalities m on m.id = i.municipality_id where i.id = $1`,
      [id],
    );
    if (!row) throw new Error('A tablet without a house');
    return row;
  }
}
