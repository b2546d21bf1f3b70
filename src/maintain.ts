import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { backUp, checkFile, type Command, restoreFrom, verifyAudit } from './backup/commands.js';
import { EXIT, Refusal } from './backup/refusal.js';
import { loadConfiguration } from './config/env.js';

/*
 * node dist/src/maintain.js backup FILE [--journal-only] | restore FILE [--force] [--journal FILE]… [--check] | audit:verify, each [--demo]
 * Exit code 0 when it was done; else one sentence says why, and the code what kind of reason (backup/refusal.ts).
 */

const USAGE = `npm run backup FILE                 back up the database into a new file
  -- --journal-only FILE              only the journal of erasures: ids, small, for every hour
npm run restore FILE                put a backup into an empty database
  -- --force FILE                     … in place of what the database holds
  -- --journal NEWER FILE             … and erase once more what the newer backup or journal says was erased since
  -- --broken-trail FILE              … also if its audit trail was broken when it was taken
  -- --check FILE                     only read the file from end to end
npm run audit:verify                verify the audit trail
All take --demo for the demo's database.`;

interface Options {
  demo: boolean;
  force: boolean;
  check: boolean;
  journalOnly: boolean;
  brokenTrail: boolean;
  journals: string[];
}

const ALLOWED: Record<string, (keyof Options)[]> = {
  backup: ['demo', 'journalOnly'],
  restore: ['demo', 'force', 'check', 'brokenTrail', 'journals'],
  'audit:verify': ['demo'],
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { message } = error instanceof Error ? error : new Error(String(error));
  console.error(message);
  process.exitCode = error instanceof Refusal ? error.exitCode : EXIT.failed;
}

async function main(given: string[]): Promise<void> {
  const { verb, file, options } = readArguments(given);
  const { demo, force, check, journalOnly, brokenTrail, journals } = options;
  const command: Command = { configuration: loadConfiguration(), demo, say: (line) => console.log(line) };
  if (verb === 'audit:verify') return verifyAudit(command);
  if (verb === 'backup') return backUp({ ...command, file, journalOnly });
  if (check) return checkFile({ ...command, file });
  return restoreFrom({ ...command, file, force, journals, brokenTrail });
}

function readArguments(given: string[]): { verb: string; file: string; options: Options } {
  const [verb = '', ...rest] = given;
  const { options, positionals } = parsed(rest);
  const allowed = ALLOWED[verb] ?? [];
  const asked = Object.entries(options).filter(
    ([, value]) => value === true || (Array.isArray(value) && value.length > 0),
  );
  const isUnderstood =
    verb in ALLOWED &&
    positionals.length === (verb === 'audit:verify' ? 0 : 1) &&
    asked.every(([name]) => allowed.includes(name as keyof Options));
  if (!isUnderstood) throw new Error(USAGE);
  return { verb, file: positionals[0] ?? '', options };
}

function parsed(args: string[]): { options: Options; positionals: string[] } {
  const flag = { type: 'boolean' } as const;
  const flags = { demo: flag, force: flag, check: flag, 'journal-only': flag, 'broken-trail': flag };
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...flags, journal: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    const { demo = false, force = false, check = false, journal: journals = [] } = values;
    const { 'journal-only': journalOnly = false, 'broken-trail': brokenTrail = false } = values;
    return { options: { demo, force, check, journalOnly, brokenTrail, journals }, positionals };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}
