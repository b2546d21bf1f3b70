import { execFileSync, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The account whose files the server owns. PostgreSQL refuses to run as root, so root must lend it another. */
export interface ServerAccount {
  /** How it is done, for the log. */
  label: string;
  /** Owner of the data, or null: whoever runs this process. */
  owner: { uid: number; gid: number } | null;
  /** Runs a program as the account; rejects with what it complained about when it fails. */
  run(program: string, args: string[]): Promise<string>;
}

const NOBODY = 65534;
const ROOT = { uid: 0, gid: 0 };

/**
 * The accounts worth trying, best first. Existing data stays with the account that owns them.
 * @param dataDir folder of the cluster; need not exist
 */
export function serverAccounts(dataDir: string): ServerAccount[] {
  if (process.getuid?.() !== 0) return isNameless() ? [userNamespace(null)] : [ownAccount()];
  const existing = statSync(dataDir, { throwIfNoEntry: false });
  if (existing) return existing.uid === 0 ? [userNamespace(ROOT)] : borrowed(existing, `uid ${existing.uid}`);
  const users = ['postgres', 'nobody'].flatMap((name) => {
    const ids = idsOf(name);
    return ids ? [{ name, ids }] : [];
  });
  const direct = users.map(({ name, ids }) => plainAccount(ids, name));
  return [...direct, userNamespace(ROOT), ...users.map(({ name, ids }) => withFileAccess(ids, name))];
}

function borrowed(ids: { uid: number; gid: number }, name: string): ServerAccount[] {
  return [plainAccount(ids, name), withFileAccess(ids, name)];
}

function ownAccount(): ServerAccount {
  return { label: 'this user', owner: null, run: (program, args) => output(program, args, {}) };
}

function plainAccount({ uid, gid }: { uid: number; gid: number }, name: string): ServerAccount {
  return { label: name, owner: { uid, gid }, run: (program, args) => output(program, args, { uid, gid }) };
}

/**
 * The rights one has, under the name "nobody": for root below a folder that only root may enter (a checkout in /root), and for a
 * user without a name.
 */
function userNamespace(owner: ServerAccount['owner']): ServerAccount {
  const prefix = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  return {
    label: 'user namespace',
    owner,
    run: (program, args) => output('unshare', [...prefix, program, ...args], {}),
  };
}

/** The same where containers forbid user namespaces: another user that keeps the right to enter every folder. */
function withFileAccess({ uid, gid }: { uid: number; gid: number }, name: string): ServerAccount {
  const capability = '+dac_override';
  const prefix = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // Without the secure bit the system's own question "may I run this?" would leave the capability out.
  prefix.push('--securebits=+no_setuid_fixup', `--inh-caps=${capability}`, `--ambient-caps=${capability}`);
  return {
    label: `${name} with file access`,
    owner: { uid, gid },
    run: (program, args) => output('setpriv', [...prefix, program, ...args], {}),
  };
}

/** Runs a program to its end, out of reach of the terminal's Ctrl-C, which is meant for this process alone. */
function output(program: string, args: string[], ids: { uid?: number; gid?: number }): Promise<string> {
  // The folder one stands in may be closed to the borrowed user; "/" never is.
  const options = { ...ids, cwd: '/', detached: process.platform !== 'win32', windowsHide: true };
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => {
      if (code === 0) resolve(texts.out);
      else reject(new Error(texts.err.trim() || `${program} ended with ${signal ?? code}.`));
    });
  });
}

/** Some container platforms run programs under a number that no list of users has; PostgreSQL wants a name. */
function isNameless(): boolean {
  try {
    return userInfo().username === '';
  } catch {
    return true;
  }
}

function idsOf(name: string): { uid: number; gid: number } | null {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
