import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { DatabaseAddress } from '../../src/config/settings.js';
import { openDataSource } from '../../src/database/data-source.js';
import { migrate, revertAll } from '../../src/database/migrate.js';
import { ENTITIES } from '../../src/schema.js';
import { buildCity } from '../support/city.js';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.js';
import { backToReleaseBefore } from '../support/release-before.js';
import { connect, rowsOf } from '../support/rows.js';

const open: { close: () => Promise<void> }[] = [];
let migrated: FreshDatabase;
let db: pg.Client;

beforeAll(async () => {
  migrated = await kept(freshDatabase());
  db = await session(migrated.superuser);
});

afterAll(async () => {
  for (const { close } of open.reverse()) await close();
});

describe('entities and migrations', () => {
  test('TypeORM finds nothing to change in the migrated database', async () => {
    const dataSource = await source(migrated.owner);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('a database made from the entities alone has the same columns, constraints and indexes', async () => {
    const drawn = await kept(emptyDatabase());
    const its = await session(drawn.superuser);
    await its.query(`create collation german (provider = icu, locale = 'de-u-kn-true')`);
    const dataSource = await source(drawn.superuser);
    await dataSource.synchronize();
    expect(await schemaOf(its)).toEqual(await schemaOf(db));
  });

  test('every table has its entity', async () => {
    const tables = await rowsOf<{ name: string }>(
      db,
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
    );
    const { entityMetadatas } = await source(migrated.owner);
    expect(entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(tables.map(({ name }) => name));
  });
});

describe('migrations', () => {
  test('go up, all down and up again, and leave nothing behind', async () => {
    const fresh = await kept(emptyDatabase());
    const its = await session(fresh.superuser);
    const untouched = await everything(its);
    const names = await migrate(fresh.owner);
    expect(names.length).toBeGreaterThan(6);
    const first = await everything(its);
    // Whatever is in the tables must not be in the way, nor what erasing leaves behind.
    await buildCity(its);
    await its.query('update activities set author_id = null where id = (select id from activities limit 1)');

    await revertAll(fresh.owner);
    expect(await everything(its)).toEqual(untouched);

    expect(await migrate(fresh.owner)).toEqual(names);
    expect(await everything(its)).toEqual(first);
    expect(await migrate(fresh.owner)).toEqual([]);
  });

  test('leave what the release before asks for as it knows it', async () => {
    const fresh = await kept(freshDatabase());
    const its = await session(fresh.superuser);
    const now = new Set(await offered(its));
    await backToReleaseBefore(fresh.owner);
    const before = await offered(its);
    expect(before.length).toBeGreaterThan(400);
    expect(before.filter((one) => !now.has(one))).toEqual([]);
  });

  test('two instances that start at once migrate once', async () => {
    const fresh = await kept(emptyDatabase());
    const applied = await Promise.all([migrate(fresh.owner), migrate(fresh.owner)]);
    expect(applied.map(({ length }) => length).sort((a, b) => a - b)[0]).toBe(0);
    expect(await everything(await session(fresh.superuser))).toEqual(await everything(db));
  });
});

/** What a program can ask for: columns with their type, functions with what they return. Prepared statements break where one becomes another. */
async function offered(client: pg.Client): Promise<string[]> {
  const all = await rowsOf<{ name: string }>(
    client,
    `select c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     union all
     select p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid) from pg_proc p
     where p.pronamespace = 'public'::regnamespace`,
  );
  return all.map(({ name }) => name);
}

/** What TypeORM has no word for, as the database has it; everything else must agree. */
const BEYOND_TYPEORM = [
  // NULLS NOT DISTINCT
  'account_roles_uq',
  'publication_cells_cell_uq',
  // descending
  'activities_held_on_ix',
  'activities_recent_ix',
  'activities_author_ix',
  // lower(title)
  'modules_title_uq',
];

async function schemaOf(client: pg.Client): Promise<object> {
  const named = (query: string): Promise<object[]> => rowsOf(client, query, [BEYOND_TYPEORM]);
  return {
    columns: await rowsOf(client, COLUMNS),
    constraints:
      await named(`select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
        and conrelid::regclass::text <> 'migrations' and conname <> all ($1) order by 1, 2`),
    indexes:
      await named(`select tablename as "table", indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'public' and tablename <> 'migrations' and indexname <> all ($1) order by 1, 2`),
  };
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    regexp_replace(pg_get_expr(d.adbin, d.adrelid), '^''(\\d+)''::\\w+$', '\\1') as "default", l.collname as collation
  from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'migrations'
  order by 1, 2`;

/** Everything that migrations can make; TypeORM's own list of them (with its `PK_…`) apart. */
async function everything(client: pg.Client): Promise<object> {
  return {
    schema: await rowsOf(
      client,
      `select nspname, nspacl::text from pg_namespace where nspname in ('public', 'pgboss') order by 1`,
    ),
    relations: await rowsOf(
      client,
      `select n.nspname, relname, relkind, relrowsecurity, relforcerowsecurity, relacl::text
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'pgboss') and relname !~ '^(migrations|PK_)' and relkind <> 't' order by 1, 2`,
    ),
    functions: await rowsOf(
      client,
      `select p.oid::regprocedure::text, md5(prosrc || coalesce(pg_get_function_sqlbody(p.oid), '')), prosecdef, proacl::text
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'pgboss') order by 1`,
    ),
    policies: await rowsOf(
      client,
      `select * from pg_policies where schemaname = 'public' order by tablename, policyname`,
    ),
    triggers: await rowsOf(
      client,
      'select tgname, tgenabled from pg_trigger where not tgisinternal order by 1',
    ),
    collations: await rowsOf(
      client,
      `select collname, colllocale from pg_collation where collnamespace = 'public'::regnamespace`,
    ),
    types: await rowsOf(
      client,
      `select typname from pg_type where typnamespace = 'public'::regnamespace and typname !~ 'migrations' order by 1`,
    ),
  };
}

async function kept(promise: Promise<FreshDatabase>): Promise<FreshDatabase> {
  const database = await promise;
  open.push({ close: () => database.drop() });
  return database;
}

async function session(address: DatabaseAddress): Promise<pg.Client> {
  const client = await connect(address);
  open.push({ close: () => client.end() });
  return client;
}

async function source(address: DatabaseAddress): Promise<DataSource> {
  const dataSource = await openDataSource({ address, poolSize: 2, entities: ENTITIES });
  open.push({ close: () => dataSource.destroy() });
  return dataSource;
}
