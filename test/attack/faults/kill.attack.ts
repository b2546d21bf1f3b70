import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import { Client } from '../../support/client.js';
import { Gateway } from '../../support/gateway.js';
import { Sealer } from '../../support/sealer.js';
import { amount, count, say } from '../figures.js';
import { type BusyTown, busyTown } from './busy-town.js';
import { Cluster } from './cluster.js';
import { whileWriting } from './crowd.js';
import { Fleet } from './fleet.js';
import { type Entry, Ledger } from './ledger.js';
import { everyCommit } from './lossy-lines.js';
import { lostOf, whatIsWrong } from './verdict.js';

/*
 * Eight browsers write to two servers on one database, while servers and database are killed (-9) in turn and answers to what was
 * carried out get lost: between database and server, and between server and browser.
 */

const KILLS = amount({ short: 6, long: 51 });
const WRITERS = 8;
/** Acknowledged writes between two kills. */
const BETWEEN = 40;
const LOST_ANSWER = 17;
const LOST_COMMIT = 43;
// Bounded by counts; this is for machines that do much else.
jest.setTimeout(amount({ short: 300_000, long: 2_700_000 }));
const SUPPLY = { children: 10 * KILLS, trainings: 2 * KILLS };

let cluster: Cluster;
let gateway: Gateway;
let fleet: Fleet;
let town: BusyTown;
let ledger: Ledger;
let sealer: Sealer;
/** Whether answers get lost. */
let lossy = true;

beforeAll(async () => {
  cluster = await Cluster.open();
  const db = await cluster.connect();
  town = await busyTown(db, SUPPLY);
  await db.end();
  gateway = new Gateway(
    cluster.runtime,
    everyCommit(() => (lossy ? LOST_COMMIT : 0)),
  );
  await gateway.start();
  fleet = await Fleet.open({
    ...{ database: gateway.address, servers: 2 },
    lossEvery: () => (lossy ? LOST_ANSWER : 0),
  });
  const { origin, ports } = fleet.entrance;
  sealer = await Sealer.open(new Client({ origin, port: ports[0]! }), new Date().toISOString());
});
afterAll(async () => {
  await fleet.close();
  await gateway.remove();
  await cluster.close();
});
beforeEach(() => {
  ledger = new Ledger();
});
afterEach(() => {
  lossy = false;
});

async function withDatabase<T>(look: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = await cluster.connect();
  try {
    return await look(db);
  } finally {
    await db.end();
  }
}

const DATABASE = null;
/** What is killed in turn: the database, one of the servers, or both at once. */
const VICTIMS: (number | null)[][] = [[DATABASE], [0], [DATABASE], [1], [DATABASE], [DATABASE, 0]];

async function kill(victims: (number | null)[]): Promise<void> {
  if (victims.includes(DATABASE)) cluster.kill();
  for (const victim of victims) if (victim !== DATABASE) await fleet.kill(victim);
}

test('nothing that was acknowledged is lost, doubled or half written', async () => {
  const start = performance.now();
  // Some close the window before they know.
  const givesUp = ({ attempts }: Entry): boolean => attempts === 1 && ledger.unanswered % 5 === 0;
  await whileWriting(WRITERS, { town, ledger, sealer, entrance: fleet.entrance, givesUp }, async () => {
    for (let n = 0; n < KILLS; n += 1) {
      await ledger.more(BETWEEN);
      await kill(VICTIMS[n % VICTIMS.length]!);
    }
    await ledger.more(BETWEEN);
    lossy = false;
  });
  expect(await withDatabase((db) => whatIsWrong(db, ledger))).toEqual([]);
  expect(ledger.entries.filter(({ fate }) => fate === 'pending')).toEqual([]);
  // Else nothing was tried.
  expect(Math.min(fleet.lost, gateway.lost, ledger.repeated)).toBeGreaterThan(0);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const kinds = new Set(ledger.entries.map(({ kind }) => kind)).size;
  say(
    'kill',
    `${KILLS} kills under ${WRITERS} writers, ${count(ledger.acknowledged)} writes of ${kinds} kinds acknowledged in ${seconds} s, ` +
      `${fleet.lost} answers and ${gateway.lost} commits unheard, ${count(ledger.repeated)} answered from the store, 0 lost, 0 doubled, 0 half written`,
  );
});

/** In the very moment of an answer: what it told of is the youngest there is. */
function killAtNextAnswer(): Promise<void> {
  return new Promise((done) => {
    ledger.onAcknowledged = () => {
      ledger.onAcknowledged = () => undefined;
      cluster.kill();
      done();
    };
  });
}

test('a database that acknowledges before it has written loses some, and this test sees that', async () => {
  await cluster.set('synchronous_commit', 'off');
  let kills = 0;
  let lost: string[] = [];
  const plan = { town, ledger, entrance: fleet.entrance, kinds: ['activity' as const] };
  await whileWriting(WRITERS, plan, async () => {
    while (lost.length === 0 && kills < KILLS) {
      await ledger.more(BETWEEN);
      await killAtNextAnswer();
      kills += 1;
      lost = await withDatabase((db) => lostOf(db, ledger, 'activity'));
    }
  });
  expect(lost.length).toBeGreaterThan(0);
  say('kill', `with synchronous_commit = off ${lost.length} acknowledged writes lost after ${kills} kill(s)`);
});
