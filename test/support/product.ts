import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepLog, keepServerLogs, wordsOf } from './logs.js';
import { VARIABLES } from '../../src/config/env.js';
import type { DatabaseAddress } from '../../src/config/settings.js';

/** The program that the tests have built. */
export const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');
const START_SECONDS = 100;

export interface ProductOptions {
  /** Such as `--demo`. */
  args?: string[];
  /** On a copy of what the first start has left (scripts/prepared-data.mjs), instead of an empty folder. */
  prepared?: 'main' | 'demo';
  /** Another build than that of the tests: the path of its main.js. */
  main?: string;
  /** Beyond PORT; without DATABASE_URL or OLYMPIA_DATA the data are in a new temporary folder. */
  env?: Record<string, string>;
  /** In a group of processes of its own, as in a terminal, where Ctrl-C reaches all of the group. */
  ownGroup?: boolean;
}

/** The built program as a process of its own, as people start it. */
export interface Product {
  url: string;
  pid: number;
  /** All it has said so far, errors too, without the lines about requests. */
  output(): string;
  /** The same as it was printed: a line of JSON each. */
  log(): string;
  /** Waits until it has printed something, and returns all of it: it prints its welcome right after it is ready. */
  said(expected: RegExp): Promise<string>;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Ends it as Ctrl-C does (or by another signal) and tells its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the program and waits until it takes requests. @throws Error with its output when it ends before that */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const port = options.env?.['PORT'] ?? String(await freePort());
  const running = run({ ...options, env: { ...options.env, PORT: port } });
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + START_SECONDS * 1000;
  while (!(await isReady(url))) {
    if (running.child.exitCode === null && Date.now() < deadline) {
      await sleep(50);
      continue;
    }
    running.child.kill('SIGKILL');
    throw new Error(`The product did not start:\n${running.output()}`);
  }
  const { child, ended, output, stop, kill } = running;
  const said = async (expected: RegExp): Promise<string> => {
    while (!expected.test(output())) {
      if (Date.now() > deadline) throw new Error(`It did not say ${expected.source}:\n${output()}`);
      await sleep(10);
    }
    return output();
  };
  return { url, pid: child.pid!, output, log: running.log, said, ended, stop, kill };
}

/** Starts the program and waits for its end; for starts that are refused. */
export async function runProduct(
  options: ProductOptions = {},
): Promise<{ code: number | null; output: string }> {
  const { ended, output } = run(options);
  return { code: await ended, output: output() };
}

/** Starts the program without waiting for anything. */
export function run({ args = [], main = MAIN, env = {}, prepared, ownGroup = false }: ProductOptions): {
  child: ChildProcess;
  ended: Promise<number | null>;
  output: () => string;
  log: () => string;
  stop: Product['stop'];
  kill: () => Promise<void>;
} {
  if (!existsSync(main)) throw new Error('The product is not built: run the tests by "npm test".');
  const data = env['OLYMPIA_DATA'] ?? ownFolder();
  if (prepared && !existsSync(join(data, prepared))) copyPrepared(prepared, data);
  // A folder without .env, so that what a developer has set for himself stays out of the tests.
  const options = {
    cwd: tmpdir(),
    detached: ownGroup,
    // Computing statistics takes a core from the other tests for a minute.
    env: { ...cleanEnvironment(), OLYMPIA_DATA: data, OLYMPIA_DEMO_STATISTICS: 'false', ...env },
  };
  const child = spawn(process.execPath, [main, ...args], options);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      // What a former release logs is its own affair.
      if (main === MAIN) keepLog(text);
      keepServerLogs(data);
      if (data !== env['OLYMPIA_DATA']) rmSync(data, { recursive: true, force: true });
      resolve(code);
    });
  });
  const stop: Product['stop'] = (signal = 'SIGINT') => {
    child.kill(signal);
    return ended;
  };
  return {
    child,
    ended,
    output: () => wordsOf(text),
    log: () => text,
    stop,
    kill: () => stop('SIGKILL').then(() => undefined),
  };
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'olympia-product-'));
  // The built-in server may have to run under another account.
  chmodSync(folder, 0o755);
  return folder;
}

function copyPrepared(kind: 'main' | 'demo', folder: string): void {
  const prepared = process.env['OLYMPIA_TEST_DATA'];
  if (!prepared) throw new Error('There are no prepared data: run the tests by "npm test".');
  // With their owner, who may be the account of the built-in server.
  execFileSync('cp', ['-a', join(prepared, kind), folder]);
}

/** A port nobody listens on at this moment, on both loopback addresses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The address of a test database as people write one into DATABASE_URL. */
export function urlOf(address: DatabaseAddress): string {
  if ('connectionString' in address) return address.connectionString;
  return `postgresql://${address.user}@localhost/${address.database}?host=${encodeURIComponent(address.host)}`;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = new Set<string>([...VARIABLES, 'NODE_OPTIONS']);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.has(name)));
}
