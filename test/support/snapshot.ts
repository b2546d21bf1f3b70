import type pg from 'pg';
import { rowsOf } from './rows.js';

// The brake on guessing counts by itself, whatever the request; what TypeORM applied is not data.
const APART = ['sign_in_throttles', 'migrations'];

/** The whole content of a database, to see whether anything changed and to put everything back. `db` is a superuser. */
export class Snapshot {
  private constructor(private readonly db: pg.Client) {}

  static async take(db: pg.Client): Promise<Snapshot> {
    const rows = await rowsOf<{ name: string }>(
      db,
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
      [APART],
    );
    // Each statement that writes notes its table, whoever sends it: only those are looked at and put back. No key, so that nobody waits.
    await db.query(`
      create schema snapshot;
      create unlogged table snapshot.written (name text not null);
      create function snapshot.note() returns trigger language plpgsql security definer as $$
        begin insert into snapshot.written values (tg_table_name); return null; end $$;
      grant usage on schema snapshot to public;`);
    for (const { name } of rows)
      await db.query(`
        create table snapshot.${name} as table public.${name};
        create trigger zz_written after insert or update or delete or truncate on public.${name}
          for each statement execute function snapshot.note();`);
    return new Snapshot(db);
  }

  /** The same as long as every row is. */
  async checksum(): Promise<string> {
    const lines: string[] = [];
    const tables = await this.written();
    for (const table of tables) {
      const [row] = await rowsOf<{ now: string | null; then: string | null }>(
        this.db,
        `select (select ${MD5} from public.${table} t) as now, (select ${MD5} from snapshot.${table} t) as then`,
      );
      if (row!.now !== row!.then) lines.push(`${table} ${row!.now}`);
    }
    // Written, and put back by whoever wrote: there is nothing more to look at.
    if (lines.length === 0 && tables.length > 0) await this.db.query('delete from snapshot.written');
    return lines.join('\n');
  }

  /** How many rows more there are than there were, by table; tables with as many are left out. */
  async added(): Promise<Record<string, number>> {
    const added: Record<string, number> = {};
    for (const table of await this.written()) {
      const [row] = await rowsOf<{ more: number }>(
        this.db,
        `select (select count(*) from public.${table})::int - (select count(*) from snapshot.${table})::int as more`,
      );
      if (row!.more !== 0) added[table] = row!.more;
    }
    return added;
  }

  async restore(): Promise<void> {
    const copies = (await this.written()).map(
      (table) => `delete from public.${table}; insert into public.${table} select * from snapshot.${table};`,
    );
    // As a replica: no foreign keys in between, and no trigger that seals the audit trail anew.
    await this.db.query(
      `begin; set local session_replication_role = replica; ${copies.join('\n')} delete from snapshot.written; commit`,
    );
  }

  /** What is there now is what is put back from now on. */
  async renew(): Promise<void> {
    for (const table of await this.written())
      await this.db.query(
        `delete from snapshot.${table}; insert into snapshot.${table} select * from public.${table};`,
      );
    await this.db.query('delete from snapshot.written');
  }

  private async written(): Promise<string[]> {
    const rows = await rowsOf<{ name: string }>(
      this.db,
      'select distinct name from snapshot.written order by 1',
    );
    return rows.map(({ name }) => name);
  }
}

const MD5 = `md5(string_agg(t::text, '\\n' order by t::text))`;
