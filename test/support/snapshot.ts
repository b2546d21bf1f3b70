import type pg from 'pg';
import { rowsOf } from './rows.js';

// The brake on guessing counts by itself, whatever the request; what TypeORM applied is not data.
const APART = ['sign_in_throttles', 'migrations'];

/** The whole content of a database, to see whether anything changed and to put everything back. `db` is a superuser. */
export class Snapshot {
  private constructor(
    private readonly db: pg.Client,
    private readonly tables: string[],
  ) {}

  static async take(db: pg.Client): Promise<Snapshot> {
    const rows = await rowsOf<{ name: string }>(
      db,
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
      [APART],
    );
    const tables = rows.map(({ name }) => name);
    await db.query('create schema snapshot');
    for (const table of tables) await db.query(`create table snapshot.${table} as table public.${table}`);
    return new Snapshot(db, tables);
  }

  /** The same as long as no row is. */
  async checksum(): Promise<string> {
    const all = this.tables.map((table) => `select '${table}' || t::text as row from ${table} t`);
    const [sum] = await rowsOf<{ md5: string }>(
      this.db,
      `select md5(string_agg(row, '\n' order by row)) from (${all.join(' union all ')}) everything`,
    );
    return sum!.md5;
  }

  async restore(): Promise<void> {
    const copies = this.tables.map(
      (table) => `delete from ${table}; insert into ${table} select * from snapshot.${table};`,
    );
    // As a replica: no foreign keys in between, and no trigger that seals the audit trail anew.
    await this.db.query(`begin; set local session_replication_role = replica; ${copies.join('\n')} commit`);
  }
}
