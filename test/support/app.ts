import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DatabaseAddress, Settings } from '../../src/config/settings.js';
import { Clock } from '../../src/kernel/calendar/clock.js';
import { Client } from './client.js';

/** A clock that runs like any other until a test sets it. */
export class TestClock extends Clock {
  private instant: Date | null = null;

  override now(): Date {
    return this.instant ?? super.now();
  }

  /** Stands still at an instant (ISO 8601) from now on; null lets it run again. */
  standAt(instant: string | null): void {
    this.instant = instant === null ? null : new Date(instant);
  }
}

export interface TestApp {
  app: NestFastifyApplication;
  clock: TestClock;
  settings: Settings;
  port: number;
  /** A browser of its own: nobody is signed in yet. */
  client(): Client;
  close(): Promise<void>;
}

/** Boots the real application on a free port of 127.0.0.1; `database` is the runtime role's address. */
export async function startApp(
  database: DatabaseAddress,
  overrides: Partial<Omit<Settings, 'database'>> = {},
): Promise<TestApp> {
  // Only now: whatever reads its surroundings while loading shall find those of the test.
  const { createApp } = await import('../../src/create-app.js');
  const clock = new TestClock();
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
    ...overrides,
  };
  const app = await createApp(settings, { clock });
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
    close: () => app.close(),
  };
}
