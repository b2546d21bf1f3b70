import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A build of the product with other migrations than that of the tests. */
export interface OtherRelease {
  /** Path of its main.js. */
  main: string;
  remove: () => void;
}

/** What everybody writes to while the next release comes. */
const BUSY = [
  'activities',
  'trials',
  'results',
  'assessments',
  'training_registrations',
  'audit_events',
  'sessions',
];

/** One migration for each busy table, a column more and each policy put up anew, and at last one for all functions. */
const NEXT = `
const POLICIES = "select * from pg_policies where schemaname = 'public' and tablename = $1";
const FUNCTIONS = "select pg_get_functiondef(oid) as definition from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'";
const clause = (word, condition) => (condition === null ? '' : \` \${word} (\${condition})\`);

async function renew(runner, table) {
  await runner.query(\`alter table \${table} add column next_release text\`);
  for (const { policyname, cmd, roles, permissive, qual, with_check } of await runner.query(POLICIES, [table])) {
    await runner.query(\`drop policy \${policyname} on \${table}\`);
    await runner.query(
      \`create policy \${policyname} on \${table} as \${permissive} for \${cmd} to \${roles.replace(/[{}]/g, '')}\` +
        clause('using', qual) + clause('with check', with_check),
    );
  }
}

${BUSY.map(
  (table, at) => `export class Renew${at}179900000000${at} {
  up(runner) {
    return renew(runner, '${table}');
  }
  async down() {}
}`,
).join('\n')}

export class Functions1799000000009 {
  async up(runner) {
    for (const { definition } of await runner.query(FUNCTIONS)) await runner.query(definition);
  }
  async down() {}
}
`;

/** How many migrations the next release has more than today's. */
export const NEXT_MIGRATIONS = BUSY.length + 1;

/** The program of today with some migrations more: it stands for the next release and runs wherever the tests do. */
export function nextRelease(): OtherRelease {
  const folder = newFolder();
  const dist = join(folder, 'dist');
  for (const part of ['src', 'migrations'])
    cpSync(join(ROOT, 'dist', part), join(dist, part), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  writeFileSync(join(dist, 'migrations', '1799000000000-next-release.js'), NEXT);
  return releaseIn(folder);
}

/** How many commits before the migration are tried. */
const MOST_TRIED = 5;

/** The program as it last could be built before the migration `since` was written, from the project's history; each try takes a minute. */
export function fromHistory(since: number): OtherRelease {
  const file = readdirSync(join(ROOT, 'migrations')).find((name) => name.startsWith(String(since)))!;
  const added = git('log', '--diff-filter=A', '--format=%H', '--', `migrations/${file}`).trim();
  if (!added)
    throw new Error(`The history does not know when migrations/${file} was added: a whole clone is needed.`);
  const faults: string[] = [];
  // What belongs together may have come in several commits, and between them nothing builds.
  for (const commit of git('rev-list', `--max-count=${MOST_TRIED}`, `${added}^`).trim().split('\n')) {
    const folder = unpacked(commit);
    const release = releaseIn(folder);
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status === 0) return release;
    release.remove();
    faults.push(`${commit}:\n${stdout}`);
  }
  throw new Error(`None of the commits before migrations/${file} builds.\n${faults.join('\n')}`);
}

/** @returns a new folder with the files of a commit */
function unpacked(commit: string): string {
  const folder = newFolder();
  const input = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', folder], { input });
  return folder;
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'olympia-release-'));
}

function releaseIn(folder: string): OtherRelease {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    main: join(folder, 'dist', 'src', 'main.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
}
