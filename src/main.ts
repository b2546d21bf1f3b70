import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { firstAdministratorLink } from './access/first-administrator.js';
import { loadConfiguration, type Configuration } from './config/env.js';
import { demoPassword } from './demo/demo-password.js';
import { loadDemo } from './demo/load-demo.js';
import { publishDemo } from './demo/publish-demo.js';
import { SIGN_INS } from './demo/sign-ins.js';
import { errorFields } from './kernel/log/error-fields.js';
import { Log, type LogFormat } from './kernel/log/log.js';
import { Lifetime } from './lifetime.js';
import { dataDirectoryOf, listen, prepare, type Start } from './start.js';

/*
 * node dist/src/main.js [--demo]
 * Exit code 0 after a signal, 1 when the start or the end failed; one sentence says why.
 */

const lifetime = new Lifetime();
// The demo is looked at by people, whoever takes its output down.
const usualFormat: LogFormat = process.stdout.isTTY || process.argv.includes('--demo') ? 'text' : 'json';
let log = new Log({ format: usualFormat });
const say = (words: string): void => log.say(words);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('uncaughtException', (error) => void crash(error));
// Whoever read our lines may have left; the data still want their clean end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

await main().catch((error: unknown) => fail(error));

async function main(): Promise<void> {
  const demo = readArguments(process.argv.slice(2));
  const configuration = loadConfiguration();
  log = new Log({ format: configuration.logFormat ?? usualFormat, level: configuration.logLevel });
  const start: Start = { configuration, demo, lifetime, log, say };
  const app = await prepare(start);
  const lines = demo ? await demoLines(app, start) : await realLines(app, configuration);
  lifetime.goOn();
  await listen(app, configuration);
  say(['', ...lines, '', `Started in ${seconds()} s. Stop with Ctrl-C.`].join('\n'));
  if (demo && configuration.demoStatistics) await publishLater(app);
}

/** The demo is as good without it; the next start tries again. */
async function publishLater(app: NestFastifyApplication): Promise<void> {
  await publishDemo(app, () => lifetime.over, say).catch((error: unknown) => {
    const { name } = error as Error;
    if (!lifetime.over) say(`Could not publish the statistics over children: ${name}.`);
  });
}

function readArguments(given: string[]): boolean {
  const unknown = given.find((argument) => argument !== '--demo');
  if (unknown) throw new Error(`"${unknown}" is not understood; the only argument is --demo.`);
  return given.length > 0;
}

async function demoLines(app: NestFastifyApplication, start: Start): Promise<string[]> {
  const password = demoPassword(dataDirectoryOf(start), start.configuration.demoPassword);
  await loadDemo(app, password, say);
  return [
    `The demo city (all of it invented): ${start.configuration.publicUrl}`,
    `Sign in with the password ${password} as`,
    ...SIGN_INS.map(({ email, role }) => `  ${email.padEnd(28)}${role.replace('_', ' ')}`),
  ];
}

async function realLines(app: NestFastifyApplication, { publicUrl }: Configuration): Promise<string[]> {
  const link = await firstAdministratorLink(app);
  const address = `Olympia ruft: ${publicUrl}`;
  return link
    ? [address, 'There is no administrator yet. This link makes the first one, once:', `  ${link}`]
    : [address];
}

function seconds(): string {
  return (performance.now() / 1000).toFixed(1);
}

/** A second signal changes nothing: the end is under way, and cutting it off would only mean a recovery later. */
async function stop(): Promise<void> {
  if (lifetime.over) return;
  say('\nStopping …');
  await exitAfterEnd(0);
}

/** What nobody has foreseen, at any time: told like every fault, without what it is about. */
async function crash(error: unknown): Promise<void> {
  if (lifetime.over) return;
  log.add('error', 'The program cannot go on', errorFields(error));
  await exitAfterEnd(1);
}

async function fail(error: unknown): Promise<void> {
  // A start that is told to stop fails in many ways on its way out; none of them is news.
  if (lifetime.over) return;
  tell(error);
  await exitAfterEnd(1);
}

async function exitAfterEnd(code: number): Promise<void> {
  try {
    await lifetime.end();
  } catch (error) {
    tell(error);
    process.exit(1);
  }
  process.exit(code);
}

/** A start or an end that fails does so with a sentence for people. */
function tell(error: unknown): void {
  log.say(error instanceof Error ? error.message : String(error), 'error');
  log.add('debug', 'The place', errorFields(error));
}
