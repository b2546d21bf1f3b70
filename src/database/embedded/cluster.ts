import { chownSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Binaries } from './binaries.js';
import type { ServerAccount } from './server-account.js';

export interface NewCluster {
  binaries: Binaries;
  account: ServerAccount;
  dataDir: string;
  superuser: string;
  durable: boolean;
}

/**
 * Makes a new cluster beside its place and moves it there when it is whole: a first start that was cut off
 * leaves nothing that looks like a database.
 */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const { account, binaries, dataDir, durable } = cluster;
  const unfinished = `${dataDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account.owner) chownSync(unfinished, account.owner.uid, account.owner.gid);
  try {
    await account.run(binaries.initdb, initdbArguments(cluster, unfinished));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  renameSync(unfinished, dataDir);
  if (durable) syncFolder(dirname(dataDir));
}

/** Trust is safe here: the only way in is a socket in a folder that is closed to every other user. */
function initdbArguments({ superuser, durable }: NewCluster, folder: string): string[] {
  return [
    ...['-D', folder, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--no-instructions'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...(durable ? [] : ['--no-sync']),
  ];
}

/** A rename survives a power cut only once its folder is on disk; Windows cannot open folders and needs no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
