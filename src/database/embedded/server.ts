import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import { keepRunning } from './keep-running.js';
import { isRunning, readPostmaster, removeStaleNote } from './postmaster.js';
import type { ServerAccount } from './server-account.js';

export interface ServerOptions {
  binaries: Binaries;
  account: ServerAccount;
  dataDir: string;
  superuser: string;
  durable: boolean;
  watched: boolean;
  log: (line: string) => void;
}

export interface RunningServer {
  /** Folder of the Unix socket. */
  socketDir: string;
  stop(): Promise<void>;
}

const PORT = 5432;
/** SQLSTATE cannot_connect_now. */
const STARTING_OR_STOPPING = '57P03';
const SOCKET_PREFIX = 'olympia-pg-';
/** Recovery after a crash may take a while; it is still better than giving up in the middle of it. */
const PATIENCE_SECONDS = 120;
const STOP_SECONDS = 30;
/** An address of a Unix socket holds 104 bytes on macOS, 108 on Linux, the last of them a zero. */
const LONGEST_SOCKET_PATH = 103;

/** Starts the server on an existing cluster, or takes over one that outlived its application. */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, log } = options;
  const previous = readPostmaster(dataDir);
  if (previous && isRunning(dataDir, previous)) {
    if (await answers(options, previous.socketDir)) {
      log(`Taking over the PostgreSQL that is still running (process ${previous.pid}).`);
      return handle(options, previous.socketDir);
    }
    await stopIfRunning(options, ['immediate']);
  }
  if (previous) {
    log('The last run did not end cleanly; PostgreSQL recovers its data.');
    removeStaleNote(dataDir);
    removeSocketDir(previous.socketDir);
  }
  const socketDir = makeSocketDir(options.account);
  try {
    await launch(options, socketDir);
  } catch (error) {
    removeSocketDir(socketDir);
    throw error;
  }
  return handle(options, socketDir);
}

/** Right after kill -9 helpers of the old server may hold its memory for a moment; then a new try succeeds. */
async function launch(options: ServerOptions, socketDir: string): Promise<void> {
  const start = ['start', '-w', '-t', String(PATIENCE_SECONDS), '-l', logFile(options)];
  for (let tries = 1; ; tries++) {
    const begin = logSize(options);
    try {
      await pgCtl(options, [...start, '-o', serverArguments(options, socketDir)]);
      return;
    } catch (error) {
      const complaint = logSince(options, begin);
      if (tries < 10 && complaint.includes('still in use')) await sleep(200 * tries);
      else throw complaint ? new Error(complaint, { cause: error }) : error;
    }
  }
}

/** At the same place, where everybody goes on to look for it; what the dead one has left there would be taken for a living one's. */
async function launchAgain(options: ServerOptions, socketDir: string): Promise<void> {
  removeStaleNote(options.dataDir);
  for (const left of readdirSync(socketDir)) rmSync(join(socketDir, left), { force: true });
  await launch(options, socketDir);
}

function serverArguments({ durable }: ServerOptions, socketDir: string): string {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    // The application reports its errors itself; the server's own log would repeat personal data from them: in the row that was
    // refused, in the statement that failed, in the one that was under way when a process was killed.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const switches = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${PORT}`, `-k ${shellWord(socketDir)}`, ...switches].join(' ');
}

/** pg_ctl hands the server's arguments to a shell. */
function shellWord(text: string): string {
  return process.platform === 'win32' ? `"${text}"` : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** pg_ctl also knows how to start without an administrator's rights on Windows, and how to stop there. */
function pgCtl({ account, binaries, dataDir }: ServerOptions, args: string[]): Promise<string> {
  return account.run(binaries.pgCtl, [...args, '-s', '-D', dataDir]);
}

function handle(options: ServerOptions, socketDir: string): RunningServer {
  const [isUp, start] = [() => runs(options), () => launchAgain(options, socketDir)];
  const endWatch = options.watched ? keepRunning({ runs: isUp, start, log: options.log }) : null;
  const stop = async (): Promise<void> => {
    await endWatch?.();
    await stopIfRunning(options, ['fast', 'immediate']);
    removeSocketDir(socketDir);
  };
  return { socketDir, stop };
}

type StopMode = 'fast' | 'immediate';

/**
 * Tries the modes in turn. Fast cuts the connections and writes a checkpoint; immediate, if that hangs, just ends:
 * the next start recovers.
 */
async function stopIfRunning(options: ServerOptions, modes: StopMode[]): Promise<void> {
  for (const mode of modes) {
    if (!runs(options)) return;
    await requestStop(options, mode);
    const deadline = Date.now() + STOP_SECONDS * 1000;
    while (runs(options) && Date.now() < deadline) await sleep(50);
  }
  if (runs(options)) throw new Error(`PostgreSQL does not stop; its log is ${logFile(options)}.`);
}

/** By a signal, not by pg_ctl: a helper may fall victim to the very Ctrl-C that it is to carry out. Windows has no signals. */
async function requestStop(options: ServerOptions, mode: StopMode): Promise<void> {
  if (process.platform === 'win32') {
    await pgCtl(options, ['stop', '-m', mode, '-W']);
    return;
  }
  const server = readPostmaster(options.dataDir);
  if (server) signalServer(server.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function runs({ dataDir }: ServerOptions): boolean {
  const noted = readPostmaster(dataDir);
  return noted !== null && isRunning(dataDir, noted);
}

function makeSocketDir({ owner }: ServerAccount): string {
  const name = join(SOCKET_PREFIX + 'XXXXXX', `.s.PGSQL.${PORT}`);
  const parent = join(tmpdir(), name).length > LONGEST_SOCKET_PATH ? '/tmp' : tmpdir();
  const folder = mkdtempSync(join(parent, SOCKET_PREFIX));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

/** Only ever removes a folder that this launcher made, whatever the note in the data says. */
function removeSocketDir(folder: string): void {
  if (basename(folder).startsWith(SOCKET_PREFIX)) rmSync(folder, { recursive: true, force: true });
}

/** Whether a server takes connections, now or once it has ended its recovery. */
async function answers({ superuser }: ServerOptions, socketDir: string): Promise<boolean> {
  const address = { host: socketDir, port: PORT, user: superuser, database: 'postgres' };
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  while (Date.now() < deadline) {
    const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if ((error as pg.DatabaseError).code !== STARTING_OR_STOPPING) return false;
      await sleep(100);
    }
  }
  return false;
}

function logFile({ dataDir }: ServerOptions): string {
  return join(dataDir, 'server.log');
}

function logSize(options: ServerOptions): number {
  return statSync(logFile(options), { throwIfNoEntry: false })?.size ?? 0;
}

/** What the server said since then, without its time stamps, the refusals only. */
function logSince(options: ServerOptions, begin: number): string {
  if (logSize(options) <= begin) return '';
  const lines = readFileSync(logFile(options)).subarray(begin).toString('utf8').split('\n');
  const refusals = lines.filter((line) => /FATAL|PANIC|HINT/.test(line));
  return refusals.map((line) => line.replace(/^.*?\b(FATAL|PANIC|HINT):\s*/, '')).join(' ');
}
