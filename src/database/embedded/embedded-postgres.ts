import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseAddress } from '../../config/settings.js';
import { findBinaries } from './binaries.js';
import { createCluster } from './cluster.js';
import { isRunning, readPostmaster } from './postmaster.js';
import { prepareDatabase } from './roles.js';
import { serverAccounts, type ServerAccount } from './server-account.js';
import { runServer, type RunningServer } from './server.js';

/** Roles of the built-in server; the external one gets the last three from its administrator. */
export const SUPERUSER = 'olympia_superuser';
export const OWNER = 'olympia_owner';
export const RUNTIME = 'olympia_app';
export const BACKUP = 'olympia_backup';
const DATABASE = 'olympia';

export interface EmbeddedOptions {
  /** Folder of the cluster; made when missing. */
  dataDir: string;
  /** `false` trades safety after a power cut for speed: for tests only. */
  durable?: boolean;
  /** Started again, at the same place, whenever it ends by itself. */
  watched?: boolean;
  log?: (line: string) => void;
}

/** A running PostgreSQL that only this machine's user can reach, through a private Unix socket. */
export interface EmbeddedPostgres {
  /** Address as superuser; for preparing databases, never for the application. */
  superuser(database: string): DatabaseAddress;
  /** Address as owner of the tables; for migrations. */
  owner(database: string): DatabaseAddress;
  /** Address as the role the application runs under. */
  runtime(database: string): DatabaseAddress;
  /** Address as the role that reads everything; for backups. */
  backup(database: string): DatabaseAddress;
  /** Ends the server after a checkpoint; does nothing when it is gone already. */
  stop(): Promise<void>;
}

/**
 * Starts (or takes over) the built-in PostgreSQL and makes its three roles and the database `olympia`.
 * Call it only while holding the lock of the data directory.
 * @throws Error with a sentence for people, naming the log file where there is one.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  refuseOtherVersion(dataDir);
  const server = await startAsAnyAccount({ ...options, dataDir });
  const as = (user: string) => (database: string) => ({ host: server.socketDir, user, database });
  try {
    const names = { owner: OWNER, runtime: RUNTIME, backup: BACKUP, database: DATABASE };
    await prepareDatabase(as(SUPERUSER)('postgres'), names);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = (): Promise<void> => server.stop();
  return { superuser: as(SUPERUSER), owner: as(OWNER), runtime: as(RUNTIME), backup: as(BACKUP), stop };
}

/** The server that another process runs on this folder; null when there is none, or it is still on its way. */
export function runningEmbedded(dataDir: string): Pick<EmbeddedPostgres, 'runtime' | 'backup'> | null {
  const folder = resolve(dataDir);
  const server = readPostmaster(folder);
  if (!server?.socketDir || !isRunning(folder, server)) return null;
  const as = (user: string) => (database: string) => ({ host: server.socketDir, user, database });
  return { runtime: as(RUNTIME), backup: as(BACKUP) };
}

export function isCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'PG_VERSION'));
}

async function startAsAnyAccount(options: EmbeddedOptions): Promise<RunningServer> {
  const { dataDir, durable = true, watched = false, log = () => undefined } = options;
  const binaries = findBinaries();
  if (!isCluster(dataDir)) {
    await firstThatCan(serverAccounts(dataDir), (account) =>
      createCluster({ binaries, account, dataDir, superuser: SUPERUSER, durable }),
    );
  }
  return firstThatCan(serverAccounts(dataDir), (account) =>
    runServer({ binaries, account, dataDir, superuser: SUPERUSER, durable, watched, log }),
  );
}

/** Which account can reach both the programs and the data depends on the machine, so they are tried in turn. */
async function firstThatCan<T>(
  accounts: ServerAccount[],
  action: (account: ServerAccount) => Promise<T>,
): Promise<T> {
  const failures = new Set<string>();
  for (const account of accounts) {
    try {
      return await action(account);
    } catch (error) {
      failures.add((error as Error).message.split('\n').slice(-3).join(' '));
    }
  }
  throw new Error(`The built-in PostgreSQL did not start: ${[...failures].join(' ')}`);
}

const SHIPPED_VERSION = '18';

function refuseOtherVersion(dataDir: string): void {
  if (!isCluster(dataDir)) return;
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === SHIPPED_VERSION) return;
  throw new Error(
    `The data in ${dataDir} were written by PostgreSQL ${found}; this release brings PostgreSQL ${SHIPPED_VERSION} ` +
      'and cannot read them.',
  );
}
