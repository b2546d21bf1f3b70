import pg from 'pg';
import type { DatabaseAddress } from '../../src/config/settings.js';
import { columnOf } from '../../src/database/records.js';

/** Inserts one row; camelCase names become columns, absent ones take the table's default. */
export async function insertRow(db: pg.Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row).map(columnOf);
  const places = columns.map((_, i) => `$${i + 1}`);
  await db.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}

/** A connection of one's own; `end` it in afterAll. */
export async function connect(address: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client(address);
  await client.connect();
  return client;
}

/** All rows of a query, typed by the caller. */
export async function rowsOf<T extends object>(
  db: pg.Client,
  sql: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  return (await db.query<T>(sql, parameters)).rows;
}
