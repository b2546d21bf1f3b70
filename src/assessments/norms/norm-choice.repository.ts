import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ChooseNormDto, NormChoiceDto } from './norm-choice.dto.js';

@Injectable()
export class NormChoiceRepository {
  constructor(private readonly database: Database) {}

  /** Which norms score a battery's tasks and which did before; those in force first. */
  list(batteryId: string): Promise<NormChoiceDto[]> {
    return this.database.query<NormChoiceDto>(
      `select c.item_code as "itemCode", t.title as "itemTitle", c.norm_set_id as "normSetId", s.title, s.version,
         to_json(c.since) #>> '{}' as since, to_json(c.replaced_at) #>> '{}' as "replacedAt"
       from battery_norms c join norm_sets s on s.id = c.norm_set_id join test_items t on t.code = c.item_code
       where c.battery_id = $1 order by c.replaced_at is not null, c.replaced_at desc, t.position, c.id`,
      [batteryId],
    );
  }

  /** Holds what is in force until the transaction ends, once nobody writes scores by it any more (`NormRepository.holdChoice`). */
  async lock(batteryId: string): Promise<ChooseNormDto[]> {
    await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [batteryId]);
    return this.database.query<ChooseNormDto>(
      `select item_code as "itemCode", norm_set_id as "normSetId" from battery_norms
       where battery_id = $1 and replaced_at is null order by item_code for update`,
      [batteryId],
    );
  }

  async end(batteryId: string, itemCodes: string[]): Promise<void> {
    await this.database.query(
      `update battery_norms set replaced_at = now() where battery_id = $1 and item_code = any ($2) and replaced_at is null`,
      [batteryId, itemCodes],
    );
  }

  async insert(batteryId: string, norms: readonly ChooseNormDto[]): Promise<void> {
    await this.database.query(
      `insert into battery_norms (id, battery_id, item_code, norm_set_id)
       select gen_random_uuid(), $1, * from unnest($2::text[], $3::uuid[])`,
      [batteryId, norms.map(({ itemCode }) => itemCode), norms.map(({ normSetId }) => normSetId)],
    );
  }
}
