import type { ClientBase } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { INSTALLATION_CHAIN } from '../audit/audit.js';
import { sentenceOf, verifyTrail } from '../audit/verification/trail-verification.js';
import type { DatabaseAddress } from '../config/settings.js';
import { OwnerSession } from '../database/owner-session.js';
import { BEGIN_RUN, END_RUN, type RunFigures } from '../jobs/maintenance-runs.js';
import type { BackupHead, Manifest } from './content.js';
import type { Frame } from './file/frames.js';
import { addJournal, keepJournal, replayJournal } from './journal.js';
import { assertLoaded, BackupReader, loadTables } from './load.js';
import { forceAgain, unforce, withoutGuards } from './loosened.js';
import { EXIT, Refusal } from './refusal.js';
import { identifierOf, tablesOf } from './tables.js';

export interface RestoreOptions {
  owner: DatabaseAddress;
  backup: AsyncGenerator<Frame>;
  /** Newer backups, or journals alone: what they say was erased is erased once more. */
  journals: readonly AsyncGenerator<Frame>[];
  /** Replace what the database holds. */
  force: boolean;
  /** A trail that was broken before the backup was taken does not keep the rest from coming back. */
  brokenTrail: boolean;
  say: (line: string) => void;
}

export interface Restored extends RunFigures {
  tables: number;
  rows: number;
  /** Migrations that were applied to the older data. */
  migrations: number;
  events: number;
  erased: RunFigures;
}

/**
 * Puts a backup into a database: in one transaction, so that the database is as it was until everything is loaded, counted, hashed, its trail
 * verified and what was erased since is erased once more.
 * @throws Refusal, or Error with a sentence for people; then nothing has changed
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const reader = await BackupReader.open(options.backup);
  try {
    return await OwnerSession.run(options.owner, (session) => restoreIn(session, reader, options));
  } finally {
    await reader.close();
  }
}

async function restoreIn(
  session: OwnerSession,
  reader: BackupReader,
  options: RestoreOptions,
): Promise<Restored> {
  const { client } = session;
  const { head } = reader;
  assertWhole(head);
  assertKnown(head.schema, session.newest, `The backup was made by version ${head.product}, which`);
  await client.query(`set local lock_timeout = '15s'`);
  await assertUnused(session);
  assertKnown(await session.applied(), session.newest, 'The database was used by a version that');
  await session.migrateUp();
  await unforce(client);
  if (!options.force) await assertEmpty(client);
  await keepJournal(client);
  for (const journal of options.journals) await addJournal(client, await BackupReader.open(journal));
  await emptyTables(client);
  await session.migrateTo(head.schema);
  const manifest = await load(session, reader);
  options.say(
    `Loaded ${rowsOf(manifest)} rows of ${Object.keys(manifest.tables).length} tables; all are as the manifest says.`,
  );
  const migrations = await session.migrateUp();
  await unforce(client);
  const { events } = await trailOf(client, options.brokenTrail);
  const erased = await replayJournal(client);
  const tables = Object.keys(manifest.tables).length;
  const restored = { tables, rows: rowsOf(manifest), migrations, events, erased };
  await note(client, restored);
  await session.settle();
  await forceAgain(client);
  return restored;
}

async function load(session: OwnerSession, reader: BackupReader): Promise<Manifest> {
  const { client } = session;
  await unforce(client);
  // What migrations brought along is in the backup, too.
  await emptyTables(client);
  let manifest: Manifest = { tables: {} };
  await withoutGuards(client, async () => {
    manifest = await loadTables(client, reader);
  });
  await assertLoaded(client, manifest);
  await forceAgain(client);
  return manifest;
}

/** Sessions, too: whoever was shut out since stays out, and everybody signs in anew. */
async function emptyTables(client: ClientBase): Promise<void> {
  const more = ['public.sessions', 'public.password_resets', 'public.sign_in_throttles'];
  const all = [...(await tablesOf(client)).map(identifierOf), ...more];
  const { rows } = await client.query<{ name: string }>(
    'select name from unnest($1::text[]) as t (name) where to_regclass(name) is not null',
    [all],
  );
  if (rows.length > 0) await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
}

async function trailOf(client: ClientBase, brokenTrail: boolean): Promise<{ events: number }> {
  const { faults, events } = await verifyTrail(client);
  const [first] = faults;
  if (!first || brokenTrail) return { events };
  throw new Refusal(
    EXIT.trail,
    `The audit trail in the backup is broken: ${sentenceOf(first)} Nothing was changed; with --broken-trail it is restored all the same.`,
  );
}

/** The trail and the list of runs say that there was a restore. */
async function note(client: ClientBase, figures: Restored): Promise<void> {
  const id = uuidv7();
  await client.query(BEGIN_RUN, [id, 'restore']);
  await client.query(END_RUN, [id, 'ok', JSON.stringify(figures)]);
  await client.query(
    `insert into audit_events (chain, action, object_type, object_id) values ($1, 'installation.restore', 'installation', $2)`,
    [INSTALLATION_CHAIN, id],
  );
}

function assertWhole({ scope }: BackupHead): void {
  if (scope === 'all') return;
  throw new Refusal(
    EXIT.file,
    'The file holds the journal of erasures alone; give it with --journal beside a backup.',
  );
}

function assertKnown(schema: readonly string[], newest: readonly string[], whose: string): void {
  const unknown = schema.filter((name) => !newest.includes(name));
  if (unknown.length === 0) return;
  throw new Refusal(
    EXIT.newer,
    `${whose} is newer than this one (${unknown.length} unknown changes of the schema, first ${unknown[0]}); install that version first.`,
  );
}

/** A program that goes on writing would meet rows that it does not know, and keep the tables from us. */
async function assertUnused(session: OwnerSession): Promise<void> {
  const { rows } = await session.client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like 'olympia%'`,
  );
  const count = rows[0]?.count ?? 0;
  if (count === 0 && (await session.lockSchema())) return;
  throw new Refusal(
    EXIT.occupied,
    `The program is still connected to this database (${count} connections); stop it first.`,
  );
}

async function assertEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>(
    'select exists (select from accounts) or exists (select from municipalities) as held',
  );
  if (!rows[0]?.held) return;
  throw new Refusal(
    EXIT.occupied,
    'The database holds data already; --force replaces them with those of the backup.',
  );
}

function rowsOf({ tables }: Manifest): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}
