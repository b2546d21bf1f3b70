import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database } from '../../database/database.js';

/** Which house a record belongs to; mostly as the system, for whoever noted something about it may not see it any more. */
@Injectable()
export class RecordHouses {
  constructor(private readonly database: Database) {}

  ofActivity(id: unknown): Promise<string | null> {
    return this.find('activities', id);
  }

  ofTestDay(id: unknown): Promise<string | null> {
    return this.find('test_days', id);
  }

  /** The house itself, or the one that it has become part of since; null where there is none (for the actor). */
  async today(id: unknown): Promise<string | null> {
    if (!isUUID(id, 'all')) return null;
    const [row] = await this.database.query<{ house: string }>(
      'select coalesce(merged_into, id) as house from institutions where id = $1',
      [id],
    );
    return row?.house ?? null;
  }

  private async find(table: 'activities' | 'test_days', id: unknown): Promise<string | null> {
    if (!isUUID(id, 'all')) return null;
    const [row] = await this.database.query<{ house: string }>(
      `select institution_id as house from ${table} where id = $1`,
      [id],
    );
    return row?.house ?? null;
  }
}
