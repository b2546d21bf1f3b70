import pg from 'pg';
import type { DatabaseAddress } from '../../config/settings.js';

export interface Names {
  owner: string;
  runtime: string;
  /** Reads everything, past row-level security, and writes nothing. */
  backup: string;
  database: string;
}

/**
 * Makes what is missing of the three login roles and the database, as docker/init-roles.sh does on a server of one's own.
 * @param superuser address of any existing database, as superuser
 */
export async function prepareDatabase(superuser: DatabaseAddress, names: Names): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await createRole(client, names.owner, NOTHING_SPECIAL);
    await createRole(client, names.runtime, NOTHING_SPECIAL);
    await createRole(
      client,
      names.backup,
      'nosuperuser bypassrls nocreatedb nocreaterole in role pg_read_all_data',
    );
    await createDatabase(client, names.database, names.owner);
  } finally {
    await client.end();
  }
}

const NOTHING_SPECIAL = 'nosuperuser nobypassrls nocreatedb nocreaterole';

async function createRole(client: pg.Client, name: string, rights: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  await client.query(`create role ${client.escapeIdentifier(name)} login ${rights}`);
}

async function createDatabase(client: pg.Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  const identifiers = [name, owner].map((text) => client.escapeIdentifier(text));
  await client.query(`create database ${identifiers[0]} owner ${identifiers[1]} encoding 'UTF8'`);
}
