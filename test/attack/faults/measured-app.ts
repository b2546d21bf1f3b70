import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Settings } from '../../../src/config/settings.js';

/** The built application in a process of its own that tells how much memory it holds. */
export interface MeasuredApp {
  port: number;
  /** Bytes that are still in use after everything unused was thrown away: JavaScript's and those beside it. */
  held(): Promise<number>;
  close(): Promise<void>;
}

const CREATE_APP = resolve('dist/src/create-app.js');

export async function startMeasured(settings: Settings): Promise<MeasuredApp> {
  const folder = mkdtempSync(join(tmpdir(), 'olympia-measured-'));
  const file = join(folder, 'app.mjs');
  writeFileSync(
    file,
    `const { createApp } = await import(${JSON.stringify(CREATE_APP)});
    const app = await createApp(${JSON.stringify(settings)});
    await app.listen(0, '127.0.0.1');
    process.on('message', async () => {
      for (let i = 0; i < 3; i += 1) {
        globalThis.gc();
        await new Promise((done) => setTimeout(done, 50));
      }
      const { heapUsed, external, arrayBuffers } = process.memoryUsage();
      process.send({ held: heapUsed + external + arrayBuffers });
    });
    process.on('SIGTERM', () => app.close().then(() => process.exit()));
    process.send({ port: app.getHttpServer().address().port });`,
  );
  const child = fork(file, { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const told = async <T>(): Promise<T> => ((await once(child, 'message')) as [T])[0];
  const { port } = await told<{ port: number }>();
  return {
    port,
    held: async () => {
      const answer = told<{ held: number }>();
      child.send('held');
      return (await answer).held;
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
