import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A build of the product that knows nothing of the newest migrations. */
export interface PreviousRelease {
  /** Path of its main.js. */
  main: string;
  remove: () => void;
}

/**
 * The program of today without the migrations from `since` on (their time stamp): it stands for the release before as far as the schema
 * is concerned, and runs wherever the tests do.
 */
export function withoutNewest(since: number): PreviousRelease {
  const folder = newFolder();
  const dist = join(folder, 'dist');
  for (const part of ['src', 'migrations'])
    cpSync(join(ROOT, 'dist', part), join(dist, part), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const file of readdirSync(join(dist, 'migrations')))
    if (Number.parseInt(file, 10) >= since) rmSync(join(dist, 'migrations', file));
  return releaseIn(folder);
}

/** The program as it was before the migration `since` was written, from the project's history; takes a minute to build. */
export function fromHistory(since: number): PreviousRelease {
  const file = readdirSync(join(ROOT, 'migrations')).find((name) => name.startsWith(String(since)))!;
  const added = git('log', '--diff-filter=A', '--format=%H', '--', `migrations/${file}`).trim();
  if (!added)
    throw new Error(`The history does not know when migrations/${file} was added: a whole clone is needed.`);
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-x', '-C', folder], {
    input: execFileSync('git', ['archive', `${added}^`], { cwd: ROOT, maxBuffer: 2 ** 30 }),
  });
  const release = releaseIn(folder);
  execFileSync(process.execPath, [join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], {
    cwd: folder,
    stdio: 'pipe',
  });
  return release;
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'olympia-previous-'));
}

function releaseIn(folder: string): PreviousRelease {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    main: join(folder, 'dist', 'src', 'main.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
}
