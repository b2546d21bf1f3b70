import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { likePattern } from '../../database/like-pattern.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import { Parameters } from '../../institutions/institution-filter.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { ListModulesDto, ModuleDto } from './module.dto.js';

/** A module with its focus area's place, by which the catalogue is ordered. */
export interface ModuleRow extends ModuleDto {
  place: number;
}

const SELECT = `
  select m.id, m.focus_area as "focusArea", m.audience, m.format, m.title, m.description, m.usual_minutes as "usualMinutes", m.active,
    array(select mi.item_code from module_items mi join test_items i on i.code = mi.item_code where mi.module_id = m.id order by i.position)
      as "itemCodes", m.version, f.position::int as place
  from modules m join focus_areas f on f.code = m.focus_area`;

@Injectable()
export class ModuleRepository {
  constructor(private readonly database: Database) {}

  /** By focus area, then by title. */
  async list(query: ListModulesDto, after: CursorKey | null, limit: number): Promise<ModuleRow[]> {
    const parameters = new Parameters();
    const conditions = moduleConditions(query, parameters);
    if (after) {
      const [place, title, id] = after.map((value) => parameters.add(value));
      conditions.push(`(f.position, m.title, m.id) > (${place}::int, ${title}::text, ${id}::uuid)`);
    }
    return this.database.query<ModuleRow>(
      `${SELECT} where ${conditions.join(' and ')} order by f.position, m.title, m.id limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  async find(id: string): Promise<ModuleRow | null> {
    const [row] = await this.database.query<ModuleRow>(`${SELECT} where m.id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from modules where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  insert(values: object): Promise<boolean> {
    return insertOnce(this.database, 'modules', ['id'], { ...values });
  }

  update(id: string, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'modules', { id }, version, { ...changes });
  }

  /** Makes the tasks those that are given. */
  async setItems(id: string, itemCodes: readonly string[]): Promise<void> {
    await this.database.query('delete from module_items where module_id = $1', [id]);
    await this.database.query(
      'insert into module_items (module_id, item_code) select $1, unnest($2::text[])',
      [id, itemCodes],
    );
  }
}

/** Conditions on `modules m`; at least one. */
export function moduleConditions(query: Partial<ListModulesDto>, parameters: Parameters): string[] {
  const conditions = ['true'];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`);
  };
  equals('m.focus_area', query.focusArea);
  equals('m.audience', query.audience);
  equals('m.format', query.format);
  equals('m.active', query.active);
  if (query.q !== undefined) {
    const pattern = parameters.add(likePattern(query.q));
    conditions.push(
      `search_text(concat_ws(' ', m.title, m.description)) like '%' || fold(${pattern}) || '%'`,
    );
  }
  return conditions;
}
