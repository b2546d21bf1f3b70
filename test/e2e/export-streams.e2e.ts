import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { streamXlsxRows } from 'hucre/xlsx';
import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';
import { Town } from '../support/town.js';

/* Far more rows than sockets buffer, so that a download is really under way until it is read to its end. */
const ROWS = 100_000;
const POOL = 6;
/** A third of the pool may stream (src/database/row-stream.ts), and as many as the pool has may wait. */
const STREAMING = 2;
const WAITING = POOL;
const CSV = '/api/exports/activities.csv';
const XLSX = '/api/exports/activities.xlsx';

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let client: Client;
let coordinator: Person;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  const town = new Town(db);
  const here = await town.municipality('Musterstadt', '05999001');
  const house = await town.house(here, await town.district(here, 'Nord', 1), 'Kita Groß');
  await town.participation(house, '2025-08-01');
  const group = await town.group(house, 'Bären', 20);
  await town.activity(house, group, '2026-11-20', 30);
  await db.query(
    `insert into activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present, note)
     select institution_id, gen_random_uuid(), group_id, author_id, date '2026-08-01' + (n % 100)::int, focus_area, 30, 12,
       'Eine Notiz von der Länge, die Notizen haben: ' || n
     from activities, generate_series(2, ${ROWS}) n`,
  );
  await db.query('vacuum analyze activities');
  coordinator = await town.person('Koordination', [['coordinator', { municipalityId: here }]]);
  app = await startApp(database.runtime, { poolSize: POOL });
  app.clock.standAt('2026-11-22T11:00:00Z');
  client = signedIn(app, coordinator);
}, 60_000);

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

function ask(path: string): ClientRequest {
  const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
  const request = get({ host: '127.0.0.1', port: app.port, path, headers: { cookie }, agent: false });
  return request.on('error', () => undefined);
}

/** A download that has begun to answer; nobody reads it yet. */
async function begin(path: string): Promise<IncomingMessage> {
  const [answer] = (await once(ask(path), 'response')) as [IncomingMessage];
  return answer.on('error', () => undefined);
}

async function abort(answer: IncomingMessage): Promise<void> {
  if (answer.closed) return;
  const closed = once(answer, 'close');
  answer.destroy();
  await closed;
}

async function expectPromptAnswer(): Promise<void> {
  const start = performance.now();
  const answer = await client.get('/api/activities?limit=1');
  expect(answer.status).toBe(200);
  expect(performance.now() - start).toBeLessThan(3_000);
}

/** Connections of the application: all, and those in the middle of something. */
async function connections(): Promise<{ all: number; busy: number }> {
  const [row] = await rowsOf<{ all: number; busy: number }>(
    db,
    `select count(*)::int as all, (count(*) filter (where state <> 'idle'))::int as busy
     from pg_stat_activity where datname = current_database() and usename = 'olympia_app'`,
  );
  return row!;
}

async function expectPoolIntact(): Promise<void> {
  for (let tries = 0; tries < 400 && (await connections()).busy > 0; tries += 1) await sleep(100);
  const { all, busy } = await connections();
  expect(busy).toBe(0);
  expect(all).toBeLessThanOrEqual(POOL);
}

describe('a large download', () => {
  test('arrives whole', async () => {
    const { text: whole } = await client.get(CSV);
    expect(whole.split('\r\n')).toHaveLength(ROWS + 2);
    expect(whole.endsWith('\r\n')).toBe(true);
  });

  test('arrives whole as a spreadsheet, over many fetches', async () => {
    const { bytes } = await client.get(`${XLSX}?from=2026-09-01&to=2026-09-05`);
    let rows = 0;
    for await (const { values } of streamXlsxRows(bytes)) if (values[0] instanceof Date) rows += 1;
    expect(rows).toBe((ROWS / 100) * 5);
  });
});

describe('a client that hangs up', () => {
  test.each([CSV, `${CSV}?form=machine`, XLSX])('often costs no connection: %s', async (path) => {
    for (let n = 0; n < 2 * POOL; n += 1) {
      const answer = await begin(path);
      expect(answer.statusCode).toBe(200);
      if (n % 2 === 0) await once(answer, 'readable');
      await abort(answer);
    }
    await expectPromptAnswer();
    await expectPoolIntact();
  });

  test('while it still waits for its turn costs nothing either', async () => {
    const streaming = [await begin(CSV), await begin(XLSX)];
    const waiting = Array.from({ length: WAITING }, () => ask(CSV));
    await sleep(500);
    for (const request of waiting) request.destroy();
    for (const answer of streaming) await abort(answer);
    expect((await client.get(CSV)).status).toBe(200);
    await expectPromptAnswer();
    await expectPoolIntact();
  });
});

test('too many downloads at once are told to come back, and everybody else is served', async () => {
  const streaming = [await begin(CSV), await begin(XLSX)];
  expect(streaming).toHaveLength(STREAMING);
  const asked = Array.from({ length: WAITING + 3 }, () => begin(CSV));
  for (const refused of await firstOf(3, asked)) {
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    expect(JSON.parse(await text(refused))).toMatchObject({ code: 'busy', status: 503 });
  }
  await expectPromptAnswer();
  for (const answer of streaming) await abort(answer);
  // In whatever order they came in, each is served as soon as one before it is done.
  const ends = asked.map(async (answer) => {
    const late = await answer;
    await abort(late);
    return late.statusCode;
  });
  expect((await Promise.all(ends)).filter((status) => status === 200)).toHaveLength(WAITING);
  await expectPoolIntact();
});

/** The first few to answer, while the others go on. */
function firstOf<T>(count: number, promises: Promise<T>[]): Promise<T[]> {
  const first: T[] = [];
  return new Promise((resolve, reject) => {
    for (const promise of promises)
      promise.then((value) => first.push(value) === count && resolve(first), reject);
  });
}

test.each([CSV, XLSX])(
  'a database that dies under a download leaves no file that looks whole: %s',
  async (path) => {
    const answer = await begin(path);
    await once(answer, 'readable');
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'olympia_app' and state <> 'idle'`,
    );
    const end = await Promise.race([
      buffer(answer).then(
        () => 'whole',
        () => 'broken',
      ),
      once(answer, 'aborted').then(() => 'broken'),
    ]);
    expect(end).toBe('broken');
    await expectPromptAnswer();
    await expectPoolIntact();
  },
);

test('a query that fails before its first row is a problem, not a file', async () => {
  await db.query('alter table activities rename column note to remark');
  const answers: Answer[] = [await client.get(CSV), await client.get(XLSX)];
  await db.query('alter table activities rename column remark to note');
  for (const answer of answers) {
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.headers['content-disposition']).toBeUndefined();
  }
  await expectPoolIntact();
});
