import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '../../config/settings.js';
import { startEmbedded, type EmbeddedPostgres } from './embedded-postgres.js';

/** A server's files as its first start makes them, which takes longest: for tests that are not about that. */
let made: string;
let folder: string;
let dataDir: string;
let server: EmbeddedPostgres | undefined;
let lines: string[];

beforeAll(async () => {
  made = newFolder();
  const first = await startEmbedded({ dataDir: join(made, 'data', 'postgres'), durable: false });
  await first.stop();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'olympia-spec-'));
  // Others may pass through, as through any project folder: the server may run under another account.
  execFileSync('chmod', ['755', path]);
  return path;
}

beforeEach(() => {
  folder = newFolder();
  dataDir = join(folder, 'data', 'postgres');
  lines = [];
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const start = async ({ durable = false, watched = false, fresh = false } = {}): Promise<EmbeddedPostgres> => {
  const isFirst = !existsSync(join(folder, 'data'));
  if (isFirst && !fresh) execFileSync('cp', ['-a', join(made, 'data'), folder]);
  server = await startEmbedded({ dataDir, durable, watched, log: (line) => lines.push(line) });
  return server;
};

const query = async (address: DatabaseAddress, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(address);
  // A server that is killed on purpose breaks the connection; that is no failure of the test.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const serverPid = (): number => Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

const remember = (): Promise<unknown> =>
  query(server!.owner('olympia'), 'create table memory as select 7 as seven');

const recall = async (): Promise<unknown> =>
  (await query(server!.owner('olympia'), 'select seven from memory'))[0]?.seven;

describe('a new server', () => {
  it('has login roles without special rights but to read, and the database belongs to the owner', async () => {
    const { superuser } = await start();
    const roles = await query(
      superuser('olympia'),
      `select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as special
         from pg_roles where rolcanlogin and rolname like 'olympia%' order by 1`,
    );
    expect(roles).toEqual([
      { rolname: 'olympia_app', special: false },
      { rolname: 'olympia_backup', special: true },
      { rolname: 'olympia_owner', special: false },
      { rolname: 'olympia_superuser', special: true },
    ]);
    const [database] = await query(
      superuser('olympia'),
      `select datdba::regrole::text as owner, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider
         from pg_database where datname = 'olympia'`,
    );
    expect(database).toEqual({ owner: 'olympia_owner', encoding: 'UTF8', provider: 'b' });
  });

  it('listens on no network port and lets the owner add the extensions it needs', async () => {
    const { superuser, owner } = await start();
    expect(await query(superuser('olympia'), 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await query(owner('olympia'), 'create extension unaccent; create extension pg_trgm');
  });

  it('forbids the runtime role to make tables', async () => {
    const { runtime } = await start();
    await expect(query(runtime('olympia'), 'create table mine ()')).rejects.toMatchObject({ code: '42501' });
  });

  it('stops twice without complaint and leaves no socket folder behind', async () => {
    const { stop, runtime } = await start();
    const address = runtime('olympia');
    await stop();
    await stop();
    expect('host' in address && existsSync(address.host)).toBe(false);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
  });
});

describe('the next start', () => {
  it('finds the data after a clean stop', async () => {
    await (await start()).stop().then(() => start());
    await remember();
    await server!.stop();
    await start();
    expect(await recall()).toBe(7);
    expect(lines).toEqual([]);
  });

  it('recovers after the server was killed', async () => {
    await start({ durable: true });
    await remember();
    process.kill(serverPid(), 'SIGKILL');
    await start();
    expect(await recall()).toBe(7);
    expect(lines).toEqual([expect.stringContaining('recovers')]);
  });

  it('waits for a server that is just stopping', async () => {
    await start();
    await remember();
    const socketDir = (server!.runtime('olympia') as { host: string }).host;
    process.kill(serverPid(), 'SIGINT');
    await start();
    expect(await recall()).toBe(7);
    rmSync(socketDir, { recursive: true, force: true });
  });

  it('takes over a server whose application was killed', async () => {
    await start();
    await remember();
    const pid = serverPid();
    await start();
    expect(serverPid()).toBe(pid);
    expect(await recall()).toBe(7);
    expect(lines).toEqual([expect.stringContaining(`process ${pid}`)]);
  });

  it('is not misled when another program has the old number', async () => {
    const first = await start();
    await remember();
    const note = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    await first.stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), [process.pid, ...note.slice(1)].join('\n'));
    await start();
    expect(await recall()).toBe(7);
  });

  it('begins anew when the first one was cut off while making the files', async () => {
    execFileSync('mkdir', ['-p', join(`${dataDir}.new`, 'base')]);
    await start();
    expect(existsSync(`${dataDir}.new`)).toBe(false);
  });

  it('refuses data of another PostgreSQL version and names both', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/PostgreSQL 17; this release brings PostgreSQL 18/);
  });

  it('says what PostgreSQL complains about when it cannot start', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'global', 'pg_control'));
    await expect(start()).rejects.toThrow(/did not start: .*pg_control/);
  });
});

it('is started again at the same place when it is watched and was killed', async () => {
  await start({ durable: true, watched: true });
  await remember();
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  let seven: unknown;
  while (seven !== 7) seven = await recall().catch(() => sleep(20));
  expect(serverPid()).not.toBe(pid);
  expect(lines).toEqual([expect.stringContaining('started again')]);
  await server!.stop();
  expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
});

it('runs below a folder that only its owner may enter', async () => {
  execFileSync('chmod', ['700', folder]);
  await start({ fresh: true });
  expect(await query(server!.runtime('olympia'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('runs in a folder whose name has spaces, an apostrophe and more letters than a socket address', async () => {
  dataDir = join(folder, `it's a folder ${'x'.repeat(120)}`, 'postgres');
  await start({ fresh: true });
  expect(await query(server!.runtime('olympia'), 'select 1 as one')).toEqual([{ one: 1 }]);
});
