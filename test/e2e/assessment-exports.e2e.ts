import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { CHILD_CODES } from '../support/child-rows.js';
import { addChildRows, type ChildRows } from '../support/child-rows.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

/* Files of what was measured: a row per trial, and a row per child and wave. */

let stage: Stage;
let child: ChildRows;

beforeAll(async () => {
  stage = await Stage.open();
  child = await addChildRows(stage.db, stage.city);
  await stage.db.query(`update children set birth_month = '2021-02-01' where id = $1`, [child.children.kita]);
  await stage.db.query(`update consents set given_on = '2025-08-01'`);
  await tested('2025-09-15', 'entry', { SWS: [['101', null]], RB: [['-3.5', '2']], EBS: 'refused' });
  await tested('2026-05-18', 'exit', { SWS: [['112', '109']] });
});
afterAll(() => stage.close());

type Measured = Record<string, [(string | null)[]] | 'refused'>;

/** A closed day with results of the kita's child; null is a failed try. */
async function tested(heldOn: string, wave: string, items: Measured): Promise<void> {
  const { id: institutionId, groupId } = stage.city.houses.kita;
  const [battery] = await rowsOf<{ id: string }>(
    stage.db,
    `select id from test_batteries where code = 'KITA-MOT'`,
  );
  const [testDayId, assessmentId] = [randomUUID(), randomUUID()];
  const day = { batteryId: battery!.id, wave, heldOn, state: 'closed', closedAt: `${heldOn}T12:00:00Z` };
  await insertRow(stage.db, 'test_days', { institutionId, id: testDayId, ...day });
  const assessed = { testDayId, testedOn: heldOn, childId: child.children.kita, groupId };
  await insertRow(stage.db, 'assessments', { institutionId, id: assessmentId, ...assessed });
  for (const [itemCode, made] of Object.entries(items)) await result(assessmentId, itemCode, made);
}

async function result(assessmentId: string, itemCode: string, made: Measured[string]): Promise<void> {
  const institutionId = stage.city.houses.kita.id;
  const [protocol] = await rowsOf<{ id: string }>(
    stage.db,
    'select id from test_protocols where item_code = $1',
    [itemCode],
  );
  const id = randomUUID();
  const values = made === 'refused' ? [] : made[0];
  const best = values.filter((value) => value !== null).map(Number);
  const outcome =
    made === 'refused'
      ? { state: 'not_done', reason: 'refused' }
      : { state: 'done', value: Math.max(...best) };
  await insertRow(stage.db, 'results', {
    ...{ institutionId, id, assessmentId, protocolId: protocol!.id, itemCode },
    ...outcome,
  });
  for (const [index, value] of values.entries()) {
    const trial = { resultId: id, number: index + 1, value, valid: value !== null };
    await insertRow(stage.db, 'trials', { institutionId, id: randomUUID(), ...trial });
  }
  if (itemCode !== 'SWS') return;
  const [norms] = await rowsOf<{ id: string }>(stage.db, `select id from norm_sets where code = 'MOMO'`);
  const score = { value: best[0], ageYears: 4.6, sex: 'female', z: 0.123_456, percentile: 54.913 };
  const scored = { ...score, performancePercentile: 54.913, class: 3, resultId: id, normSetId: norms!.id };
  await insertRow(stage.db, 'scores', { institutionId, id: randomUUID(), ...scored });
}

async function lines(
  path: string,
  key: 'educator' | 'coach' = 'educator',
): Promise<Record<string, string>[]> {
  const answer = await stage.as(key).get(`/api/exports/${path}`);
  expect(answer.status).toBe(200);
  const [header = '', ...rows] = answer.text.replace('\uFEFF', '').trimEnd().split(/\r?\n/);
  const delimiter = header.includes(';') ? ';' : ',';
  const names = header.split(delimiter);
  return rows.map((row) => Object.fromEntries(row.split(delimiter).map((cell, i) => [names[i]!, cell])));
}

test('the long form has a row per trial; what was not done has one without', async () => {
  const rows = await lines('assessments-long.csv?form=machine');
  expect(
    rows.map(({ tested_on, item, trial, trial_value, trial_valid, state, reason, value }) =>
      [tested_on, item, trial, trial_value, trial_valid, state, reason, value].join(' '),
    ),
  ).toEqual([
    '2026-05-18 SWS 1 112 true done  112',
    '2026-05-18 SWS 2 109 true done  112',
    '2025-09-15 EBS    not_done refused ',
    '2025-09-15 SWS 1 101 true done  101',
    '2025-09-15 SWS 2  false done  101',
    '2025-09-15 RB 1 -3.5 true done  2',
    '2025-09-15 RB 2 2 true done  2',
  ]);
  expect(rows[0]).toMatchObject({
    ...{ child: CHILD_CODES.kita, sex: 'female', birth_month: '2021-02', wave: 'exit', school_year: '2025' },
    ...{ battery: 'KITA-MOT', unit: 'cm', norm_set: 'MOMO 1', z: '0.1235', class: '3' },
  });
  // Middle of February 2021 to 18 May 2026: five years and 92 of 365 days.
  expect(rows[0]!['age_years']).toBe((5 + 92 / 365).toFixed(4));
});

test('the wide form has a row per child and wave', async () => {
  const rows = await lines('assessments-wide.csv?form=machine');
  expect(
    rows.map((row) =>
      ['wave', 'sws_value', 'sws_z', 'rb_value', 'ebs_state', 'ebs_value'].map((name) => row[name]),
    ),
  ).toEqual([
    ['entry', '101', '0.1235', '2', 'not_done', ''],
    ['exit', '112', '0.1235', '', '', ''],
  ]);
});

test('people read German words and decimal commas, a coach of today as well', async () => {
  const [first] = await lines('assessments-long.csv?schoolYear=2025', 'coach');
  expect(first).toMatchObject({
    ...{ Kind: CHILD_CODES.kita, Geschlecht: 'weiblich', Welle: 'Ausgangstest', 'Getestet am': '18.05.2026' },
    ...{ 'z-Wert': '0,1235', 'Versuch gültig': 'ja', Stand: 'durchgeführt' },
  });
  expect(await lines('assessments-long.csv?schoolYear=2026')).toEqual([]);
});

test('the spreadsheet has numbers as numbers', async () => {
  const answer = await stage.as('lead').get('/api/exports/assessments-wide.xlsx');
  const { sheets } = await readXlsx(new Uint8Array(answer.bytes));
  const [header, row] = sheets[0]!.rows;
  expect(row![header!.indexOf('SWS Ergebnis')]).toBe(101);
  expect(row![header!.indexOf('Getestet am')]).toEqual(new Date('2025-09-15T00:00:00Z'));
});

test('no program gets them by a token, and nobody above the house at all', async () => {
  for (const key of ['coordinator', 'programmeLead', 'administrator'] as const)
    expect((await stage.as(key).get('/api/exports/assessments-long.csv')).status).toBe(403);
  expect(
    await lines('assessments-wide.csv?form=machine&institutionId=' + stage.city.houses.school.id),
  ).toEqual([]);
});

test('nothing of a child is left in them once the parents have withdrawn', async () => {
  const withdrawal = await stage
    .as('educator')
    .post(`/api/consents/${child.consents.kita}/withdraw`, {}, { version: 1 });
  expect(withdrawal.status).toBe(200);
  for (const path of ['assessments-long.csv', 'assessments-wide.csv']) expect(await lines(path)).toEqual([]);
});
