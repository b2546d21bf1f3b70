import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseAddress } from '../../config/settings.js';
import { findBinaries } from './binaries.js';
import { createCluster } from './cluster.js';
import { prepareDatabase } from './roles.js';
import { serverAccounts, type ServerAccount } from './server-account.js';
import { runServer, type RunningServer } from './server.js';

/** Roles of the built-in server; the external one gets the last two from its administrator. */
export const SUPERUSER = 'olympia_superuser';
export const OWNER = 'olympia_owner';
export const RUNTIME = 'olympia_app';

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
  /** Ends the server after a checkpoint; does nothing when it is gone already. */
  stop(): Promise<void>;
}

/**
 * Starts (or takes over) the built-in PostgreSQL and makes its two roles and the database `olympia`.
 * Call it only while holding the lock of the data directory.
 * @throws Error with a sentence for people, naming the log file where there is one.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  refuseOtherVersion(dataDir);
  const server = await startAsAnyAccount({ ...options, dataDir });
  const as = (user: string) => (database: string) => ({ host: server.socketDir, user, database });
  try {
    await prepareDatabase(as(SUPERUSER)('postgres'), { owner: OWNER, runtime: RUNTIME, database: 'olympia' });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { superuser: as(SUPERUSER), owner: as(OWNER), runtime: as(RUNTIME), stop: () => server.stop() };
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

function isCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'PG_VERSION'));
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
