import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CHILD_HOUSES, type ChildHouse, type ChildRows } from './child-rows.js';
import { CANARY, type City } from './city.js';
import { insertRow, rowsOf } from './rows.js';

export interface TestDayRows {
  /** An open day of today in each house with a child; the school's is released. */
  days: Record<ChildHouse, string>;
  /** Days without results, of today as well. */
  emptyDays: Record<ChildHouse, string>;
  /** The child's long jump there, with its first trial and a score. */
  assessments: Record<ChildHouse, string>;
  results: Record<ChildHouse, string>;
  trials: Record<ChildHouse, string>;
  /** The battery for each of the houses, its long jump and another of its tasks. */
  batteries: Record<ChildHouse, string>;
  jump: string;
  sideways: string;
}

/** A test day with a result in each of the three houses that have a child. */
export async function addTestDayRows(db: pg.Client, city: City, children: ChildRows): Promise<TestDayRows> {
  const batteries = { kita: 'KITA-MOT', school: 'DMT-MT1', distant: 'KITA-MOT' };
  const rows: TestDayRows = {
    ...{ days: fresh(), emptyDays: fresh(), assessments: fresh(), results: fresh(), trials: fresh() },
    batteries: fresh(),
    jump: await protocolOf(db, 'SWS'),
    sideways: await protocolOf(db, 'SHH'),
  };
  for (const house of CHILD_HOUSES) {
    rows.batteries[house] = await idOf(db, `select id from test_batteries where code = $1`, batteries[house]);
    await addDay(db, city, house, rows, rows.emptyDays[house]);
    await addDay(db, city, house, rows, rows.days[house]);
    await addResult(db, city, house, rows, children);
  }
  return rows;
}

async function addDay(
  db: pg.Client,
  city: City,
  house: ChildHouse,
  { batteries }: TestDayRows,
  id: string,
): Promise<void> {
  const { id: institutionId, groupId } = city.houses[house];
  const release =
    house === 'school' ? { releasedOn: city.today, releasedBy: `${CANARY}-FREIGABE-${house}` } : {};
  const day = { batteryId: batteries[house], wave: 'entry', heldOn: city.today, ...release };
  await insertRow(db, 'test_days', { institutionId, id, ...day });
  await insertRow(db, 'test_day_groups', { institutionId, testDayId: id, groupId });
}

async function addResult(
  db: pg.Client,
  city: City,
  house: ChildHouse,
  rows: TestDayRows,
  { children }: ChildRows,
): Promise<void> {
  const { id: institutionId, groupId } = city.houses[house];
  const [assessmentId, resultId] = [rows.assessments[house], rows.results[house]];
  const assessed = { testDayId: rows.days[house], testedOn: city.today, childId: children[house], groupId };
  await insertRow(db, 'assessments', { institutionId, id: assessmentId, ...assessed });
  const item = { assessmentId, protocolId: rows.jump, itemCode: 'SWS', state: 'open' };
  await insertRow(db, 'results', { institutionId, id: resultId, ...item });
  const trial = { resultId, number: 1, value: 91, valid: true };
  await insertRow(db, 'trials', { institutionId, id: rows.trials[house], ...trial });
  const normSetId = await idOf(db, 'select id from norm_sets order by code, version limit 1');
  const score = { value: 91, ageYears: 5.5, sex: 'female', z: 0, percentile: 50, performancePercentile: 50 };
  await insertRow(db, 'scores', {
    institutionId,
    id: randomUUID(),
    resultId,
    normSetId,
    class: 3,
    ...score,
  });
}

function protocolOf(db: pg.Client, item: string): Promise<string> {
  return idOf(db, 'select id from test_protocols where item_code = $1 order by version limit 1', item);
}

async function idOf(db: pg.Client, sql: string, ...parameters: string[]): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(db, sql, parameters);
  return row!.id;
}

function fresh(): Record<ChildHouse, string> {
  return { kita: randomUUID(), school: randomUUID(), distant: randomUUID() };
}
