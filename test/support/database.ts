import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DatabaseAddress } from '../../src/config/settings.js';
import { BACKUP, OWNER, RUNTIME, SUPERUSER } from '../../src/database/embedded/embedded-postgres.js';

export interface FreshDatabase {
  /** As the application: row-level security applies. */
  runtime: DatabaseAddress;
  /** As the owner of the tables: for migrations. */
  owner: DatabaseAddress;
  /** As the role that reads everything and writes nothing: for backups. */
  backup: DatabaseAddress;
  /** Above all policies: to prepare rows and to look at them. */
  superuser: DatabaseAddress;
  /** Removes it, and whoever is still connected. */
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own (about 0.1 s). Call it once per test file, `drop` in afterAll. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneOf('olympia_template');
}

/** A database without any table, to try the migrations on. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return cloneOf('template0');
}

async function cloneOf(template: string): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(`create database ${name} template ${template} owner ${OWNER}`);
  const address = (user: string): DatabaseAddress => ({ host: host(), user, database: name });
  return {
    runtime: address(RUNTIME),
    owner: address(OWNER),
    backup: address(BACKUP),
    superuser: address(SUPERUSER),
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  };
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ host: host(), user: SUPERUSER, database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function host(): string {
  const folder = process.env['OLYMPIA_TEST_DATABASE'];
  if (!folder) throw new Error('There is no test database: run the tests by "npm test".');
  return folder;
}
