import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { giveToken } from '../../support/access-token.js';
import { readRoutes } from '../../support/openapi.js';
import { Stage } from '../../support/stage.js';
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
  'ReportExport_get',
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
  'Report_get',
];
const ROUTES = readRoutes().filter(({ operationId }) => OPERATIONS[operationId]?.roles !== 'public');

let stage: Stage;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  stage = await Stage.open();
  const { coordinator, educator } = stage.city.people;
  for (const scope of ['exports', 'reports'])
    tokens[scope] = (await giveToken(stage.db, coordinator.id, [scope])).token;
  tokens['educator'] = (await giveToken(stage.db, educator.id)).token;
});
afterAll(() => stage.close());

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
