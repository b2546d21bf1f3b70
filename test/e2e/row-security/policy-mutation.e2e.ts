import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { buildCity } from '../../support/city.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect, rowsOf } from '../../support/rows.js';
import { TABLES, type Verb } from './expectations.js';
import { addHiddenRows } from './more-rows.js';
import { Probe, storedRows } from './probe.js';

/*
 * Is the check of row-level security awake? Every policy is dropped, and opened wide, one at a time; each time the check must notice. All of it
 * happens inside transactions that are rolled back.
 */

/** What shows a change of such a policy at once, so that it is asked for first: one statement for a whole table before one for each row. */
const TELLING: Record<string, Verb[]> = {
  ALL: ['select'],
  SELECT: ['select'],
  INSERT: ['insert'],
  UPDATE: ['overwrite', 'update'],
  DELETE: ['wipe', 'delete'],
};
const QUICK_FIRST: Verb[] = ['select', 'overwrite', 'delete', 'wipe', 'insert', 'update'];

/** Tables whose triggers keep a history in another one. */
const WRITE_ALONG = ['institutions', 'districts', 'groups'];

interface Policy {
  table: string;
  name: string;
  command: string;
  using: string | null;
  check: string | null;
}

/** Tables that nobody but a trigger writes, and what it is that is written then. */
const WRITTEN_BY: Record<string, string> = {
  activity_weeks: 'activities',
  activity_years: 'activities',
  audit_chains: 'audit_events',
};

/** A change of a policy, or of all of a table's, and what they are about. */
interface Mutation {
  table: string;
  command: string;
  sql: string;
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
  expect(await noticed({ table: '', command: 'ALL', sql: 'select' })).toBeNull();
  const survivors: string[] = [];
  for (const mutation of mutations) if ((await noticed(mutation)) === null) survivors.push(mutation.sql);
  const killed = mutations.length - survivors.length;
  process.stdout.write(`Policies: ${killed} of ${mutations.length} mutations noticed.\n`);
  expect(mutations.length).toBeGreaterThan(50);
  expect(survivors).toEqual([]);
}, 600_000);

/** @returns the first table and verb whose answer is not the expected one, or null */
async function noticed({ table, command, sql }: Mutation): Promise<string | null> {
  await db.query('begin');
  try {
    // What a trigger writes along is refused by its own table's policy, which would hide that this one is gone.
    for (const along of WRITE_ALONG) await db.query(`alter table ${along} disable trigger user`);
    await db.query(sql);
    const verbs = new Set([...TELLING[command]!, ...QUICK_FIRST]);
    for (const name of nearestFirst(table)) {
      for (const verb of verbs) if (await probe.deviates(name, verb)) return `${verb} ${name}`;
    }
    return (await shortens()) ? null : 'shorten audit_events';
  } finally {
    await db.query('rollback');
  }
}

/** Whether the system can take the beginning of a chain away once its time is over: by a function of the owner, under a policy of its own. */
async function shortens(): Promise<boolean> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    `select audit_prune(chain, '2098-01-01', 10) as count from (select chain from audit_chains order by chain limit 1) c,
       set_config('app.system', 'on', true) system, set_config('app.today', '2099-01-01', true) today`,
  );
  return (row?.count ?? 0) > 0;
}

/** All tables; first the one that is changed, and the one whose rows are written along with its own. */
function nearestFirst(table: string): string[] {
  const near = [WRITTEN_BY[table], table];
  return Object.keys(TABLES).toSorted((a, b) => near.indexOf(b) - near.indexOf(a));
}

function mutationsOf(all: Policy[]): Mutation[] {
  const tables = [...new Set(all.map(({ table }) => table))];
  return [
    ...tables.map((table) => ({
      table,
      command: 'ALL',
      sql: `alter table ${table} disable row level security`,
    })),
    ...all.flatMap(({ table, name, command, using, check }) =>
      [
        `drop policy ${name} on ${table}`,
        using !== null && using !== 'true' && `alter policy ${name} on ${table} using (true)`,
        check !== null && check !== 'true' && `alter policy ${name} on ${table} with check (true)`,
      ]
        .filter((sql) => sql !== false)
        .map((sql) => ({ table, command, sql })),
    ),
  ];
}

async function policies(): Promise<Policy[]> {
  return rowsOf<Policy>(
    db,
    `select tablename as "table", policyname as name, cmd as command, qual as using, with_check as check from pg_policies
     where schemaname = 'public' order by 1, 2`,
  );
}
