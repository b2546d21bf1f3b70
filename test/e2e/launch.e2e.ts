import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { lookup } from 'node:dns/promises';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER } from '../../src/database/embedded/embedded-postgres.js';
import { isRunning, readPostmaster } from '../../src/database/embedded/postmaster.js';
import {
  freePort,
  run,
  runProduct,
  startProduct,
  type Product,
  type ProductOptions,
} from '../support/product.js';

let data: string;
const started: Product[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'olympia-launch-'));
  chmodSync(data, 0o755);
});

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let ends = 0;

// Every start here ends in order, whatever came before, by one signal after the other.
afterEach(async () => {
  for (const product of started.splice(0)) {
    const noted = readPostmaster(cluster());
    expect(await product.stop(SIGNALS[(ends += 1) % SIGNALS.length])).toBe(0);
    expect(readPostmaster(cluster())).toBeNull();
    expect(noted !== null && isRunning(cluster(), noted)).toBe(false);
  }
  rmSync(data, { recursive: true, force: true });
});

/** It was killed, or has ended by itself: `afterEach` need not end it. */
const forget = (product: Product): unknown => started.splice(started.indexOf(product), 1);

const start = async (options: Pick<ProductOptions, 'prepared' | 'ownGroup'> = {}): Promise<Product> => {
  const product = await startProduct({ env: { OLYMPIA_DATA: data }, prepared: 'main', ...options });
  started.push(product);
  return product;
};

const cluster = (): string => join(data, 'main', 'postgres');
const killDatabase = (): boolean => process.kill(readPostmaster(cluster())!.pid, 'SIGKILL');

const query = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({
    host: readPostmaster(cluster())!.socketDir,
    user: SUPERUSER,
    database: 'olympia',
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const opens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe('npm start', () => {
  it('on an empty folder serves web and API and prints the link that makes the first administrator', async () => {
    const { url, said } = await start({ prepared: undefined });
    const text = await said(/Started in/);
    expect(text).toContain(`Olympia ruft: ${url}`);
    const token = /einladung#([\w-]+)$/m.exec(text)![1];
    const preview = await fetch(`${url}/api/invitations/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ token }),
    });
    expect(await preview.json()).toMatchObject({ role: 'administrator', accountExists: false });
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
  });

  it('answers on every address that "localhost" has here, on no other, and is the only start on its data', async () => {
    const { url, pid } = await start();
    const port = Number(new URL(url).port);
    for (const { address } of await lookup('localhost', { all: true }))
      expect(await opens(address, port)).toBe(true);
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address, internal } of others) if (!internal) expect(await opens(address, port)).toBe(false);

    const second = await runProduct({ env: { OLYMPIA_DATA: data, PORT: String(await freePort()) } });
    expect(second.code).toBe(1);
    expect(second.output.trim()).toBe(
      `The data in ${join(data, 'main')} are already in use by another start of this program (process ${pid}). ` +
        'Stop that one first, or choose another folder with OLYMPIA_DATA.',
    );
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('says so and gives up when the port is taken, and leaves no database running', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const env = { OLYMPIA_DATA: data, PORT: String(port) };
    const { code, output } = await runProduct({ env }).finally(() => other.close());
    expect({ code, output: output.trim() }).toEqual({
      code: 1,
      output: `Port ${port} is taken by another program. Stop that one, or choose another port with PORT.`,
    });
    expect(readPostmaster(cluster())).toBeNull();
  });
});

describe('the end', () => {
  it('is the same for an impatient second Ctrl-C, which reaches all that belongs to the terminal', async () => {
    const product = await start({ ownGroup: true });
    const ctrlC = (): void => {
      try {
        process.kill(-product.pid, 'SIGINT');
      } catch {
        // The group has ended between two signals: that is what they are for.
      }
    };
    ctrlC();
    const impatience = setInterval(ctrlC, 15);
    expect(await product.ended).toBe(0);
    clearInterval(impatience);
    forget(product);
    expect(readPostmaster(cluster())).toBeNull();
    expect(readFileSync(join(cluster(), 'server.log'), 'utf8')).not.toContain('immediate shutdown');
  });

  it.each<[string, (output: string) => boolean]>([
    ['the data are locked', () => existsSync(join(data, 'main', 'lock'))],
    ['the database is being made', () => existsSync(`${cluster()}.new`)],
    ['the database is starting', () => existsSync(join(cluster(), 'postmaster.pid'))],
    ['the tables are there', (output) => output.includes('Brought the database up to date')],
  ])('may come while %s', async (_when, reached) => {
    const { output, stop } = run({ env: { OLYMPIA_DATA: data, PORT: String(await freePort()) } });
    while (!reached(output())) await sleep(2);
    expect(await stop()).toBe(0);
    expect(readPostmaster(cluster())).toBeNull();
    expect(existsSync(join(data, 'main', 'lock'))).toBe(false);
  });
});

describe('the start after kill -9', () => {
  const note = (name: string): Promise<unknown> =>
    query(
      `insert into municipalities (id, name, key, state) values (gen_random_uuid(), '${name}', '059999${10 + name.length}', 'NW')`,
    );
  const noted = async (): Promise<unknown[]> =>
    (await query(`select name from municipalities where name like 'Probe%' order by name`)).map(
      (row) => (row as { name: string }).name,
    );

  const KILLS: [string, (product: Product) => Promise<unknown>][] = [
    ['Probe', (product) => product.kill()],
    [
      'Probedorf',
      (product) => {
        killDatabase();
        return product.kill();
      },
    ],
    [
      'Probestadt',
      async (product) => {
        killDatabase();
        expect(await product.stop()).toBe(0);
      },
    ],
  ];

  it('of the program, of both, and of the database before an end in order finds the data', async () => {
    for (const [name, kill] of KILLS) {
      const product = await start();
      await note(name);
      forget(product);
      await kill(product);
    }
    await start();
    expect(await noted()).toEqual(KILLS.map(([name]) => name));
  }, 180_000);
});
