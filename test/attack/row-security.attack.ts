import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { TABLES, type Verb } from '../e2e/row-security/expectations.js';
import { addHiddenRows } from '../e2e/row-security/more-rows.js';
import { columnRights, Probe, storedRows } from '../e2e/row-security/probe.js';
import { buildCity } from '../support/city.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';
import { amount, count, say } from './figures.js';

/*
 * Is the check of row-level security awake? Every policy is dropped, and opened wide, and every right is taken from the application or given
 * to it, for a table and for a column alone, one at a time; each time the check must notice. All of it happens inside transactions that are
 * rolled back.
 */

/** Every how many-th is tried. */
const STRIDE = amount({ short: 2, long: 1 });

const PATIENCE = 600_000;

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

test(
  'nothing is noticed where nothing is changed',
  async () => {
    await db.query('begin');
    // All of it: row-security.e2e.ts. Here of each table one verb, the next table the next one.
    for (const [i, name] of Object.keys(TABLES).entries())
      for (const verb of amount({ short: [QUICK_FIRST[i % QUICK_FIRST.length]!], long: QUICK_FIRST }))
        expect([name, verb, await probe.deviates(name, verb)]).toEqual([name, verb, false]);
    expect([await columnRights(db), await shortens()]).toEqual([[], true]);
    await db.query('rollback');
  },
  PATIENCE,
);

test(
  'no mutation of a policy goes unnoticed',
  async () => {
    await expectNoticed('policies', mutationsOf(await policies()));
  },
  PATIENCE,
);

test(
  'no mutation of a right goes unnoticed',
  async () => {
    await expectNoticed('rights', await mutationsOfRights());
  },
  PATIENCE,
);

async function expectNoticed(what: string, all: Mutation[]): Promise<void> {
  const tried = all.filter((_, i) => i % STRIDE === 0);
  const survivors: string[] = [];
  for (const mutation of tried) if ((await noticed(mutation)) === null) survivors.push(mutation.sql);
  const killed = tried.length - survivors.length;
  say(
    'row security',
    `${count(killed)} of ${count(tried.length)} changed ${what} noticed (${count(all.length)} there are)`,
  );
  expect(all.length).toBeGreaterThan(200);
  expect(survivors).toEqual([]);
}

/** @returns the first table and verb whose answer is not the expected one, or null */
async function noticed({ table, command, sql }: Mutation): Promise<string | null> {
  await db.query('begin');
  try {
    // What a trigger writes along is refused by its own table's policy, which would hide that this one is gone.
    for (const along of WRITE_ALONG) await db.query(`alter table ${along} disable trigger user`);
    await db.query(sql);
    if ((await columnRights(db)).length > 0) return 'the right to a column';
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

/** Each right turned round: taken where the application has it, given where it has not, and there for a column alone as well. */
async function mutationsOfRights(): Promise<Mutation[]> {
  const rights = await rowsOf<{ table: string; right: string; held: boolean; column: string }>(
    db,
    `select tablename as "table", "right", has_table_privilege('olympia_app', tablename, "right") as held,
       (select attname from pg_attribute where attrelid = tablename::regclass and attnum > 0 and not attisdropped
        order by attnum desc limit 1) as column
     from pg_tables, unnest(array['select', 'insert', 'update', 'delete']) "right" where schemaname = 'public'
     order by 1, 2`,
  );
  return rights.flatMap(({ table, right, held, column }) => {
    const of = { table, command: right.toUpperCase() };
    if (held) return [{ ...of, sql: `revoke ${right} on ${table} from olympia_app` }];
    const given = [right, ...(right === 'delete' ? [] : [`${right} (${column})`])];
    return given.map((what) => ({ ...of, sql: `grant ${what} on ${table} to olympia_app` }));
  });
}

async function policies(): Promise<Policy[]> {
  return rowsOf<Policy>(
    db,
    `select tablename as "table", policyname as name, cmd as command, qual as using, with_check as check from pg_policies
     where schemaname = 'public' order by 1, 2`,
  );
}
