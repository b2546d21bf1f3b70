import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { BackupDesk, contentOf, type Desk, shapeOf } from '../../support/backups.js';
import { urlOf } from '../../support/product.js';
import { connect, rowsOf } from '../../support/rows.js';

/* The commands as processes of their own, killed (-9) in the middle of their work; and what a shell learns of them. */

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'dist', 'src', 'maintain.js');
const MAINTENANCE = `application_name = 'olympia-maintenance'`;

let desk: BackupDesk;
let town: Desk;

beforeAll(async () => {
  desk = new BackupDesk();
  town = await desk.town();
  await desk.backUp(town, 'town');
});
afterAll(() => desk.close());

interface Run {
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string }>;
}

function start({ database }: Desk, args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: tmpdir(),
    env: {
      ...{
        PATH: process.env['PATH'],
        OLYMPIA_BACKUP_KEY_FILE: desk.keyFile,
        DATABASE_URL: urlOf(database.runtime),
      },
      ...{
        DATABASE_MIGRATION_URL: urlOf(database.owner),
        DATABASE_BACKUP_URL: urlOf(database.backup),
        ...env,
      },
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
  return { child, ended };
}

/** Until a connection to this database waits for a lock that the test holds. */
async function untilWaiting(db: pg.Client, who: string): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and ${who}`;
  while ((await rowsOf(db, waiting)).length === 0) await sleep(20);
}

async function untilGone(db: pg.Client): Promise<void> {
  const others = `select from pg_stat_activity where datname = current_database() and application_name like 'olympia%'`;
  while ((await rowsOf(db, others)).length > 0) await sleep(20);
}

test('a backup that is killed leaves no file of its name, and a run that never ended; the next one is good', async () => {
  const blocker = await connect(town.database.superuser);
  await blocker.query('begin; lock table trials in access exclusive mode');
  const { child, ended } = start(town, ['backup', desk.path('killed')]);
  await untilWaiting(town.db, MAINTENANCE);
  child.kill('SIGKILL');
  await ended;
  await blocker.query('rollback');
  await blocker.end();
  expect(existsSync(desk.path('killed'))).toBe(false);
  expect(readdirSync(desk.folder).filter((name) => /^killed\..*\.part$/.test(name))).toHaveLength(1);
  expect(
    await rowsOf(
      town.db,
      `select kind from maintenance_runs where ended_at is null and kind = 'backup' and id in (select id from maintenance_runs order by started_at desc limit 1)`,
    ),
  ).toEqual([{ kind: 'backup' }]);
  await untilGone(town.db);
  const next = await start(town, ['backup', desk.path('killed')]).ended;
  expect([next.code, existsSync(desk.path('killed'))]).toEqual([0, true]);
});

test('a restore that is killed once all is loaded leaves the live data as they were', async () => {
  const [before, shape] = [await contentOf(town.db), await shapeOf(town.db)];
  // Stops the restore where everything is loaded, and before anything is judged.
  await town.db.query(`
    create function public.wait_here() returns event_trigger language plpgsql as $$
      begin if current_query() like '%enable trigger user%' then perform pg_advisory_xact_lock(7); end if; end $$;
    create event trigger wait_here on ddl_command_end when tag in ('ALTER TABLE') execute function public.wait_here();
    select pg_advisory_lock(7)`);
  const { child, ended } = start(town, ['restore', '--force', desk.path('town')]);
  await untilWaiting(town.db, `wait_event = 'advisory'`);
  child.kill('SIGKILL');
  await ended;
  await town.db.query(
    'select pg_advisory_unlock(7); drop event trigger wait_here; drop function public.wait_here()',
  );
  await untilGone(town.db);
  expect(await contentOf(town.db)).toEqual(before);
  expect(await shapeOf(town.db)).toEqual(shape);
});

test.each<[string, string[], Record<string, string>, number, RegExp]>([
  ['nothing to do', [], {}, 1, /^npm run backup FILE {3}/],
  ['an option of another command', ['audit:verify', '--force'], {}, 1, /^npm run backup FILE {3}/],
  [
    'no key',
    ['backup', 'x'],
    { OLYMPIA_BACKUP_KEY_FILE: '' },
    1,
    /^Backups are encrypted: set OLYMPIA_BACKUP_KEY_FILE/,
  ],
  [
    'no role that reads all',
    ['backup', 'x'],
    { DATABASE_BACKUP_URL: '' },
    1,
    /^A backup needs DATABASE_BACKUP_URL: /,
  ],
  [
    'a wrong key',
    ['restore', '--force', 'town'],
    { OLYMPIA_BACKUP_KEY_FILE: '', OLYMPIA_BACKUP_PASSPHRASE: 'fifteen letters.' },
    2,
    /^The file was encrypted with a key file, not with a passphrase/,
  ],
])('%s is told in a sentence', async (_, args, env, code, sentence) => {
  const given = args.map((word) => (word === 'town' ? desk.path('town') : word));
  const end = await start(town, given, env).ended;
  expect(end.output).toMatch(sentence);
  expect(end.output).not.toContain('fifteen');
  expect(end.code).toBe(code);
});

test('a role that does not see every row is refused by the database, instead of a backup without them', async () => {
  const { database, db } = town;
  const { code, output } = await start({ database: { ...database, backup: database.owner }, db }, [
    'backup',
    desk.path('owner'),
  ]).ended;
  expect([code, existsSync(desk.path('owner'))]).toEqual([1, false]);
  expect(output).toMatch(/row-level security/);
});
