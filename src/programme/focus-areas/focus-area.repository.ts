import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { updateVersion } from '../../database/records.js';
import type { FocusAreaDto } from './focus-area.dto.js';

const COLUMNS = 'id, code, title, version';

@Injectable()
export class FocusAreaRepository {
  constructor(private readonly database: Database) {}

  /** In the programme's order. */
  async list(): Promise<FocusAreaDto[]> {
    return this.database.query<FocusAreaDto>(
      `select ${COLUMNS} from focus_areas where active order by position`,
    );
  }

  async find(id: string): Promise<FocusAreaDto | null> {
    const [row] = await this.database.query<FocusAreaDto>(
      `select ${COLUMNS} from focus_areas where id = $1 and active`,
      [id],
    );
    return row ?? null;
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'focus_areas', { id }, version, { ...changes });
  }
}
