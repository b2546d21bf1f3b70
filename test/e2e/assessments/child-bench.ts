import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ChildDto } from '../../../src/assessments/children/child.dto.js';
import { insertRow, rowsOf } from '../../support/rows.js';

/** A test of the child with one result, trial and score. @returns the ids of all that */
export async function addTest(
  db: pg.Client,
  child: Pick<ChildDto, 'id' | 'institutionId' | 'groupId'>,
  testedOn: string,
  value = 187.125,
): Promise<Record<string, string>> {
  const { institutionId, groupId } = child;
  const ids = {
    dayId: randomUUID(),
    assessmentId: randomUUID(),
    resultId: randomUUID(),
    trialId: randomUUID(),
  };
  const [battery] = await rowsOf<{ id: string }>(db, `select id from test_batteries where code = 'KITA-MOT'`);
  const [protocol] = await rowsOf<{ id: string }>(
    db,
    `select id from test_protocols where item_code = 'SWS'`,
  );
  const [norms] = await rowsOf<{ id: string }>(db, 'select id from norm_sets limit 1');
  await insertRow(db, 'test_days', {
    ...{ institutionId, id: ids.dayId, batteryId: battery!.id, wave: 'entry', heldOn: testedOn },
  });
  await insertRow(db, 'assessments', {
    ...{ institutionId, id: ids.assessmentId, testDayId: ids.dayId, testedOn, childId: child.id, groupId },
  });
  await insertRow(db, 'results', {
    ...{ institutionId, id: ids.resultId, assessmentId: ids.assessmentId, protocolId: protocol!.id },
    ...{ itemCode: 'SWS', state: 'done', value },
  });
  await insertRow(db, 'trials', {
    ...{ institutionId, id: ids.trialId, resultId: ids.resultId, number: 1, value, valid: true },
  });
  await insertRow(db, 'scores', {
    ...{ institutionId, id: randomUUID(), resultId: ids.resultId, normSetId: norms!.id, value },
    ...{
      ageYears: 5.4321,
      sex: 'female',
      z: 1.23456,
      percentile: 89.01,
      performancePercentile: 89.01,
      class: 5,
    },
  });
  return ids;
}

/** Every table's rows that contain the text; read above all policies. */
export async function tablesWith(db: pg.Client, text: string): Promise<string[]> {
  const tables = await rowsOf<{ schema: string; name: string }>(
    db,
    `select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss') order by 2`,
  );
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await rowsOf(db, `select from ${schema}.${name} t where t::text like $1 limit 1`, [
      `%${text}%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
