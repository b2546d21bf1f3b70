import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { RestoreCommand } from '../../src/backup/commands.js';
import type { Configuration } from '../../src/config/env.js';
import { addHiddenRows } from '../e2e/row-security/more-rows.js';
import { buildCity, type City } from './city.js';
import { type FreshDatabase, freshDatabase } from './database.js';
import { load } from './outside.js';
import { connect, rowsOf } from './rows.js';

const commands = await load<typeof import('../../src/backup/commands.js')>('backup/commands.js');

/** Databases, files and the commands on them, as an operator has them; without processes. */
export class BackupDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'olympia-backups-'));
  readonly keyFile = join(this.folder, 'key');
  /** What the commands said. */
  readonly lines: string[] = [];
  private readonly open: { close: () => Promise<void> }[] = [];

  constructor() {
    writeFileSync(this.keyFile, randomBytes(32));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A database of its own, with a connection above all policies. */
  async database(made = freshDatabase()): Promise<Desk> {
    const database = await made;
    const db = await connect(database.superuser);
    this.open.push({ close: () => db.end().then(() => database.drop()) });
    return { database, db };
  }

  /** The small city, with a row in every table and a trail that holds. */
  async town(): Promise<Desk & { city: City }> {
    const desk = await this.database();
    const city = await buildCity(desk.db);
    await addHiddenRows(desk.db, city);
    await desk.db.query(`insert into audit_events (chain, action, object_type, institution_id)
      select id, 'institution.create', 'institution', id from institutions`);
    // Enough that cannot be compressed for a file of many chunks.
    await desk.db.query(`update mail_outbox set letter = jsonb_build_object('words',
      (select string_agg(md5(random()::text || n), '') from generate_series(1, 100000) n))`);
    await desk.db.query(
      `insert into pgboss.job (name, data) values ('mail', '{"mail": "1"}'), ('daily', '{}')`,
    );
    return { ...desk, city };
  }

  backUp({ database }: Desk, name: string, journalOnly = false): Promise<void> {
    return commands.backUp({ ...this.command(database), file: this.path(name), journalOnly });
  }

  restore({ database }: Desk, name: string, more: Partial<RestoreCommand> = {}): Promise<void> {
    const { force = false, brokenTrail = false, journals = [], ...rest } = more;
    return commands.restoreFrom({
      ...this.command(database),
      ...{ file: this.path(name), force, brokenTrail, ...rest },
      journals: journals.map((journal) => this.path(journal)),
    });
  }

  verify({ database }: Desk): Promise<void> {
    return commands.verifyAudit(this.command(database));
  }

  command({ runtime, owner, backup }: FreshDatabase): {
    configuration: Configuration;
    demo: boolean;
    say: (line: string) => void;
  } {
    const key = { passphrase: null, keyFile: this.keyFile };
    const configuration = { database: { runtime, owner }, backup: { database: backup, ...key } };
    return {
      configuration: configuration as Configuration,
      demo: false,
      say: (line) => this.lines.push(line),
    };
  }

  async close(): Promise<void> {
    for (const { close } of this.open.reverse()) await close();
    rmSync(this.folder, { recursive: true });
  }
}

export interface Desk {
  database: FreshDatabase;
  /** Above all policies. */
  db: pg.Client;
}

/** A fingerprint of each table's rows; of those that a backup holds, or of all. */
export async function contentOf(db: pg.Client, apart: readonly string[] = []): Promise<Map<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    db,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const content = new Map<string, string>();
  for (const { name } of tables) {
    if (apart.includes(name)) continue;
    const [row] = await rowsOf<{ sum: string }>(
      db,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '') as sum from ${name} t`,
    );
    content.set(name, row!.sum);
  }
  return content;
}

/** What a load lays aside and must put back: constraints, triggers, forced policies, rights, the list of migrations. */
export async function shapeOf(db: pg.Client): Promise<object> {
  const IN = `in ('public'::regnamespace, 'pgboss'::regnamespace)`;
  return {
    constraints: await rowsOf(
      db,
      `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as what, convalidated
       from pg_constraint where connamespace ${IN} and conrelid <> 0 order by 1, 2`,
    ),
    tables: await rowsOf(
      db,
      `select oid::regclass::text as name, relrowsecurity, relforcerowsecurity, relacl::text from pg_class
       where relnamespace ${IN} and relkind in ('r', 'p') order by 1`,
    ),
    triggers: await rowsOf(
      db,
      `select tgrelid::regclass::text as of, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
    ),
    policies: await rowsOf(db, 'select * from pg_policies order by schemaname, tablename, policyname'),
    indexes: await rowsOf(
      db,
      `select indexdef from pg_indexes where schemaname in ('public', 'pgboss') order by 1`,
    ),
    migrations: await rowsOf(db, 'select name from migrations order by name'),
  };
}
