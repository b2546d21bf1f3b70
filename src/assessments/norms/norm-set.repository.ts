import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { holdVersions } from '../../database/records.js';
import type { FileCurve } from './norm-file.js';
import type { NormTask } from './norm-row.js';
import type { CreateNormSetDto, NormSetDto } from './norm-set.dto.js';
import { NORM_SET } from './norm-set.sql.js';

@Injectable()
export class NormSetRepository {
  constructor(private readonly database: Database) {}

  /** By code, the newest version first. */
  list(): Promise<NormSetDto[]> {
    return this.database.query<NormSetDto>(`${NORM_SET} order by s.code, s.version desc`);
  }

  async find(id: string): Promise<NormSetDto | null> {
    const [row] = await this.database.query<NormSetDto>(`${NORM_SET} where s.id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from norm_sets where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  /** Every task with what its newest version says. */
  tasks(): Promise<NormTask[]> {
    return this.database.query<NormTask>(
      `select distinct on (t.position) t.code, t.title, t.norm_key as "normKey", p.unit, p.better, p.rule, p.trials,
         p.min_value as "minValue", p.max_value as "maxValue", p.ceiling
       from test_items t join test_protocols p on p.item_code = t.code order by t.position, p.version desc`,
    );
  }

  /** As the next version of its code, with its curves. @returns whether it is new */
  async insert(
    id: string,
    set: CreateNormSetDto,
    tasks: readonly NormTask[],
    curves: readonly FileCurve[],
    digest: Buffer,
  ): Promise<boolean> {
    await holdVersions(this.database, 'norm_sets', set.code);
    const rows = await this.database.query(
      `insert into norm_sets (id, code, version, title, source, population, years, licence, derived, note, creation_digest)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from norm_sets where code = $2
       on conflict (id) do nothing returning 1`,
      [
        ...[id, set.code, set.title, set.source, set.population, set.years ?? null, set.licence],
        ...[set.derived ?? false, set.note ?? null, digest],
      ],
    );
    if (rows.length === 0) return false;
    await this.insertItems(
      id,
      tasks.filter(({ code }) => curves.some(({ itemCode }) => itemCode === code)),
    );
    for (const curve of curves) await this.insertCurve(id, curve);
    return true;
  }

  private async insertItems(id: string, tasks: readonly NormTask[]): Promise<void> {
    await this.database.query(
      `insert into norm_items (norm_set_id, item_code, unit, direction)
       select $1, * from unnest($2::text[], $3::text[], $4::text[])`,
      [id, tasks.map(({ code }) => code), tasks.map(({ unit }) => unit), tasks.map(({ better }) => better)],
    );
  }

  private async insertCurve(id: string, { itemCode, sex, points }: FileCurve): Promise<void> {
    await this.database.query(
      `insert into norm_rows (norm_set_id, item_code, sex, age_years, l, m, s)
       select $1, $2, $3, * from unnest($4::float8[], $5::float8[], $6::float8[], $7::float8[])`,
      [
        ...[id, itemCode, sex, points.map(({ age }) => age)],
        ...[points.map(({ l }) => l), points.map(({ m }) => m), points.map(({ s }) => s)],
      ],
    );
  }
}
