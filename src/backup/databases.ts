import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration } from '../config/env.js';
import type { DatabaseAddress } from '../config/settings.js';
import { DataInUse, lockData } from '../database/embedded/data-lock.js';
import { isCluster, runningEmbedded, startEmbedded } from '../database/embedded/embedded-postgres.js';
import { EXIT, Refusal } from './refusal.js';

/** The installation's database, by the roles that the commands need. */
export interface Databases {
  /** Sees everything, writes nothing; null: none was set. */
  backup: DatabaseAddress | null;
  /** Owns the tables; null: none was set, or the program is running. */
  owner: DatabaseAddress | null;
  /** The application's. */
  runtime: DatabaseAddress;
  close(): Promise<void>;
}

export interface Installation {
  configuration: Configuration;
  demo: boolean;
}

const PATIENCE_MS = 60_000;

/**
 * The database as the environment names it. The built-in one is started if it does not run; while the program runs, its server is asked.
 * @param alone refuse while the program runs on the built-in database, and make one where there is none
 * @throws Refusal
 */
export async function openDatabases(installation: Installation, alone: boolean): Promise<Databases> {
  const { configuration, demo } = installation;
  const { database, backup } = configuration;
  if (database && !demo) return { ...database, backup: backup.database, close: () => Promise.resolve() };
  const folder = join(configuration.dataDirectory, demo ? 'demo' : 'main');
  const dataDir = join(folder, 'postgres');
  if (!alone && !isCluster(dataDir)) throw new Refusal(EXIT.failed, `There is no database in ${folder} yet.`);
  try {
    return await startOwn(folder, dataDir);
  } catch (error) {
    if (!(error instanceof DataInUse)) throw error;
    if (alone) throw new Refusal(EXIT.occupied, `The program is running on ${folder}; stop it first.`);
    return askRunning(dataDir);
  }
}

async function startOwn(folder: string, dataDir: string): Promise<Databases> {
  const lock = await lockData(folder);
  try {
    const server = await startEmbedded({ dataDir });
    return {
      backup: server.backup('olympia'),
      owner: server.owner('olympia'),
      runtime: server.runtime('olympia'),
      close: async () => {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Whoever holds the data may have only begun to start its server. */
async function askRunning(dataDir: string): Promise<Databases> {
  const deadline = Date.now() + PATIENCE_MS;
  let server = runningEmbedded(dataDir);
  while (!server && Date.now() < deadline) {
    await sleep(200);
    server = runningEmbedded(dataDir);
  }
  if (server) {
    const close = (): Promise<void> => Promise.resolve();
    return { backup: server.backup('olympia'), owner: null, runtime: server.runtime('olympia'), close };
  }
  throw new Refusal(EXIT.failed, `The data in ${dataDir} are in use, but their server does not run.`);
}
