import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addDays } from '../../../src/kernel/calendar/calendar-date.js';
import { giveToken } from '../../support/access-token.js';
import type { Answer } from '../../support/client.js';
import { readRoutes } from '../../support/openapi.js';
import { Stage } from '../../support/stage.js';
import { insertRow } from '../../support/rows.js';
import { addTrainingRows } from '../../support/training-rows.js';
import { textOf } from './file-text.js';
import { OPERATIONS } from './operations.js';

/* Every operation of openapi.json, asked with personal access tokens: reading files and figures, and nothing else. */

/** Said here a second time, so that a mark in the code alone cannot widen it. */
const EXPORTS = [
  ...['Package_package', 'Package_codebookCsv', 'Package_codebookHtml'],
  ...[
    'groups',
    'closingDays',
    'groupYears',
    'trainedStaff',
    'completeness',
    'modules',
    'districts',
    'schoolHolidays',
    'targets',
  ].map((list) => `ListExport_${list}`),
  ...['Export_institutionsCsv', 'Export_institutionsXlsx'],
  ...['Export_activitiesCsv', 'Export_activitiesXlsx'],
  ...['bookings', 'coachContacts', 'trainings', 'attendance'].flatMap((file) => [
    `ProgrammeExport_${file}Csv`,
    `ProgrammeExport_${file}Xlsx`,
  ]),
  ...['ReportExport_get', 'CellExport_motorSkills'],
];
const REPORTS = [
  ...['Overview_get', 'Overview_list', 'Overview_programme', 'Overview_trainedStaff'],
  ...[
    'AnnualReport_file',
    'AnnualReport_get',
    'AnnualReport_list',
    'Attention_get',
    'Completeness_get',
    'Map_get',
  ],
  ...['Report_get', 'Publication_list', 'Publication_listPeriods', 'Publication_get'],
  'Publication_listCells',
];
const ROUTES = readRoutes().filter(({ operationId }) => OPERATIONS[operationId]?.roles !== 'public');

let stage: Stage;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  stage = await Stage.open();
  const { coordinator, educator } = stage.city.people;
  for (const scope of ['exports', 'reports'])
    tokens[scope] = (await giveToken(stage.db, coordinator.id, [scope])).token;
  await nameEverybody(stage.db);
  tokens['educator'] = (await giveToken(stage.db, educator.id)).token;
});
afterAll(() => stage.close());

const NAMED = 'Namentlich Genannt';

/** Everybody who stands in the city's tables has a name that is easily found. */
async function nameEverybody(db: pg.Client): Promise<void> {
  await addTrainingRows(db, stage.city);
  // A house that has gone quiet, so that somebody is to be called there.
  const { houses, today } = stage.city;
  const quiet = { institutionId: houses.idle.id, status: 'active', startedOn: addDays(today, -120) };
  await insertRow(db, 'participations', { id: randomUUID(), ...quiet });
  for (const [table, column] of [
    ...[
      ['accounts', 'name'],
      ['staff_members', 'name'],
      ['institutions', 'contact_name'],
    ],
    ...[
      ['institution_contacts', 'name'],
      ['trainings', 'trainer_name'],
    ],
  ]) {
    await db.query(`update ${table} set ${column} = $1`, [NAMED]);
  }
}

/** The answers with a name in them to each operation that a token opens, in every form it has. */
async function namesIn(operationId: string, ask: (path: string) => Promise<Answer>): Promise<string[]> {
  const { path, query } = ROUTES.find((route) => route.operationId === operationId)!;
  const forms = query.some(({ name }) => name === 'form') ? ['?form=people', '?form=machine'] : [''];
  const found: string[] = [];
  for (const type of path.includes('{type}') ? ['csv', 'xlsx'] : ['']) {
    for (const form of type === 'xlsx' ? [''] : forms) {
      const address = `${path.replace('{type}', type)}${form}`;
      const answer = await ask(address);
      expect([address, answer.status]).toEqual([address, 200]);
      if (textOf(answer).includes(NAMED)) found.push(address);
    }
  }
  return found;
}

test('tells a program nobody’s name, where it tells the same person', async () => {
  const shown: string[] = [];
  for (const operationId of [...EXPORTS, ...REPORTS]) {
    if (ROUTES.find((route) => route.operationId === operationId)!.path.includes('{id}')) continue;
    const scope = EXPORTS.includes(operationId) ? 'exports' : 'reports';
    const headers = { authorization: `Bearer ${tokens[scope]}` };
    const asProgram = await namesIn(operationId, (path) => stage.app.client().send('GET', path, { headers }));
    expect(asProgram).toEqual([]);
    const asPerson = await namesIn(operationId, (path) => stage.as('coordinator').get(path));
    if (asPerson.length > 0) shown.push(operationId);
  }
  expect(shown.sort()).toEqual([
    ...['Attention_get', 'Export_institutionsCsv', 'Export_institutionsXlsx', 'ListExport_groupYears'],
    ...['Overview_get', 'Overview_list', 'Package_package'],
    ...['attendance', 'trainings'].flatMap((file) => [
      `ProgrammeExport_${file}Csv`,
      `ProgrammeExport_${file}Xlsx`,
    ]),
  ]);
});

describe.each(ROUTES.map((route) => [route.operationId, route] as const))('%s', (operationId, route) => {
  const path = route.path.replace('{id}', '00000000-0000-4000-8000-000000000000').replace('{type}', 'csv');
  const statusWith = async (name: string): Promise<[number, unknown]> => {
    const headers = { authorization: `Bearer ${tokens[name]}` };
    const answer = await stage.app.client().send(route.method, path, { headers });
    // Past the door there is nothing under the made-up id.
    if (path !== route.path && answer.json['code'] === 'not_found') return [200, 'ok'];
    return [answer.status, answer.status < 400 ? 'ok' : answer.json['code']];
  };
  const outcome = (marked: string[]): [number, string] =>
    marked.includes(operationId) ? [200, 'ok'] : [403, 'token_scope'];

  test('with a token for files', async () => {
    expect(await statusWith('exports')).toEqual(outcome(EXPORTS));
  });

  test('with a token for figures', async () => {
    expect(await statusWith('reports')).toEqual(outcome(REPORTS));
  });

  test('with a token whose owner may not', async () => {
    const [status, code] = outcome([...EXPORTS, ...REPORTS]);
    // The codebook and the key figures of the own house are for everybody.
    const may = route.access.includes('educator');
    expect(await statusWith('educator')).toEqual(
      status === 200 && !may ? [403, 'forbidden'] : [status, code],
    );
  });
});
