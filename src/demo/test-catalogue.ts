import type { INestApplicationContext } from '@nestjs/common';
import { type ChosenNorm, Scoring } from '../assessments/norms/scoring.js';
import type { CountingRule } from '../assessments/scoring/derive-value.js';
import { NormRepository } from '../assessments/norms/norm.repository.js';
import { Database } from '../database/database.js';

export interface DemoProtocol extends CountingRule {
  id: string;
  itemCode: string;
  optional: boolean;
  minValue: number;
  maxValue: number;
  step: number;
}

export interface DemoBattery {
  id: string;
  protocols: DemoProtocol[];
  norms: ReadonlyMap<string, ChosenNorm>;
}

const CODES = ['KITA-MOT', 'DMT-MT1', 'EMOTIKON-3'] as const;
export type BatteryCode = (typeof CODES)[number];
export type TestCatalogue = Readonly<Record<BatteryCode, DemoBattery>>;

/** The batteries that come with the product, and the norms that score them. */
export async function readTestCatalogue(app: INestApplicationContext): Promise<TestCatalogue> {
  const batteries: Partial<Record<BatteryCode, DemoBattery>> = {};
  for (const code of CODES) batteries[code] = await readBattery(app, code);
  return batteries as TestCatalogue;
}

async function readBattery(app: INestApplicationContext, code: BatteryCode): Promise<DemoBattery> {
  const protocols = await app.get(Database).query<DemoProtocol & { batteryId: string }>(
    `select b.id as "batteryId", p.id, p.item_code as "itemCode", i.optional, p.rule, p.better, p.trials,
       p.min_value as "minValue", p.max_value as "maxValue", p.step
     from test_batteries b join test_battery_items i on i.battery_id = b.id join test_protocols p on p.id = i.protocol_id
     where b.code = $1 and b.version = (select max(n.version) from test_batteries n where n.code = b.code) order by i.position`,
    [code],
  );
  const [first] = protocols;
  if (!first) throw new RangeError(`no battery ${code}`);
  const scoring = new Scoring(new NormRepository(app.get(Database)));
  return { id: first.batteryId, protocols, norms: await scoring.normsOf(first.batteryId) };
}
