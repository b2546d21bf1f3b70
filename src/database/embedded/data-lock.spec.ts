import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataInUse, lockData } from './data-lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'olympia-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Leaves what a killed holder leaves: link and socket are there, nobody listens. */
async function dieHolding(dataDir: string): Promise<void> {
  const script = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  await once(spawn(process.execPath, ['-e', script, join(dataDir, 'lock.dead')]), 'exit');
  symlinkSync('lock.dead', join(dataDir, 'lock'));
  expect(existsSync(join(dataDir, 'lock'))).toBe(true);
}

describe('lockData', () => {
  it('admits one at a time and names the other', async () => {
    const lock = await lockData(folder);
    await expect(lockData(folder)).rejects.toThrow(DataInUse);
    await expect(lockData(folder)).rejects.toThrow(`process ${process.pid}`);
    await lock.release();
    await (await lockData(folder)).release();
  });

  it('is free again after its holder was killed', async () => {
    await dieHolding(folder);
    const lock = await lockData(folder);
    await expect(lockData(folder)).rejects.toThrow(DataInUse);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes to one of many that find the same dead holder', async () => {
    await dieHolding(folder);
    const starts = await Promise.allSettled(Array.from({ length: 8 }, () => lockData(folder)));
    const locks = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(locks).toHaveLength(1);
    await expect(lockData(folder)).rejects.toThrow(DataInUse);
    await locks[0]!.release();
  });

  it('makes the folder, also where its name is longer than a socket address', async () => {
    const long = join(folder, 'x'.repeat(150));
    const lock = await lockData(long);
    await expect(lockData(long)).rejects.toThrow(DataInUse);
    await lock.release();
  });
});
