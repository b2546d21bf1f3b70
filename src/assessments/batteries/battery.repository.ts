import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { holdVersions } from '../../database/records.js';
import type { BatteryDto, CreateBatteryDto } from './battery.dto.js';
import { BATTERY } from './battery.sql.js';

@Injectable()
export class BatteryRepository {
  constructor(private readonly database: Database) {}

  /** Those that are offered first, in the order in which they came; then the former versions, the latest first. */
  list(): Promise<BatteryDto[]> {
    return this.database.query<BatteryDto>(
      `select * from (${BATTERY}) b
       order by not b.current, (select min(f.created_at) from test_batteries f where f.code = b.code), case when b.current then b.id end,
         b.code, b.version desc`,
    );
  }

  async find(id: string): Promise<BatteryDto | null> {
    const [row] = await this.database.query<BatteryDto>(`${BATTERY} where b.id = $1`, [id]);
    return row ?? null;
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from test_batteries where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  /** As the next version of its code, with its tasks. @returns whether it is new */
  async insert(id: string, { items, ...battery }: CreateBatteryDto, digest: Buffer): Promise<boolean> {
    await holdVersions(this.database, 'test_batteries', battery.code);
    const rows = await this.database.query(
      `insert into test_batteries (id, code, version, title, description, kinds, age_from, age_to, source, creation_digest)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from test_batteries where code = $2
       on conflict (id) do nothing returning 1`,
      [
        ...[id, battery.code, battery.title, battery.description, battery.kinds],
        ...[battery.ageFrom ?? null, battery.ageTo ?? null, battery.source, digest],
      ],
    );
    if (rows.length === 0) return false;
    await this.database.query(
      `insert into test_battery_items (battery_id, position, protocol_id, optional)
       select $1, i.position, i.protocol_id, i.optional
       from unnest($2::uuid[], $3::boolean[]) with ordinality as i (protocol_id, optional, position)`,
      [id, items.map(({ protocolId }) => protocolId), items.map(({ optional = false }) => optional)],
    );
    await this.takeNormsOver(id, battery.code);
    return true;
  }

  /** Tasks done as in the version before are scored as there. */
  private async takeNormsOver(id: string, code: string): Promise<void> {
    await this.database.query(
      `insert into battery_norms (id, battery_id, item_code, norm_set_id)
       select gen_random_uuid(), $1, c.item_code, c.norm_set_id
       from battery_norms c
         join (select id from test_batteries where code = $2 and id <> $1 order by version desc limit 1) former on former.id = c.battery_id
       where c.replaced_at is null and exists (
         select from test_battery_items mine join test_battery_items theirs using (protocol_id)
           join test_protocols p on p.id = mine.protocol_id
         where mine.battery_id = $1 and theirs.battery_id = former.id and p.item_code = c.item_code)`,
      [id, code],
    );
  }
}
