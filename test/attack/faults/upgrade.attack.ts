import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadMigrations } from '../../../src/database/data-source.js';
import { type LockPatience, migrate } from '../../../src/database/migrate.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { freePort, type Product, MAIN, startProduct, urlOf } from '../../support/product.js';
import { backToReleaseBefore, laterMigrations, RELEASE_BEFORE } from '../../support/release-before.js';
import { connect, rowsOf } from '../../support/rows.js';
import { amount, count, LONG, say } from '../figures.js';
import type { Entrance } from './browser.js';
import { type BusyTown, busyTown } from './busy-town.js';
import { whileWriting } from './crowd.js';
import { ORIGIN } from './fleet.js';
import { Ledger } from './ledger.js';
import { fromHistory, NEXT_MIGRATIONS, nextRelease, type OtherRelease } from './releases.js';
import { whatIsWrong } from './verdict.js';

/*
 * A new release brings the schema up to date while the one before goes on to write into the same, filled database: nobody is told
 * anything but to come back, and nothing is lost. What that asks of migrations: docs/decisions/ (expand and contract).
 */

const WRITERS = 8;
const STEP = amount({ short: 60, long: 1_000 });
// Bounded by counts; this is for machines that do much else.
jest.setTimeout(amount({ short: 300_000, long: 2_700_000 }));

let database: FreshDatabase;
let db: pg.Client;
let town: BusyTown;
let other: OtherRelease;
let entrance: Entrance;
let ledger: Ledger;
const running: Product[] = [];

beforeAll(() => {
  other = LONG ? fromHistory(RELEASE_BEFORE) : nextRelease();
});
afterAll(() => other.remove());
beforeEach(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  ledger = new Ledger();
  entrance = { origin: ORIGIN, ports: [] };
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(running.splice(0).map((product) => product.stop()));
  await db.end();
  await database.drop();
});

async function start(options: { main: string; migrates?: boolean }): Promise<Product> {
  const port = await freePort();
  const settings = {
    PUBLIC_URL: ORIGIN,
    SECOND_FACTOR_REQUIRED: 'false',
    DATABASE_POOL: '4',
    LOG_LEVEL: 'error',
  };
  const owner: Record<string, string> = options.migrates
    ? { DATABASE_MIGRATION_URL: urlOf(database.owner) }
    : {};
  const env = { ...settings, PORT: String(port), DATABASE_URL: urlOf(database.runtime), ...owner };
  const product = await startProduct({ main: options.main, env });
  running.push(product);
  return product;
}

const portOf = ({ url }: Product): number => Number(new URL(url).port);

/** What the server says of itself until `until` settles. */
async function readinessOf(product: Product, until: Promise<unknown>): Promise<Set<number>> {
  const client = new Client({ port: portOf(product), origin: ORIGIN });
  const said = new Set<number>();
  const over = new AbortController();
  const end = (): void => over.abort();
  void until.then(end, end);
  while (!over.signal.aborted) {
    said.add((await client.get('/readyz')).status);
    await sleep(20);
  }
  return said;
}

test('the release before writes on while the next one migrates, and leaves in order', async () => {
  if (LONG) await backToReleaseBefore(database.owner);
  const [oldMain, nextMain] = LONG ? [other.main, MAIN] : [MAIN, other.main];
  town = await busyTown(db, { children: 2 * STEP, trainings: 6 });
  const old = await start({ main: oldMain });
  entrance.ports.push(portOf(old));
  await whileWriting(WRITERS, { town, ledger, entrance }, async () => {
    await ledger.more(2 * STEP);
    const starting = start({ main: nextMain, migrates: true });
    expect(await readinessOf(old, starting)).toEqual(new Set([200]));
    const next = await starting;
    // On the new schema, before anybody goes to the new release.
    await ledger.more(STEP);
    entrance.ports.push(portOf(next));
    await ledger.more(STEP);
    entrance.ports.shift();
    expect(await old.stop('SIGTERM')).toBe(0);
    await ledger.more(STEP);
  });
  expect(await whatIsWrong(db, ledger)).toEqual([]);
  const [row] = await rowsOf<{ applied: number }>(db, 'select count(*)::int as applied from migrations');
  expect(row!.applied).toBe((await loadMigrations()).length + (LONG ? 0 : NEXT_MIGRATIONS));
  // A step back of the program needs none of the schema.
  await start({ main: oldMain });
  say(
    'upgrade',
    `${LONG ? `${(await laterMigrations()).length} migrations while the release before` : `${NEXT_MIGRATIONS} made-up migrations while the release of today`} wrote, ` +
      `${count(ledger.acknowledged)} writes acknowledged, ${count(ledger.unanswered)} attempts told to come back, 0 lost`,
  );
});

/** Wants the table to which everybody writes for itself. */
class Probe1799999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table activities add column probe text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table activities drop column probe');
  }
}

/** Migrates while somebody reads a file of activities for long; `meanwhile` happens while the migration waits for them. */
async function migrateBesideReader(
  patience: LockPatience,
  meanwhile: () => Promise<void>,
): Promise<string[]> {
  await db.query('begin; lock table activities in access share mode');
  const migrations = [...(await loadMigrations()), Probe1799999999999];
  const migrating = migrate(database.owner, { patience, migrations });
  const waiting = `select from pg_locks where relation = 'activities'::regclass and not granted and mode = 'AccessExclusiveLock'`;
  while ((await rowsOf(db, waiting)).length === 0) await sleep(5);
  await meanwhile();
  await db.query('commit');
  return migrating;
}

describe('a migration that has to wait for a table', () => {
  let app: TestApp;
  beforeEach(async () => {
    town = await busyTown(db, { children: 1, trainings: 1 });
    app = await startApp(database.runtime, { publicUrl: ORIGIN });
    entrance.ports.push(app.port);
  });
  afterEach(() => app.close());

  test('does not hold up the others', async () => {
    // Each try that was given up is told about.
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await whileWriting(WRITERS, { town, ledger, entrance, kinds: ['activity'] }, async () => {
      await ledger.more(1);
      const patience = { lockTimeoutMs: 100, tries: 1_000, pauseMs: 100 };
      const applied = await migrateBesideReader(patience, () => ledger.more(STEP));
      expect(applied).toEqual(['Probe1799999999999']);
      await ledger.more(STEP);
    });
    expect(await whatIsWrong(db, ledger)).toEqual([]);
  });

  test('would hold up all of them without its patience, and this test sees that', async () => {
    await whileWriting(WRITERS, { town, ledger, entrance, kinds: ['activity'] }, async () => {
      await ledger.more(1);
      await migrateBesideReader({ lockTimeoutMs: 0, tries: 1, pauseMs: 0 }, async () => {
        // Those who were before it in the line.
        await sleep(500);
        const before = ledger.acknowledged;
        await sleep(1_000);
        expect(ledger.acknowledged).toBe(before);
      });
    });
  });
});
