import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Settings } from '../../src/config/settings.js';
import { Client } from './client.js';
import { keepLog } from './logs.js';

export interface BuiltApp {
  port: number;
  client(): Client;
  /** What it holds after a collection, and has taken from the system, in bytes. */
  memory(): Promise<{ held: number; taken: number }>;
  /** What it has logged so far: a line of JSON each. */
  log(): string;
  close(): Promise<void>;
}

/** The built application in a process of its own, for what Jest cannot load on Node 20: the plugin that serves files. */
export async function startBuiltApp(settings: Settings): Promise<BuiltApp> {
  const program = `
    const { createApp } = await import(${JSON.stringify(resolve('dist/src/create-app.js'))});
    const app = await createApp(${JSON.stringify(settings)});
    await app.listen(0, '127.0.0.1');
    process.on('message', () => {
      globalThis.gc();
      const { heapUsed, rss } = process.memoryUsage();
      process.send({ held: heapUsed, taken: rss });
    });
    process.on('SIGTERM', () => app.close().then(() => process.exit()));
    console.log(app.getHttpServer().address().port);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const lines: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => lines.push(chunk));
  const log = (): string => Buffer.concat(lines).toString();
  const port = await portOf(child);
  return {
    port,
    client: () => new Client({ port, origin: settings.publicUrl }),
    memory: async () => {
      child.send('memory');
      const [memory] = (await once(child, 'message')) as [{ held: number; taken: number }];
      return memory;
    },
    log,
    close: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      keepLog(log());
    },
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('exit', () => fail(new Error('The built application did not start.')));
    child.stdout?.on('data', (line: Buffer) => {
      if (/^\d+\s*$/.test(line.toString())) done(Number(line.toString()));
    });
  });
}
