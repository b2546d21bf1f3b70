import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from './build.mjs';

/** Every test file clones this one; migrating once is what makes the tests quick. */
const TEMPLATE = 'olympia_template';

/**
 * Starts an embedded PostgreSQL for the tests in a temporary folder, with a migrated template database.
 * @returns {Promise<{ host: string, log: string, stop: () => Promise<void> }>} folder of its socket, its log, and its end
 */
export async function startTestDatabase() {
  const { startEmbedded } = await built('database/embedded/embedded-postgres.js');
  const folder = mkdtempSync(join(tmpdir(), 'olympia-test-'));
  // The server may have to run under another account; its own folder inside stays closed.
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false });
    const stop = () => server.stop().finally(remove);
    await makeTemplate(server).catch((error) => stop().then(() => Promise.reject(error)));
    return { host: server.superuser(TEMPLATE).host, log: join(folder, 'postgres', 'server.log'), stop };
  } catch (error) {
    remove();
    throw error;
  }
}

async function makeTemplate(server) {
  const { migrate } = await built('database/migrate.js');
  const client = new pg.Client(server.superuser('postgres'));
  await client.connect();
  await client.query(`create database ${TEMPLATE} owner olympia_owner`);
  await client.end();
  await migrate(server.owner(TEMPLATE));
}

function built(path) {
  return import(pathToFileURL(join(root, 'dist', 'src', path)).href);
}
