import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { buildCity } from '../../support/city.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect, rowsOf } from '../../support/rows.js';
import { TABLES, type Verb } from './expectations.js';
import { addHiddenRows } from './more-rows.js';
import { Probe, storedRows, VERBS } from './probe.js';

/*
 * Is the check of row-level security awake? Every policy is dropped, and opened wide, one at a time; each time the check must notice. All of it
 * happens inside transactions that are rolled back.
 */

// One statement for a whole table before one for each of its rows.
const isPerRow = (verb: Verb): boolean => verb === 'insert' || verb === 'update';
const QUICK_FIRST = VERBS.toSorted((a, b) => Number(isPerRow(a)) - Number(isPerRow(b)));

/** Tables whose triggers keep a history in another one. */
const WRITE_ALONG = ['institutions', 'districts', 'groups'];

interface Policy {
  table: string;
  name: string;
  using: string | null;
  check: string | null;
}

let database: FreshDatabase;
let db: pg.Client;
let probe: Probe;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  const city = await buildCity(db);
  await addHiddenRows(db, city);
  probe = new Probe(db, city, await storedRows(db), async () => {
    await db.query('set local role olympia_app');
  });
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

test('no mutation of a policy goes unnoticed', async () => {
  const mutations = mutationsOf(await policies());
  expect(await noticed('select', Object.keys(TABLES))).toBeNull();
  const survivors: string[] = [];
  for (const { table, sql } of mutations) {
    const first = [table, ...Object.keys(TABLES).filter((name) => name !== table)];
    if ((await noticed(sql, first)) === null) survivors.push(sql);
  }
  const killed = mutations.length - survivors.length;
  process.stdout.write(`Policies: ${killed} of ${mutations.length} mutations noticed.\n`);
  expect(mutations.length).toBeGreaterThan(50);
  expect(survivors).toEqual([]);
}, 600_000);

/** @returns the first table and verb whose answer is not the expected one, or null */
async function noticed(mutation: string, tables: string[]): Promise<string | null> {
  await db.query('begin');
  try {
    // What a trigger writes along is refused by its own table's policy, which would hide that this one is gone.
    for (const table of WRITE_ALONG) await db.query(`alter table ${table} disable trigger user`);
    await db.query(mutation);
    for (const table of tables) {
      for (const verb of QUICK_FIRST) {
        if (!isDeepStrictEqual(await reachedOrError(table, verb), probe.expected(table, verb))) {
          return `${verb} ${table}`;
        }
      }
    }
    return null;
  } finally {
    await db.query('rollback');
  }
}

async function reachedOrError(...[table, verb]: Parameters<Probe['reached']>): Promise<unknown> {
  return probe.reached(table, verb).catch((error: unknown) => String(error));
}

function mutationsOf(all: Policy[]): { table: string; sql: string }[] {
  const tables = [...new Set(all.map(({ table }) => table))];
  return [
    ...tables.map((table) => ({ table, sql: `alter table ${table} disable row level security` })),
    ...all.flatMap(({ table, name, using, check }) =>
      [
        `drop policy ${name} on ${table}`,
        using !== null && using !== 'true' && `alter policy ${name} on ${table} using (true)`,
        check !== null && check !== 'true' && `alter policy ${name} on ${table} with check (true)`,
      ]
        .filter((sql) => sql !== false)
        .map((sql) => ({ table, sql })),
    ),
  ];
}

async function policies(): Promise<Policy[]> {
  return rowsOf<Policy>(
    db,
    `select tablename as "table", policyname as name, qual as using, with_check as check from pg_policies
     where schemaname = 'public' order by 1, 2`,
  );
}
