import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { NormPoint } from '../scoring/norm-lookup.js';
import type { ItemNorm, NormSex } from '../scoring/score.js';

export interface NormChoice {
  itemCode: string;
  normSetId: string;
}

@Injectable()
export class NormRepository {
  constructor(private readonly database: Database) {}

  /**
   * Lets nobody choose other norms for the battery until the transaction ends. A choice waits for it, and its run finds what was scored
   * meanwhile; whoever comes after the choice reads it.
   */
  async holdChoice(batteryId: string): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 6))', [batteryId]);
  }

  /** Which sets score a battery's tasks at present. */
  chosenFor(batteryId: string): Promise<NormChoice[]> {
    return this.database.query<NormChoice>(
      `select item_code as "itemCode", norm_set_id as "normSetId" from battery_norms
       where battery_id = $1 and replaced_at is null order by item_code`,
      [batteryId],
    );
  }

  async findItemNorm(normSetId: string, itemCode: string): Promise<ItemNorm | null> {
    const [item] = await this.database.query<{ better: ItemNorm['better'] }>(
      'select direction as better from norm_items where norm_set_id = $1 and item_code = $2',
      [normSetId, itemCode],
    );
    if (!item) return null;
    const rows = await this.database.query<NormPoint & { sex: NormSex }>(
      `select sex, age_years as age, l, m, s from norm_rows where norm_set_id = $1 and item_code = $2 order by sex, age_years`,
      [normSetId, itemCode],
    );
    const curves: Partial<Record<NormSex, NormPoint[]>> = {};
    for (const { sex, ...point } of rows) (curves[sex] ??= []).push(point);
    return { better: item.better, curves };
  }
}
