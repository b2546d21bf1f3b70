import type { Socket } from 'node:net';
import pg from 'pg';
import type { Configuration } from '../config/env.js';
import type { DatabaseAddress } from '../config/settings.js';
import { scopeSettings, SYSTEM } from '../database/actor.js';
import { bindScope } from '../database/database.js';
import { Clock } from '../kernel/calendar/clock.js';
import { type Secret, readKeyFile } from './file/key.js';
import { EXIT, Refusal } from './refusal.js';

const CONNECT_MS = 10_000;

/** A connection of one's own, closed afterwards whatever happened. @throws Refusal when the database cannot be reached */
export async function withClient<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...(address as pg.ClientConfig),
    application_name: 'olympia-maintenance',
    connectionTimeoutMillis: CONNECT_MS,
  });
  // A server that goes away makes it emit `error`; the query that waits fails by itself.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw unreachable(error);
  });
  try {
    const result = await work(client);
    await client.end();
    return result;
  } catch (error) {
    // Not by a farewell: a server in the middle of a COPY that nobody reads would not hear it.
    socketOf(client).destroy();
    throw error;
  }
}

function socketOf(client: pg.Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}

/** One transaction of the application's role with the reach of the system. */
export async function asSystem<T>(
  runtime: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
  begin = 'begin',
): Promise<T> {
  return withClient(runtime, async (client) => {
    await client.query(begin);
    const context = { actor: SYSTEM, today: new Clock().today(), requestId: null, origin: null };
    await bindScope(client, scopeSettings(context));
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}

/** @throws Refusal when nothing was set */
export function secretOf({ backup }: Configuration): Secret {
  if (backup.keyFile !== null) return readKeyFile(backup.keyFile);
  if (backup.passphrase !== null) return { passphrase: backup.passphrase };
  throw new Refusal(
    EXIT.failed,
    'Backups are encrypted: set OLYMPIA_BACKUP_KEY_FILE (a file of 32 random bytes or more) or OLYMPIA_BACKUP_PASSPHRASE.',
  );
}

function unreachable(error: unknown): Refusal {
  const { message, code } = error as NodeJS.ErrnoException;
  return new Refusal(EXIT.failed, `The database cannot be used: ${message || (code ?? 'unknown')}.`);
}
