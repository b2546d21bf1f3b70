import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sentenceOf, verifyTrail } from '../audit/verification/trail-verification.js';
import { type Databases, type Installation, openDatabases } from './databases.js';
import { readBackupFile, writeBackupFile } from './file/backup-file.js';
import type { Frame } from './file/frames.js';
import { BackupReader } from './load.js';
import { beginRun, noteFailure } from './noted.js';
import { EXIT, Refusal } from './refusal.js';
import { restore } from './restore.js';
import { asSystem, secretOf, withClient } from './sessions.js';
import { takeBackup } from './take.js';

export interface Command extends Installation {
  say: (line: string) => void;
}

export interface RestoreCommand extends Command {
  file: string;
  journals: readonly string[];
  force: boolean;
  brokenTrail: boolean;
}

/** Writes the whole database, or the journal of erasures alone, into a new file. @throws Refusal */
export async function backUp(command: Command & { file: string; journalOnly: boolean }): Promise<void> {
  const secret = secretOf(command.configuration);
  await withDatabases(command, false, async ({ backup, runtime }) => {
    if (!backup) throw NO_BACKUP_ROLE;
    const file = resolve(command.file);
    const scope = command.journalOnly ? 'journal' : 'all';
    const sums = { tables: 0, rows: 0 };
    const run = await beginRun(runtime, command.journalOnly ? 'journal' : 'backup', 'installation.backup');
    try {
      const begun = performance.now();
      const about = { scope, product: productVersion() } as const;
      const bytes = await withClient(backup, (client) =>
        writeBackupFile(file, secret, counted(takeBackup(client, about), sums)),
      );
      await run.end('ok', { ...sums, bytes, seconds: seconds(begun) });
      command.say(
        `Wrote ${file}: ${sums.rows} rows of ${sums.tables} tables, ${megabytes(bytes)}, ${seconds(begun)} s.`,
      );
    } catch (error) {
      await run.end('failed', {}).catch(() => undefined);
      throw error;
    }
  });
}

/** Puts a backup in the database's place. @throws Refusal; then nothing has changed */
export async function restoreFrom(command: RestoreCommand): Promise<void> {
  const secret = secretOf(command.configuration);
  await assertReadable(command.file, secret);
  await withDatabases(command, true, async ({ owner, runtime }) => {
    if (!owner) throw NO_OWNER;
    const begun = performance.now();
    try {
      const restored = await restore({
        ...{ owner, force: command.force, brokenTrail: command.brokenTrail, say: command.say },
        backup: readBackupFile(resolve(command.file), secret),
        journals: command.journals.map((journal) => readBackupFile(resolve(journal), secret)),
      });
      await withClient(owner, (client) => client.query('analyze'));
      sayRestored(command, restored);
      command.say(`Restored in ${seconds(begun)} s. Everybody signs in anew.`);
    } catch (error) {
      await noteFailure(runtime, 'restore');
      throw error;
    }
  });
}

/** Reads a backup from its first to its last byte and touches no database. @throws Refusal */
export async function checkFile(command: Command & { file: string }): Promise<void> {
  const secret = secretOf(command.configuration);
  const reader = await BackupReader.open(readBackupFile(resolve(command.file), secret));
  const { head } = reader;
  const { tables } = await reader.each(async (_, rows) => {
    for await (const _piece of rows);
  });
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  command.say(
    `${command.file} is whole: ${rows} rows of ${Object.keys(tables).length} tables, taken at ${head.takenAt} by version ${head.product}.`,
  );
}

/** Verifies the audit trail. @throws Refusal naming the first broken row */
export async function verifyAudit(command: Command): Promise<void> {
  await withDatabases(command, false, async ({ runtime }) => {
    const begun = performance.now();
    const run = await beginRun(runtime, 'audit_verify');
    const report = await asSystem(
      runtime,
      (client) => verifyTrail(client),
      'begin isolation level repeatable read read only',
    );
    const { chains, events, broken, faults } = report;
    await run.end(broken === 0 ? 'ok' : 'failed', { chains, events, broken, seconds: seconds(begun) });
    const [first, ...others] = faults;
    if (first) throw new Refusal(EXIT.trail, brokenTrail(broken, sentenceOf(first), others.map(sentenceOf)));
    command.say(`The audit trail is whole: ${events} entries in ${chains} chains, ${seconds(begun)} s.`);
  });
}

function brokenTrail(broken: number, first: string, others: string[]): string {
  const more = others.length > 0 ? [`${broken} chains are broken; the next ones:`, ...others] : [];
  return [`The audit trail is broken: ${first}`, ...more].join('\n');
}

async function withDatabases(
  command: Command,
  alone: boolean,
  work: (databases: Databases) => Promise<void>,
): Promise<void> {
  const databases = await openDatabases(command, alone);
  try {
    await work(databases);
  } finally {
    await databases.close();
  }
}

/** Before a server is started or made: the commonest mistakes are a wrong path and a wrong key. */
async function assertReadable(file: string, secret: ReturnType<typeof secretOf>): Promise<void> {
  const reader = await BackupReader.open(readBackupFile(resolve(file), secret));
  await reader.close();
}

async function* counted(
  frames: AsyncGenerator<Frame>,
  sums: { tables: number; rows: number },
): AsyncGenerator<Frame> {
  for await (const frame of frames) {
    if (frame.kind === 'end') {
      sums.tables += 1;
      sums.rows += (frame.content as { rows: number }).rows;
    }
    yield frame;
  }
}

function sayRestored({ say }: Command, restored: Awaited<ReturnType<typeof restore>>): void {
  const { events, migrations, erased } = restored;
  say(`The audit trail was verified: ${events} entries.`);
  if (migrations > 0) say(`Brought the database up to date: ${migrations} migrations.`);
  const kinds = Object.entries(erased).map(([kind, count]) => `${kind} ${count as number}`);
  say(kinds.length > 0 ? `Erased once more: ${kinds.join(', ')}.` : 'Nothing had been erased since.');
}

/** From package.json, which stands beside the built program. */
function productVersion(): string {
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function seconds(begun: number): number {
  return Math.round((performance.now() - begun) / 100) / 10;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const NO_BACKUP_ROLE = new Refusal(
  EXIT.failed,
  'A backup needs DATABASE_BACKUP_URL: a role that reads past row-level security (docs/operations.md says how to make one).',
);
const NO_OWNER = new Refusal(
  EXIT.failed,
  'A restore needs DATABASE_MIGRATION_URL, the role that owns the tables.',
);
