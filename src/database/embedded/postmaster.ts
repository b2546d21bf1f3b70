import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a server notes about itself in its data folder (postmaster.pid). */
export interface Postmaster {
  pid: number;
  /** Folder of the Unix socket; empty while the server has only begun to start. */
  socketDir: string;
}

const PID_FILE = 'postmaster.pid';

/** The note of the server that works, or once worked, on this folder; null when there is none. */
export function readPostmaster(dataDir: string): Postmaster | null {
  try {
    const lines = readFileSync(join(dataDir, PID_FILE), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketDir: lines[4] ?? '' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Whether the noted server still runs. A number alone proves nothing: after kill -9 it may belong to a
 * zombie or, after a restart of the machine or container, to any other program.
 */
export function isRunning(dataDir: string, { pid }: Postmaster): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const command = commandLine(pid);
  return command === null || (command.includes('postgres') && command.includes(dataDir));
}

/**
 * Removes the note of a server that is gone. PostgreSQL does so itself, except when another program has its
 * number now. Should parts of the old server live on, the new one sees their shared memory and refuses.
 */
export function removeStaleNote(dataDir: string): void {
  rmSync(join(dataDir, PID_FILE), { force: true });
}

/** The command line of a process, '' for a zombie, null where the system does not tell. */
function commandLine(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
