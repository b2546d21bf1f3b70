import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DatabaseAddress } from '../../../src/config/settings.js';
import { openDataSource } from '../../../src/database/data-source.js';
import { assertRuntimeRole } from '../../../src/database/role-check.js';
import { startApp } from '../../support/app.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect } from '../../support/rows.js';

let database: FreshDatabase;
let db: pg.Client;
const roles: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
});

afterAll(async () => {
  for (const role of roles) await db.query(`drop owned by ${role}; drop role ${role}`);
  await db.end();
  await database.drop();
});

describe('the boot check', () => {
  test('lets the runtime role in, and a login role that is only a member of it', async () => {
    await expect(check(database.runtime)).resolves.toBeUndefined();
    await expect(check(await loginRole('in role olympia_app'))).resolves.toBeUndefined();
  });

  test.each([
    ['a superuser', () => Promise.resolve(database.superuser), 'is a superuser'],
    ['the owner', () => Promise.resolve(database.owner), /owns \d+ tables/],
    ['a member of the owner', () => loginRole('in role olympia_owner, olympia_app'), /owns \d+ tables/],
    ['who may bypass', () => loginRole('bypassrls in role olympia_app'), 'may bypass row-level security'],
    ['a stranger', () => loginRole(''), 'is no member of olympia_app'],
  ])('refuses %s, with a sentence that says why', async (_, address, why) => {
    await expect(check(await address())).rejects.toThrow(why);
  });

  test.each([
    ['groups', 'disable'],
    ['groups', 'no force'],
    ['institutions', 'disable'],
    ['sessions', 'no force'],
  ])('refuses %s with "%s row level security"', async (table, verb) => {
    await db.query(`alter table ${table} ${verb} row level security`);
    await expect(check(database.runtime)).rejects.toThrow(`Row-level security is not forced on: ${table}.`);
    await db.query(`alter table ${table} enable row level security, force row level security`);
  });

  test('refuses a role that owns the tables of the job queue', async () => {
    const address = await loginRole('in role olympia_app');
    const { user } = address as { user: string };
    await db.query(`alter table pgboss.version owner to ${user}`);
    await expect(check(address)).rejects.toThrow('owns 1 tables');
    await db.query('alter table pgboss.version owner to olympia_owner');
  });

  test('refuses a new table of an institution that has forgotten it', async () => {
    await db.query('create table forgotten (institution_id uuid)');
    await expect(check(database.runtime)).rejects.toThrow('Row-level security is not forced on: forgotten.');
    await db.query('drop table forgotten');
  });

  test('keeps the whole application from starting', async () => {
    await expect(startApp(database.superuser)).rejects.toThrow('is a superuser');
    await expect(startApp(database.owner)).rejects.toThrow(/owns \d+ tables/);
  });
});

async function check(address: DatabaseAddress): Promise<void> {
  const dataSource = await openDataSource({ address, poolSize: 1 });
  try {
    await assertRuntimeRole(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function loginRole(attributes: string): Promise<DatabaseAddress> {
  const user = `role_${randomUUID().replaceAll('-', '')}`;
  await db.query(`create role ${user} login ${attributes}`);
  roles.push(user);
  return { ...database.runtime, user };
}
