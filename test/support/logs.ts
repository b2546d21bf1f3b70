import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, LogLevel } from '../../src/kernel/log/log.js';
import { load } from './outside.js';

/*
 * Everything that the programs and databases of a test run log is kept for its end, when `npm test` searches it for what no log may hold
 * (scripts/log-canaries.mjs).
 */
const folder = process.env['OLYMPIA_TEST_LOGS'];

interface CollectedLog {
  log: Log;
  /** Shows no more errors. */
  hush: () => void;
  /** Puts it to the others. */
  keep: () => void;
}

/** The log of an application in this process, with everything that it can say; errors are shown besides. */
export async function collectLog(): Promise<CollectedLog> {
  const { Log } = await load<typeof import('../../src/kernel/log/log.js')>('kernel/log/log.js');
  const lines: string[] = [];
  let shows = true;
  const write = (line: string, level: LogLevel): void => {
    lines.push(line);
    if (shows && level === 'error') process.stderr.write(line);
  };
  const log = new Log({ format: 'json', level: 'debug', write });
  return { log, hush: () => void (shows = false), keep: () => keepLog(lines.splice(0).join('')) };
}

export function keepLog(text: string): void {
  if (folder && text !== '') writeFileSync(join(folder, `${randomUUID()}.log`), text);
}

/** Those of the databases below a data folder. */
export function keepServerLogs(data: string): void {
  for (const kind of ['main', 'demo']) {
    const log = join(data, kind, 'postgres', 'server.log');
    if (folder && existsSync(log)) cpSync(log, join(folder, `${randomUUID()}.server.log`));
  }
}

/** What a program says in so many words: its lines of JSON without those about requests, and whatever else it prints. */
export function wordsOf(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const said = parsed(line);
      if (!said) return [line];
      return said.route === undefined ? [said.message] : [];
    })
    .join('\n');
}

function parsed(line: string): { message: string; route?: string } | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as { message: string; route?: string };
  } catch {
    // The rest of it is still on its way.
    return null;
  }
}
