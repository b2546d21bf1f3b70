import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { buildCity, type City, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Gateway } from '../support/gateway.js';
import { connect } from '../support/rows.js';

const POOL = 2;

let database: FreshDatabase;
let db: pg.Client;
let gateway: Gateway;
let app: TestApp;
let city: City;
let lead: Client;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  city = await buildCity(db);
  gateway = new Gateway(database.runtime);
  await gateway.start();
  app = await startApp(gateway.address, { poolSize: POOL });
  // Whatever is logged here is wanted.
  app.hush();
  lead = signedIn(app, city.people.lead);
});
beforeEach(async () => {
  expect((await lead.get('/api/session')).status).toBe(200);
});
afterAll(async () => {
  await app.close();
  await gateway.remove();
  await db.end();
  await database.drop();
});

const rename = (name: string, version: number): Promise<Answer> =>
  lead.patch(`/api/groups/${city.houses.kita.groupId}`, { name }, version);
const signIn = (): Promise<Answer> =>
  app.client().post('/api/session', { email: city.people.lead.email, password: 'ein langes Passwort' });

function expectUnavailable(answer: Answer): void {
  expect([answer.status, answer.json['code'], answer.headers['retry-after']]).toEqual([
    ...[503, 'database_unavailable', '5'],
  ]);
  expect(answer.json['title']).toBe(
    'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
  );
}

async function expectBack(): Promise<void> {
  expect((await lead.get('/api/groups')).status).toBe(200);
  expect((await app.client().get('/readyz')).status).toBe(200);
}

describe('while the database is gone', () => {
  test('requests are told to come back, the process lives, and all is well again by itself', async () => {
    await gateway.stop();
    for (const answer of [await lead.get('/api/groups'), await rename('Neu', 1), await signIn()])
      expectUnavailable(answer);
    expectUnavailable(await app.client().get('/readyz'));
    expect((await app.client().get('/livez')).status).toBe(200);
    await gateway.start();
    await expectBack();
  });

  test('a request that was under way is told so too, and leaves nothing behind', async () => {
    await db.query('begin');
    await db.query('select from groups for update');
    const waiting = rename('Halb gespeichert', 1);
    await sleep(200);
    await gateway.stop();
    expectUnavailable(await waiting);
    await db.query('rollback');
    await gateway.start();
    await expectBack();
    const group = await lead.get(`/api/groups/${city.houses.kita.groupId}`);
    expect(group.json).toMatchObject({ version: 1, name: city.houses.kita.groupName });
  });

  test('one that does not even answer is given up after five seconds', async () => {
    gateway.fallSilent();
    // The pool has to notice that its connections are dead before it makes new ones.
    await sleep(200);
    const start = performance.now();
    expectUnavailable(await lead.get('/api/groups'));
    const seconds = (performance.now() - start) / 1000;
    expect(seconds).toBeGreaterThan(4.5);
    expect(seconds).toBeLessThan(8);
    await gateway.stop();
    await gateway.start();
    await expectBack();
  });

  test('a server that ends single connections is no trouble', async () => {
    for (let round = 0; round < 3; round += 1) {
      await db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'olympia_app'`,
      );
      const answer = await lead.get('/api/groups');
      // A connection that has just died may still be handed out; the next request gets another.
      if (answer.status !== 200) expectUnavailable(answer);
    }
    await sleep(50);
    await expectBack();
  });
});

test('when more wait than can be served soon, the rest are told to come back at once', async () => {
  await db.query('begin');
  await db.query('select from groups for update');
  const places = POOL + POOL * 20;
  const names = Array.from({ length: places + 10 }, (_, i) => `Name ${i}`);
  const waiting = names.map((name) => rename(name, 1));
  const early = await Promise.race([Promise.all(waiting), sleep(1_500, 'still waiting')]);
  expect(early).toBe('still waiting');
  await db.query('rollback');
  const answers = await Promise.all(waiting);
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  for (const { json, headers } of busy) expect([json['code'], headers['retry-after']]).toEqual(['busy', '2']);
  // Of those that were let in, the first changed it; the others had read another version.
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(answers.length - busy.length - 1);
  await expectBack();
});
