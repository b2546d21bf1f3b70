import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../dist/src/database/migrate.js';
import { startEmbedded } from '../../dist/src/database/embedded/embedded-postgres.js';

/** A durable database in a temporary folder, and servers on it; `stop` ends and removes everything. */
export async function startBench() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'olympia-bench-'));
  chmodSync(folder, 0o711);
  const database = await startEmbedded({ dataDir: path.join(folder, 'postgres') });
  await migrate(database.owner('olympia'));
  const children = [];
  const stop = async () => {
    for (const child of children) await end(child);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { database, stop, servers: (make = furnish) => servers(database, children, make) };
}

/** The product and the bare server. @param make fills the database and names the author, whose session has the token */
async function servers(database, children, make) {
  const city = await make(database);
  const { host } = database.superuser('olympia');
  const url = (role) => `postgresql://${role}@${encodeURIComponent(host)}/olympia`;
  const productPort = await freePort();
  const environment = {
    PORT: String(productPort),
    HOST: '127.0.0.1',
    DATABASE_URL: url('olympia_app'),
    DATABASE_MIGRATION_URL: url('olympia_owner'),
    SECOND_FACTOR_REQUIRED: 'false',
  };
  const { pid } = await startProcess(
    ['--max-semi-space-size=4', 'dist/src/main.js'],
    environment,
    productPort,
    children,
  );
  const barePort = await freePort();
  const bareEnvironment = {
    PORT: String(barePort),
    DATABASE_URL: url('olympia_superuser'),
    AUTHOR: city.authorId,
  };
  await startProcess(['benchmarks/support/bare-server.mjs'], bareEnvironment, barePort, children);
  const headers = { cookie: `olympia=${city.token}`, origin: `http://127.0.0.1:${productPort}` };
  return { city, product: { port: productPort, headers, pid }, bare: { port: barePort, headers: {} } };
}

const HOUSES = 8;

/** Houses with one group each, and an educator of all of them who is signed in. */
async function furnish(database) {
  const client = new pg.Client(database.superuser('olympia'));
  await client.connect();
  const run = (sql, values) => client.query(sql, values);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
  const schoolYear = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  const [municipality, district, authorId] = [randomUUID(), randomUUID(), randomUUID()];
  await run(`insert into municipalities (id, name, key) values ($1, 'Bank', '00000000')`, [municipality]);
  await run(`insert into districts (id, municipality_id, name) values ($1, $2, 'Mitte')`, [
    district,
    municipality,
  ]);
  await run(`insert into accounts (id, email, name) values ($1, 'bank@demo.invalid', 'Bank')`, [authorId]);
  const houses = [];
  for (let number = 0; number < HOUSES; number += 1) {
    const house = { institutionId: randomUUID(), groupId: randomUUID() };
    await run(
      `insert into institutions (id, municipality_id, district_id, kind, name, provider_kind)
       values ($1, $2, $3, 'kita', 'Haus', 'municipal')`,
      [house.institutionId, municipality, district],
    );
    await run(
      `insert into participations (institution_id, id, status, started_on) values ($1, $2, 'active', $3::date - 300)`,
      [house.institutionId, randomUUID(), today],
    );
    await run(
      `insert into groups (institution_id, id, name, school_year, size) values ($1, $2, 'Gruppe', $3, 20)`,
      [house.institutionId, house.groupId, schoolYear],
    );
    await run(
      `insert into account_roles (id, account_id, role, institution_id) values ($1, $2, 'educator', $3)`,
      [randomUUID(), authorId, house.institutionId],
    );
    houses.push(house);
  }
  const token = await signIn(client, authorId);
  await client.end();
  return { houses, authorId, token, today };
}

/** @returns the token of a new session */
export async function signIn(client, accountId) {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into sessions (id, account_id, token_hash, device, idle_until, expires_at)
     values ($1, $2, $3, 'Bank', now() + interval '1 day', now() + interval '1 day')`,
    [randomUUID(), accountId, createHash('sha256').update(token).digest()],
  );
  return token;
}

async function startProcess(args, environment, port, children) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  for (let tries = 0; tries < 300; tries += 1) {
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null) throw new Error(`${args[0]} ended with ${ended}`);
    if (await answers(port)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${args[0]} does not answer`);
}

function answers(port) {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
