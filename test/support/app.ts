import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DatabaseAddress, Settings } from '../../src/config/settings.js';
import type { Clock } from '../../src/kernel/calendar/clock.js';
import { Client } from './client.js';
import { collectLog } from './logs.js';
import { load, outsideDate } from './outside.js';

/** A clock that runs like any other until a test sets it. */
export interface TestClock extends Clock {
  /** Stands still at an instant (ISO 8601) from now on; null lets it run again. */
  standAt(instant: string | null): void;
}

export interface TestApp {
  /** The built one: `app.get` knows classes by `load` (outside.ts), not those that a test imports from src. */
  app: NestFastifyApplication;
  clock: TestClock;
  settings: Settings;
  port: number;
  /** A browser of its own: nobody is signed in yet. */
  client(): Client;
  /** Errors to come are wanted: they are kept with all that is logged, but no longer shown. */
  hush(): void;
  close(): Promise<void>;
}

/** Boots the real application on a free port of 127.0.0.1; `database` is the runtime role's address. */
export async function startApp(
  database: DatabaseAddress,
  overrides: Partial<Omit<Settings, 'database'>> = {},
): Promise<TestApp> {
  const { createApp } = await load<typeof import('../../src/create-app.js')>('create-app.js');
  const clock = await makeClock();
  const settings: Settings = {
    publicUrl: 'http://localhost:3000',
    database,
    poolSize: 8,
    webRoot: null,
    demo: false,
    trustedProxies: 0,
    mail: null,
    jobs: false,
    secondFactorRequired: false,
    mapTiles: null,
    publicationSeconds: 60,
    metricsToken: null,
    dataDirectory: null,
    ...overrides,
  };
  const { log, hush, keep } = await collectLog();
  const app = await createApp(settings, { clock, log });
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    clock,
    settings,
    port,
    client: () => new Client({ port, origin: settings.publicUrl }),
    hush,
    close: () => app.close().finally(keep),
  };
}

async function makeClock(): Promise<TestClock> {
  const { Clock } =
    await load<typeof import('../../src/kernel/calendar/clock.js')>('kernel/calendar/clock.js');
  let instant: Date | null = null;
  class StandingClock extends Clock implements TestClock {
    override now(): Date {
      return instant ?? super.now();
    }

    standAt(at: string | null): void {
      instant = at === null ? null : outsideDate(at);
    }
  }
  return new StandingClock();
}
