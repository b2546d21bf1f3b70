import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '../../../src/config/settings.js';
import type { EmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { readPostmaster } from '../../../src/database/embedded/postmaster.js';
import { load } from '../../support/outside.js';

const { startEmbedded } = await load<typeof import('../../../src/database/embedded/embedded-postgres.js')>(
  'database/embedded/embedded-postgres.js',
);

const BACK_SECONDS = 60;

/** A database server of its own, durable as in service, to be killed: the product starts it again by itself. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {}

  /** With the tables, and nothing in them. */
  static async open(): Promise<Cluster> {
    const prepared = process.env['OLYMPIA_TEST_DATA'];
    if (!prepared) throw new Error('There are no prepared data: run the tests by "npm test".');
    const folder = mkdtempSync(join(tmpdir(), 'olympia-faults-'));
    // The server may have to run under another account.
    chmodSync(folder, 0o755);
    execFileSync('cp', ['-a', join(prepared, 'main', 'postgres'), folder]);
    const dataDir = join(folder, 'postgres');
    return new Cluster(folder, await startEmbedded({ dataDir, watched: true }));
  }

  /** As the application. */
  get runtime(): DatabaseAddress {
    return this.server.runtime('olympia');
  }

  /** Ends the server and all its helpers as a power cut ends a machine, except that what the system was told to write is written. */
  kill(): void {
    const { pid } = readPostmaster(join(this.folder, 'postgres'))!;
    for (const victim of [pid, ...childrenOf(pid)]) killHard(victim);
  }

  /** A connection above all policies, as soon as the server takes some. */
  async connect(): Promise<pg.Client> {
    const deadline = Date.now() + BACK_SECONDS * 1000;
    for (;;) {
      const client = new pg.Client(this.server.superuser('olympia'));
      // It may be killed at any moment; whoever asks next is told.
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(20);
      }
    }
  }

  /** Changes a setting of the server for all its connections. */
  async set(name: string, value: string): Promise<void> {
    const client = await this.connect();
    await client.query(`alter system set ${name} = ${value}`);
    await client.query('select pg_reload_conf()');
    await client.end();
  }

  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** Whoever has ended meanwhile, by itself or because its parent is gone, needs no killing. */
function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return table.split('\n').flatMap((line) => {
      const [pid, of] = line.trim().split(/\s+/).map(Number);
      return of === parent ? [pid!] : [];
    });
  }
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    // After the name, which may hold anything, in brackets: state and parent.
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0],
    );
  } catch {
    return null;
  }
}
