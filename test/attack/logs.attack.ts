import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { CANARIES, canariesOf } from '../../scripts/log-canaries.mjs';
import { readPostmaster } from '../../src/database/embedded/postmaster.js';
import { SUPERUSER } from '../../src/database/embedded/embedded-postgres.js';
import { buildCity, CANARY, type City } from '../support/city.js';
import { Client } from '../support/client.js';
import { type Product, startProduct } from '../support/product.js';
import { connect, rowsOf } from '../support/rows.js';
import { count, say } from './figures.js';

const SECRET = `${CANARY}passwort-das-niemand-kennt`;

let data: string;
let product: Product;
let raw: () => string;
let db: pg.Client;
let city: City;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'olympia-logs-'));
  chmodSync(data, 0o755);
  product = await startProduct({
    env: { OLYMPIA_DATA: data, LOG_LEVEL: 'debug', SECOND_FACTOR_REQUIRED: 'false' },
    prepared: 'main',
  });
  raw = product.log;
  db = await superuser();
  city = await buildCity(db);
});
afterAll(async () => {
  await product.stop();
  rmSync(data, { recursive: true, force: true });
});

const cluster = (): string => join(data, 'main', 'postgres');
const superuser = (): Promise<pg.Client> =>
  connect({ host: readPostmaster(cluster())!.socketDir, user: SUPERUSER, database: 'olympia' });
const serverLog = (): string => readFileSync(join(cluster(), 'server.log'), 'utf8');

const client = (token = ''): Client => {
  const made = new Client({ port: Number(new URL(product.url).port), origin: product.url });
  if (token) made.cookies.set('olympia', token);
  return made;
};
const entry = (note: string): object => ({
  id: randomUUID(),
  institutionId: city.houses.kita.id,
  groupId: city.houses.kita.groupId,
  heldOn: city.today,
  focusArea: 'active_learning',
  minutes: 30,
  childrenPresent: 10,
  note,
});

interface Line {
  time: string;
  level: string;
  message: string;
  requestId?: string;
  route?: string;
  method?: string;
  status?: number;
  ms?: number;
  code?: string;
  sqlstate?: string;
  constraint?: string;
  stack?: string;
}
const lines = (): Line[] =>
  raw()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
const lineOf = async (requestId: string, found: (line: Line) => boolean = () => true): Promise<Line> => {
  for (;;) {
    const line = lines().find((each) => each.requestId === requestId && found(each));
    if (line) return line;
    await sleep(10);
  }
};

/** Requests with canaries wherever somebody can put one, and the status of each. */
const REQUESTS: [string, () => Promise<{ status: number; headers: Record<string, unknown> }>, number][] = [
  [
    'a sign-in',
    () => client().post('/api/session', { email: `${CANARY}@example.org`, password: SECRET }),
    401,
  ],
  [
    'a forgotten password',
    () => client().post('/api/password-resets', { email: `${CANARY}@example.org` }),
    0,
  ],
  [
    'a secret link',
    () => client().post('/api/invitations/preview', { token: `${CANARY}${'x'.repeat(30)}` }),
    404,
  ],
  ['a cookie', () => client(`${CANARY}${'x'.repeat(30)}`).get('/api/session'), 401],
  [
    'an access token',
    () => client().get('/api/institutions', { headers: { authorization: `Bearer olympia_pat_${CANARY}` } }),
    401,
  ],
  ['a search', () => client(city.people.coordinator.token).get(`/api/institutions?q=${CANARY}`), 200],
  ['a wrong parameter', () => client(city.people.lead.token).get(`/api/groups?sort=${CANARY}`), 400],
  ['an address', () => client(city.people.lead.token).get(`/api/institutions/${CANARY}`), 404],
  ['an unknown address', () => client().get(`/api/${CANARY}/${randomUUID()}`), 404],
  ['an address of a page', () => client().get(`/einladung/${CANARY}?token=${CANARY}`), 200],
  ['an address that cannot be read', () => client().get(`/api/%zz${CANARY}`), 400],
  ['an address that is too long', () => client().get(`/api/institutions/${CANARY.repeat(20)}`), 404],
  ['a calendar of its own', () => client().get(`/api/calendar/${CANARY}${'x'.repeat(30)}.ics`), 404],
  [
    'no JSON',
    () => client(city.people.lead.token).send('POST', '/api/groups', { raw: `{"name": "${CANARY}` }),
    400,
  ],
  [
    'an unknown field',
    () => client(city.people.educator.token).post('/api/activities', { [CANARY]: CANARY }),
    400,
  ],
  [
    'wrong values',
    () => client(city.people.educator.token).post('/api/activities', { ...entry(CANARY), minutes: CANARY }),
    422,
  ],
  ['a good entry', () => client(city.people.educator.token).post('/api/activities', entry(CANARY)), 201],
  [
    'a file',
    () =>
      client(city.people.coordinator.token).send('POST', '/api/imports/institutions', {
        raw: `Name;Art\n${CANARY} e. V.;${CANARY}\n`,
        headers: { 'content-type': 'text/csv', 'x-file-name': `${CANARY}.csv` },
      }),
    0,
  ],
  [
    'headers',
    () => client().get('/api/session', { headers: { 'user-agent': CANARY, referer: `http://${CANARY}/` } }),
    401,
  ],
];

describe('whatever somebody sends', () => {
  test.each(REQUESTS)(
    '%s leaves a line with its number, pattern, status and time, and nothing of itself',
    async (_what, send, status) => {
      const answer = await send();
      if (status > 0) expect(answer.status).toBe(status);
      const line = await lineOf(String(answer.headers['x-request-id']));
      expect(line).toMatchObject({ message: 'request', status: answer.status, route: expect.any(String) });
      expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect([line.method, typeof line.ms]).toEqual([expect.stringMatching(/^(GET|POST)$/), 'number']);
      expect(Object.keys(line).filter((name) => !KNOWN.includes(name))).toEqual([]);
    },
  );
  const KNOWN = ['time', 'level', 'message', 'requestId', 'method', 'route', 'status', 'ms', 'code'];
});

test('a row that the database refuses for a reason nobody knows is told by its code and place, without its values', async () => {
  await db.query(`alter table activities add constraint surprise_ck check (note not like '%unerwartet%')`);
  const answer = await client(city.people.educator.token).post(
    '/api/activities',
    entry(`unerwartet ${CANARY}`),
  );
  expect(answer.status).toBe(500);
  const line = await lineOf(answer.field('requestId'), ({ level }) => level === 'error');
  expect(line).toMatchObject({ sqlstate: '23514', constraint: 'surprise_ck', route: '/api/activities' });
  expect(line.stack).toMatch(/^ {4}at .+activity\.repository\.js:\d+/m);
});

test('a database whose processes are ended and killed at work does not tell what they worked on', async () => {
  for (const end of [
    (pid: number) => db.query('select pg_terminate_backend($1)', [pid]),
    (pid: number) => process.kill(pid, 'SIGKILL'),
  ]) {
    const worker = await superuser();
    worker.on('error', () => undefined);
    db.on('error', () => undefined);
    const [{ pid }] = (await rowsOf<{ pid: number }>(worker, 'select pg_backend_pid() as pid')) as [
      { pid: number },
    ];
    const working = worker.query(`select pg_sleep(60), '${CANARY}'`).catch(() => undefined);
    await db.query('select pg_sleep(0.1)');
    await end(pid);
    await working;
  }
  while (!serverLog().includes('was terminated by signal 9')) await sleep(20);
});

test('none of it all, nor what the city is called, stands in the logs of the program and of its database', () => {
  const all = [...raw().split('\n'), ...serverLog().split('\n')].filter(Boolean);
  const found = all.flatMap((line) => canariesOf(line).map((name) => `${name}: ${line}`));
  expect(found).toEqual([]);
  expect(lines().filter(({ message }) => message === 'request').length).toBeGreaterThanOrEqual(
    REQUESTS.length,
  );
  say(
    'logs',
    `${count(found.length)} canaries in ${count(all.length)} lines of ${REQUESTS.length} kinds of requests`,
  );
});

test.each(CANARIES)('the search is not blind: it finds a $name', ({ name, sample }) => {
  expect(canariesOf(sample)).toContain(name);
  const line = {
    time: '2026-11-23T12:00:00.000Z',
    level: 'info',
    message: 'request',
    requestId: randomUUID(),
  };
  expect(canariesOf(JSON.stringify({ ...line, route: sample }))).toContain(name);
  expect(canariesOf(JSON.stringify(line))).toEqual([]);
});
