import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody else works on the data; the message is a sentence for people. */
export class DataInUse extends Error {}

export interface DataLock {
  release(): Promise<void>;
}

/** An address of a Unix socket holds 104 bytes on macOS, 108 on Linux, the last of them a zero. */
const LONGEST_ADDRESS = 103;
/** Longer than another start needs between finding a dead lock and removing it. */
const SETTLE_MS = 100;
const ANSWER_MS = 2_000;

/**
 * Takes the data directory for this process alone. The lock is a listening socket: the system closes it with the
 * process, however that ends, so that a dead holder is told from a living one by asking.
 * @throws DataInUse when another process holds it
 */
export async function lockData(dataDir: string): Promise<DataLock> {
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  const take = process.platform === 'win32' ? takePipe : takeSocket;
  return take(folder, (holder) => inUse(dataDir, holder));
}

type Refusal = (holder: string) => DataInUse;

/** A named pipe vanishes with its process and cannot be doubled. */
async function takePipe(dataDir: string, refusal: Refusal): Promise<DataLock> {
  const address = String.raw`\\.\pipe\olympia-${shortName(dataDir)}`;
  try {
    const server = await listen(address);
    return { release: () => close(server) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw refusal((await askHolder(address)) ?? '');
  }
}

/**
 * Each start listens at a place of its own; the lock is a link to it, which only one can make. A dead holder's link
 * is removed, perhaps by several at once, each believing the other's link to be the dead one: the last to make it
 * keeps it, and the others notice after a moment.
 */
async function takeSocket(dataDir: string, refusal: Refusal): Promise<DataLock> {
  const link = linkPath(dataDir);
  const own = `${link}.${randomBytes(4).toString('hex')}`;
  const server = await listen(own);
  const held = (makeLink(link, own) || (await replaceDead(link, own))) && (await remains(link, own));
  if (!held) {
    await close(server);
    throw refusal((await askHolder(link)) ?? '');
  }
  return {
    release: () => {
      if (pointsTo(link, own)) rmSync(link, { force: true });
      return close(server);
    },
  };
}

/** In the directory itself, where every container that shares it finds it; else at a place made from its name. */
function linkPath(dataDir: string): string {
  const inside = join(dataDir, 'lock');
  const fallback = `olympia-lock-${shortName(dataDir)}`;
  const candidates = [inside, relative(process.cwd(), inside), join(tmpdir(), fallback)];
  const fits = (path: string): boolean => Buffer.byteLength(`${path}.01234567`) <= LONGEST_ADDRESS;
  return candidates.find(fits) ?? join('/tmp', fallback);
}

function shortName(dataDir: string): string {
  return createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
}

function makeLink(link: string, target: string): boolean {
  try {
    symlinkSync(basename(target), link);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function replaceDead(link: string, own: string): Promise<boolean> {
  if ((await askHolder(link)) !== null) return false;
  const dead = linkTarget(link);
  if (dead) rmSync(dead, { force: true });
  rmSync(link, { force: true });
  return makeLink(link, own);
}

async function remains(link: string, own: string): Promise<boolean> {
  await sleep(SETTLE_MS);
  return pointsTo(link, own);
}

function pointsTo(link: string, target: string): boolean {
  return linkTarget(link) === target;
}

function linkTarget(link: string): string | null {
  try {
    return join(dirname(link), readlinkSync(link));
  } catch {
    return null;
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)));
    server.once('error', reject).listen(address, () => resolve(server.unref()));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** The number of the process that listens there, '' if it does not tell, null when nobody does. */
function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code === 'ECONNREFUSED' || code === 'ENOENT' ? null : '');
    });
    socket.on('close', () => resolve(answer));
  });
}

function inUse(dataDir: string, holder: string): DataInUse {
  const who = holder ? ` (process ${holder})` : '';
  return new DataInUse(
    `The data in ${dataDir} are already in use by another start of this program${who}. ` +
      'Stop that one first, or choose another folder with OLYMPIA_DATA.',
  );
}
