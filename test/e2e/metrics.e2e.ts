import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { buildCity, CANARY, type City, signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Gateway } from '../support/gateway.js';
import { connect } from '../support/rows.js';

const TOKEN = 'ein-token-fuer-figuren-0815';

let database: FreshDatabase;
let db: pg.Client;
let city: City;
let gateway: Gateway;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  city = await buildCity(db);
  // Taken as soon as the application starts; nobody knows how to do it.
  await db.query(
    `insert into pgboss.job (id, name, data) values (gen_random_uuid(), 'daily', '{"task": "unknown"}')`,
  );
  gateway = new Gateway(database.runtime);
  await gateway.start();
  app = await startApp(gateway.address, { metricsToken: TOKEN, jobs: true });
  app.hush();
});
afterAll(async () => {
  await app.close();
  await gateway.remove();
  await db.end();
  await database.drop();
});

const ask = (authorization?: string, of = app): Promise<Answer> =>
  of.client().get('/metrics', { headers: { authorization } });

/** The series as Prometheus reads them, by name and labels. */
async function series(): Promise<Map<string, number>> {
  const { text } = await ask(`Bearer ${TOKEN}`);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('figures are for whoever has the token', () => {
  test('without one in the settings there are none, whoever asks', async () => {
    const without = await startApp(database.runtime);
    for (const authorization of [undefined, 'Bearer null', 'Bearer ', `Bearer ${TOKEN}`])
      expect((await ask(authorization, without)).status).toBe(404);
    await without.close();
  });

  test.each([
    ['nothing', undefined],
    ['another', `Bearer ${TOKEN}x`],
    ['its beginning', `Bearer ${TOKEN.slice(0, -1)}`],
    ['another scheme', `Basic ${TOKEN}`],
    ['the bare token', TOKEN],
  ])('%s is refused', async (_what, authorization) => {
    const answer = await ask(authorization);
    expect([answer.status, answer.json['code'], answer.headers['www-authenticate']]).toEqual([
      ...[401, 'token_invalid', 'Bearer'],
    ]);
  });

  test('the right one opens them, and nobody on the way keeps them', async () => {
    const answer = await ask(`Bearer ${TOKEN}`);
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(
      (await app.client().get('/api/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).status,
    ).toBe(404);
  });
});

describe('requests', () => {
  let before: Map<string, number>;
  beforeEach(async () => {
    before = await series();
  });
  const grown = async (name: string): Promise<number> =>
    ((await series()).get(name) ?? 0) - (before.get(name) ?? 0);

  test('are counted by the pattern of their address, method and status, with how long they took', async () => {
    const lead = signedIn(app, city.people.lead);
    await lead.get(`/api/groups/${city.houses.kita.groupId}`);
    await lead.get(`/api/groups/${randomUUID()}`);
    await lead.get('/readyz');
    const route = 'route="/api/groups/:id"';
    expect(await grown(`olympia_http_requests_total{method="GET",${route},status="200"}`)).toBe(1);
    expect(await grown(`olympia_http_requests_total{method="GET",${route},status="404"}`)).toBe(1);
    expect(await grown(`olympia_http_request_duration_seconds_count{method="GET",${route}}`)).toBe(2);
    expect(await grown('olympia_http_requests_total{method="GET",route="/readyz",status="200"}')).toBe(1);
  });

  test('make no more series for whatever is asked, and no series says what was asked', async () => {
    const lead = signedIn(app, city.people.lead);
    const askAll = async (): Promise<void> => {
      const ids = [randomUUID(), CANARY, `${CANARY}%zz`, 'x'.repeat(300)];
      for (const id of ids)
        for (const path of ['/api/groups/', '/api/', '/']) await lead.get(`${path}${id}?q=${CANARY}`);
      for (const method of ['PROPFIND', 'MKCOL', 'TRACE', 'PATCH'])
        await lead.send(method, `/api/${randomUUID()}`);
    };
    await askAll();
    const first = await series();
    for (let i = 0; i < 5; i += 1) await askAll();
    const then = await series();
    const shape = (all: Map<string, number>): string[] =>
      [...all.keys()].filter((name) => name.startsWith('olympia_')).sort();
    expect(shape(then)).toEqual(shape(first));
    const text = [...then.keys()].join('\n');
    expect(text).not.toMatch(/kanarienvogel|[0-9a-f]{8}-[0-9a-f]{4}-|@/i);
  });

  test('to sign in are counted by why they were refused, and so is the brake', async () => {
    const guess = (): Promise<Answer> =>
      app
        .client()
        .post('/api/session', { email: city.people.lead.email, password: 'geraten ist nicht gewusst' });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) statuses.push((await guess()).status);
    const braked = statuses.filter((status) => status === 429).length;
    expect(braked).toBeGreaterThan(0);
    expect(await grown('olympia_sign_in_failures_total{reason="password"}')).toBe(7 - braked);
    expect(await grown('olympia_sign_in_failures_total{reason="throttled"}')).toBe(braked);
    expect(await grown('olympia_throttled_total')).toBe(braked);
  });
});

test('pool, process and event loop are there', async () => {
  const all = await series();
  expect(all.get('olympia_pool_size{pool="requests"}')).toBe(app.settings.poolSize);
  for (const name of [
    'olympia_pool_in_use{pool="requests"}',
    'olympia_pool_waiting{pool="requests"}',
    'olympia_pool_in_use{pool="files"}',
    'process_resident_memory_bytes',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    expect([name, all.has(name)]).toEqual([name, true]);
});

describe('jobs', () => {
  test('that wait are counted by queue, with the age of the oldest; those of later are not', async () => {
    const job = `insert into pgboss.job (id, name, data, start_after) values (gen_random_uuid(), 'annual-reports', '{}', now() + $1::interval)`;
    await db.query(job, ['1 hour']);
    await db.query(`insert into pgboss.job (id, name, data, state, start_after)
      values (gen_random_uuid(), 'scores', '{}', 'active', now())`);
    await db.query("select pgboss.create_queue('unattended', '{}')");
    await db.query(
      `insert into pgboss.job (id, name, data, start_after) values (gen_random_uuid(), 'unattended', '{}', now() - interval '90 seconds')`,
    );
    const all = await series();
    expect(all.get('olympia_jobs_waiting{queue="annual-reports"}')).toBe(0);
    expect(all.get('olympia_jobs_active{queue="scores"}')).toBe(1);
    expect(all.get('olympia_jobs_waiting{queue="unattended"}')).toBe(1);
    expect(all.get('olympia_jobs_oldest_seconds{queue="unattended"}')).toBeGreaterThanOrEqual(90);
  });

  test('that were tried are counted with how they ended', async () => {
    const failed = 'olympia_job_runs_total{queue="daily",outcome="failed"}';
    while (!(await series()).get(failed)) await sleep(50);
    const took = 'olympia_job_duration_seconds_count{queue="daily"}';
    expect((await series()).get(took)).toBeGreaterThanOrEqual(1);
  });
});

test('a lost database takes the figures about its queues, and no others', async () => {
  expect((await series()).get('olympia_database_up')).toBe(1);
  await gateway.stop();
  const all = await series();
  expect(all.get('olympia_database_up')).toBe(0);
  expect([...all.keys()].filter((name) => name.startsWith('olympia_jobs_'))).toEqual([]);
  expect(all.has('olympia_pool_size{pool="requests"}')).toBe(true);
  await gateway.start();
});
