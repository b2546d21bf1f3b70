import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { amount, count, say } from '../figures.js';
import { Client } from '../../support/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { freePort, type Product, startProduct, urlOf } from '../../support/product.js';
import { connect, rowsOf } from '../../support/rows.js';
import type pg from 'pg';
import { type BusyTown, busyTown } from './busy-town.js';
import { whileWriting } from './crowd.js';
import { ORIGIN } from './fleet.js';
import { Ledger } from './ledger.js';
import { whatIsWrong } from './verdict.js';

/*
 * One server, ended in order (SIGTERM) and started again while browsers with kept connections go on to write. Retryable is what tells a
 * browser to come back (503 with Retry-After), or a connection that was refused or closed before the request was taken: a write that was
 * carried out has its answer, so that no second attempt ever finds the first one stored.
 */

const RESTARTS = amount({ short: 4, long: 20 });
const WRITERS = 8;
const BETWEEN = 20;
// Bounded by counts; this is for machines that do much else.
jest.setTimeout(amount({ short: 300_000, long: 2_700_000 }));

let database: FreshDatabase;
let db: pg.Client;
let town: BusyTown;
let port: number;
let product: Product;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = await busyTown(db, { children: 6 * RESTARTS, trainings: RESTARTS });
  port = await freePort();
  product = await start();
});
afterAll(async () => {
  await product.stop();
  await db.end();
  await database.drop();
});

function start(): Promise<Product> {
  const settings = { PUBLIC_URL: ORIGIN, SECOND_FACTOR_REQUIRED: 'false', DATABASE_POOL: '4' };
  const env = { ...settings, PORT: String(port), DATABASE_URL: urlOf(database.runtime), SHUTDOWN_WAIT: '1' };
  return startProduct({ env });
}

/** What `/readyz` says on a kept connection until nobody answers any more. */
async function readinessUntilTheEnd(): Promise<number[]> {
  const client = new Client({ port, origin: ORIGIN });
  const said: number[] = [];
  for (;;) {
    try {
      said.push((await client.get('/readyz')).status);
    } catch {
      return said;
    }
    await sleep(20);
  }
}

test('a server that is ended in order loses no answer, and says that it is not ready before it refuses', async () => {
  const ledger = new Ledger();
  let takenAfterNo = 0;
  await whileWriting(WRITERS, { town, ledger, entrance: { origin: ORIGIN, ports: [port] } }, async () => {
    for (let n = 0; n < RESTARTS; n += 1) {
      await ledger.more(BETWEEN);
      const ended = product.stop('SIGTERM');
      const before = ledger.acknowledged;
      const said = await readinessUntilTheEnd();
      takenAfterNo += ledger.acknowledged - before;
      expect(said).toContain(503);
      // Once "no", for ever.
      expect(said.slice(said.indexOf(503))).not.toContain(200);
      expect(await ended).toBe(0);
      product = await start();
    }
    await ledger.more(BETWEEN);
  });
  expect(await whatIsWrong(db, ledger)).toEqual([]);
  // Between "not ready" and the end of taking requests writes go on.
  expect(takenAfterNo).toBeGreaterThan(0);
  expect(ledger.unanswered).toBeGreaterThan(0);
  expect(ledger.repeated).toBe(0);
  say(
    'restarts',
    `${RESTARTS} restarts under ${WRITERS} writers, ${count(ledger.acknowledged)} writes acknowledged, ` +
      `${count(ledger.unanswered)} attempts told to come back or not taken, 0 answers lost, 0 writes lost`,
  );
});

test('a request that is inside when the end begins gets its answer', async () => {
  const [house] = town.houses;
  const client = new Client({ port, origin: ORIGIN });
  client.cookies.set('olympia', town.coordinator.token);
  const read = await client.get(`/api/institutions/${house!.id}`);
  await db.query('begin');
  await db.query('select from institutions where id = $1 for update', [house!.id]);
  const version = read.json['version'] as number;
  const inside = client.patch(`/api/institutions/${house!.id}`, { contactName: 'Noch eben' }, version);
  while (!(await isWaiting())) await sleep(5);
  const ended = product.stop('SIGTERM');
  while (!(await refuses())) await sleep(20);
  await db.query('commit');
  const answer = await inside;
  expect([answer.status, answer.headers.connection, await ended]).toEqual([200, 'close', 0]);
  const [stored] = await rowsOf<object>(
    db,
    'select contact_name as "contactName", version from institutions where id = $1',
    [house!.id],
  );
  expect(stored).toEqual({ contactName: 'Noch eben', version: version + 1 });
});

async function isWaiting(): Promise<boolean> {
  const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await rowsOf(db, sql)).length > 0;
}

/** Tells others to come back, in so many words. */
async function refuses(): Promise<boolean> {
  const { status, headers, json } = await new Client({ port, origin: ORIGIN }).get('/livez');
  if (status === 200) return false;
  expect([status, json['code'], headers['retry-after'], headers.connection]).toEqual([
    ...[503, 'shutting_down', '2', 'close'],
  ]);
  expect(headers['x-content-type-options']).toBe('nosniff');
  return true;
}
