import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration } from './config/env.js';
import type { DatabaseAddress, Settings } from './config/settings.js';
import { createApp } from './create-app.js';
import { lockData, type DataLock } from './database/embedded/data-lock.js';
import { startEmbedded } from './database/embedded/embedded-postgres.js';
import { assertMigrated, migrate } from './database/migrate.js';
import { Readiness } from './health/readiness.js';
import { Door } from './http/door.js';
import { assertFree, portProblem } from './http/port.js';
import type { Log } from './kernel/log/log.js';
import type { Lifetime } from './lifetime.js';

/** One start of the product, as asked for by the environment and the command line. */
export interface Start {
  configuration: Configuration;
  demo: boolean;
  lifetime: Lifetime;
  log: Log;
  say: (line: string) => void;
}

interface Databases {
  runtime: DatabaseAddress;
  owner: DatabaseAddress | null;
}

/** Requests that still run at the end get this long; a browser's download may take more, a deployment does not wait. */
const DRAIN_MS = 10_000;
/** SQLSTATE cannot_connect_now. */
const STARTING = '57P03';
const RECOVERY_TRIES = 240;
const RECOVERY_PAUSE_MS = 500;
const WEB_ROOT = join(import.meta.dirname, '..', '..', 'web', 'dist');

/** Folder of this start's data: demo and real data never mix. */
export function dataDirectoryOf({ configuration, demo }: Start): string {
  return join(configuration.dataDirectory, demo ? 'demo' : 'main');
}

/**
 * Everything up to an application that is ready but not yet listening.
 * @throws Error whose message is a sentence for people
 */
export async function prepare(start: Start): Promise<NestFastifyApplication> {
  const external = externalDatabase(start);
  if (!external)
    await start.lifetime.hold(
      () => lockDirectory(start),
      (lock) => lock.release(),
    );
  await assertFree(start.configuration);
  const databases = external ?? (await embeddedDatabase(start));
  await bringUpToDate(start, databases);
  return start.lifetime.hold(
    () => bootedApp(start, databases.runtime),
    (app) => endApp(app, start.configuration),
  );
}

/** Opens the door. @throws Error whose message is a sentence for people */
export async function listen(app: NestFastifyApplication, { host, port }: Configuration): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code ? portProblem({ host, port }, code) : error;
  }
}

async function lockDirectory(start: Start): Promise<DataLock> {
  const folder = dataDirectoryOf(start);
  try {
    return await lockData(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new Error(`Nothing can be kept in ${folder} (${code}). Choose another folder with OLYMPIA_DATA.`, {
      cause: error,
    });
  }
}

/** The demo city never goes into a database that may hold real people. */
function externalDatabase({ configuration, demo, say }: Start): Databases | null {
  if (!demo || !configuration.database) return configuration.database;
  say('The demo uses a database of its own; DATABASE_URL is ignored.');
  return null;
}

async function embeddedDatabase(start: Start): Promise<Databases> {
  const dataDir = join(dataDirectoryOf(start), 'postgres');
  const server = await start.lifetime.hold(
    () => startEmbedded({ dataDir, watched: true, log: start.say }),
    (running) => running.stop(),
  );
  return { runtime: server.runtime('olympia'), owner: server.owner('olympia') };
}

async function bringUpToDate({ lifetime, say }: Start, { runtime, owner }: Databases): Promise<void> {
  lifetime.goOn();
  const once = <T>(ask: (address: DatabaseAddress) => Promise<T>) => onceStarted(lifetime, ask);
  if (!owner) return answering('DATABASE_URL', runtime, once(assertMigrated));
  const applied = await answering('DATABASE_MIGRATION_URL', owner, once(migrate));
  if (applied.length > 0) say(`Brought the database up to date: ${applied.length} migrations.`);
}

/** After a power cut the database may still be recovering when the program is back already: then it says so, and is waited for. */
function onceStarted<T>(
  lifetime: Lifetime,
  ask: (address: DatabaseAddress) => Promise<T>,
): (address: DatabaseAddress) => Promise<T> {
  return async (address) => {
    for (let left = RECOVERY_TRIES; ; left -= 1) {
      try {
        return await ask(address);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== STARTING || left === 0) throw error;
        await sleep(RECOVERY_PAUSE_MS);
        lifetime.goOn();
      }
    }
  };
}

/** A database that does not answer says so in many ways, some of them without a word; name whom we asked. */
async function answering<T>(
  variable: string,
  address: DatabaseAddress,
  ask: (address: DatabaseAddress) => Promise<T>,
): Promise<T> {
  try {
    return await ask(address);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const whom = 'host' in address ? 'The built-in database' : `The database of ${variable}`;
    throw new Error(`${whom} cannot be used: ${message || code}`, { cause: error });
  }
}

async function bootedApp(start: Start, database: DatabaseAddress): Promise<NestFastifyApplication> {
  const app = await createApp(settingsOf(start, database), { log: start.log });
  try {
    await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

function settingsOf(start: Start, database: DatabaseAddress): Settings {
  const { configuration, demo, say } = start;
  const { publicUrl, poolSize, trustedProxies, mapTiles, publicationSeconds, metricsToken } = configuration;
  // Nobody of the demo has a mailbox, and whoever tries it shall not need an app for codes.
  const { mail, secondFactorRequired } = demo ? { mail: null, secondFactorRequired: false } : configuration;
  const built = existsSync(join(WEB_ROOT, 'index.html'));
  if (!built) say('The web application is not built ("npm run build"): only the API is served.');
  return {
    publicUrl,
    poolSize,
    trustedProxies,
    demo,
    database,
    webRoot: built ? WEB_ROOT : null,
    mail,
    jobs: true,
    secondFactorRequired,
    mapTiles,
    publicationSeconds,
    metricsToken,
    dataDirectory: 'host' in database ? dataDirectoryOf(start) : null,
  };
}

/** First a word to whoever sends us requests, then no new ones, then the running ones, then the connections. */
async function endApp(app: NestFastifyApplication, { shutdownWait }: Configuration): Promise<void> {
  const door = app.get(Door);
  app.get(Readiness).drain();
  door.beginClosing();
  if (app.getHttpServer().listening) await sleep(shutdownWait * 1000);
  const ended = door.close().then(() => app.close());
  await Promise.race([ended, sleep(DRAIN_MS, undefined, { ref: false })]);
}
