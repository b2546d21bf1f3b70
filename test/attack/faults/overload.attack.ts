import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import { startApp, type TestApp } from '../../support/app.js';
import type { Person } from '../../support/city.js';
import { type Answer, Client } from '../../support/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect } from '../../support/rows.js';
import { amount, count, percentile, say } from '../figures.js';
import { type BusyTown, busyTown } from './busy-town.js';
import { Ledger } from './ledger.js';
import { type MeasuredApp, startMeasured } from './measured-app.js';
import { whatIsWrong } from './verdict.js';

/*
 * Ten times as many browsers at once as the database has connections, each asking on as soon as it has its answer. Whoever is not served
 * is told when to come back; what was accepted is there; the memory goes back.
 */

const POOL = 4;
const CLIENTS = 10 * POOL;
const REQUESTS = amount({ short: 1_200, long: 12_000 });
/** What a round may leave behind: code that was compiled only now, plans and names of statements; a leak grows with the requests. */
const LEFT_BYTES = 6_000_000;
// Bounded by counts; this is for machines that do much else.
jest.setTimeout(amount({ short: 300_000, long: 2_700_000 }));

let database: FreshDatabase;
let db: pg.Client;
let town: BusyTown;
let app: TestApp;
let measured: MeasuredApp;
let ledger: Ledger;
let waits: number[];

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = await busyTown(db, { children: 1, trainings: 1 });
  app = await startApp(database.runtime, { poolSize: POOL });
  // What is refused here is wanted.
  app.app.useLogger(false);
  measured = await startMeasured(app.settings);
  ledger = new Ledger();
});
afterAll(async () => {
  await measured.close();
  await app.close();
  await db.end();
  await database.drop();
});

const browserOf = ({ token }: Person, port: number): Client => {
  const client = new Client({ port, origin: app.settings.publicUrl });
  client.cookies.set('olympia', token);
  return client;
};

type Turn = (client: Client, house: BusyTown['houses'][number]) => Promise<Answer>;

async function write(...[client, house]: Parameters<Turn>): Promise<Answer> {
  const facts = { heldOn: town.today, focusArea: 'active_learning', minutes: 30, note: 'Viel los' };
  const body = { institutionId: house.id, groupId: house.groupId, ...facts, childrenPresent: 12 };
  const entry = ledger.open('activity', randomUUID(), body);
  const begun = performance.now();
  const answer = await client.post('/api/activities', { id: entry.id, ...body });
  if (answer.status !== 201) return answer;
  waits.push(performance.now() - begun);
  ledger.acknowledge(entry);
  return answer;
}

const read: Turn = (client) => client.get('/api/activities?limit=50');
const session: Turn = (client) => client.get('/api/session');
const file: Turn = (client) => client.get('/api/exports/activities.csv');
/** What one browser after the other does. */
const TURNS = [write, read, file, write, session, write, read, file, read, write];

/** One round of everybody. @returns how often each status was answered */
async function round(): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let left = REQUESTS;
  const browse = async (number: number): Promise<void> => {
    const house = town.houses[number % town.houses.length]!;
    const client = browserOf(house.lead, measured.port);
    for (let turn = number; left > 0; turn += 1) {
      left -= 1;
      const { status, headers } = await TURNS[turn % TURNS.length]!(client, house);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  };
  waits = [];
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => browse(number)));
  return statuses;
}

test('ten times the pool is served or told when to come back, and leaves nothing behind', async () => {
  await round();
  const before = await measured.held();
  const statuses = await round();
  const grown = (await measured.held()) - before;
  expect([...statuses.keys()].filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
  expect(await whatIsWrong(db, ledger)).toEqual([]);
  expect(grown).toBeLessThan(LEFT_BYTES);
  const [accepted, refused] = [waits.length, statuses.get(503) ?? 0];
  expect(accepted).toBeGreaterThan(0);
  say(
    'overload',
    `${CLIENTS} clients on ${POOL} connections, ${count(REQUESTS)} requests: ${count(refused)} told to come back (503), 0 other errors; ` +
      `${count(accepted)} writes accepted, p99 ${percentile(waits, 0.99).toFixed(0)} ms; memory ${(grown / 1e6).toFixed(1)} MB above the level before`,
  );
});

test('files give way first, then who only reads, and changes last', async () => {
  const [house] = town.houses;
  const lead = browserOf(house!.lead, app.port);
  const coordinator = browserOf(town.coordinator, app.port);
  const kinds = {
    file: () => lead.get('/api/exports/activities.csv'),
    read: () => lead.get('/api/activities'),
    change: () => coordinator.patch(`/api/institutions/${house!.id}`, { contactName: 'Ada' }, 1),
  };
  const refusedAt: Partial<Record<keyof typeof kinds, number>> = {};
  const answers: Promise<void>[] = [];
  const statuses: string[] = [];
  // Nobody who changes the house gets ahead, until there is no place left to wait.
  await db.query('begin');
  await db.query('select from institutions where id = $1 for update', [house!.id]);
  for (let sent = 0; refusedAt.change === undefined && sent < 50 * POOL; sent += 1) {
    for (const kind of ['file', 'read', 'change'] as const) {
      if (refusedAt[kind] !== undefined) continue;
      const ask = async (): Promise<void> => {
        const { status, headers } = await kinds[kind]();
        if (status === 503) refusedAt[kind] ??= sent;
        statuses.push(`${status}${headers['retry-after'] ? ' later' : ''}`);
      };
      answers.push(ask());
    }
    // What was sent before has been judged by the time that these are answered.
    for (let i = 0; i < 3; i += 1) await app.client().get('/livez');
  }
  await db.query('rollback');
  await Promise.all(answers);
  const { file = 0, read = 0, change = 0 } = refusedAt;
  expect([file > 0, read > file, change > read]).toEqual([true, true, true]);
  expect([...new Set(statuses)].sort()).toEqual(['200', '412', '503 later']);
  say(
    'overload',
    `refused from the ${file}th round on files, from the ${read}th reading, from the ${change}th changes`,
  );
});
