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
import { EXPORTS, expectedOutcome, outcomeWith, REPORTS } from './token-cells.js';

/* Every operation of openapi.json, asked with personal access tokens: reading files and figures, and nothing else. */

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

describe.each(ROUTES.map((route) => [route.operationId, route] as const))('%s', (_, route) => {
  const outcome = (name: string): Promise<unknown> => outcomeWith(stage.app, tokens[name]!, route);

  test('with a token for files', async () => {
    expect(await outcome('exports')).toEqual(expectedOutcome(EXPORTS, route));
  });

  test('with a token for figures', async () => {
    expect(await outcome('reports')).toEqual(expectedOutcome(REPORTS, route));
  });

  test('with a token whose owner may not', async () => {
    const [status, code] = expectedOutcome([...EXPORTS, ...REPORTS], route);
    // The codebook and the key figures of the own house are for everybody.
    const may = route.access.includes('educator');
    expect(await outcome('educator')).toEqual(status === 200 && !may ? [403, 'forbidden'] : [status, code]);
  });
});
