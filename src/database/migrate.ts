import type { DataSource } from 'typeorm';
import type { DatabaseAddress } from '../config/settings.js';
import { loadMigrations, openDataSource } from './data-source.js';

// Any constant of our own; keeps two instances that start at once from migrating at once.
const MIGRATION_LOCK = 1_760_000_000;

/** Brings the schema up to date as its owner. @returns the names of the migrations that were applied */
export async function migrate(owner: DatabaseAddress): Promise<string[]> {
  return withOwner(owner, async (dataSource) => (await dataSource.runMigrations()).map(({ name }) => name));
}

/** Takes back every migration; for the test that proves they can be. */
export async function revertAll(owner: DatabaseAddress): Promise<void> {
  await withOwner(owner, async (dataSource) => {
    for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
  });
}

/** @throws Error when the database lacks migrations of this version of the application */
export async function assertMigrated(runtime: DatabaseAddress): Promise<void> {
  const expected = (await loadMigrations()).map(({ name }) => name);
  const dataSource = await openDataSource({ address: runtime, poolSize: 1 });
  try {
    const applied = await appliedMigrations(dataSource);
    const missing = expected.filter((name) => !applied.has(name));
    if (missing.length > 0) {
      throw new Error(
        `The database lacks ${missing.length} migration(s), first ${missing[0]}. Set DATABASE_MIGRATION_URL (owner role) so that they can be applied.`,
      );
    }
  } finally {
    await dataSource.destroy();
  }
}

async function appliedMigrations(dataSource: DataSource): Promise<Set<string>> {
  const [table] = await dataSource.query<{ present: boolean }[]>(
    `select to_regclass('migrations') is not null as present`,
  );
  if (!table?.present) return new Set();
  const rows = await dataSource.query<{ name: string }[]>('select name from migrations');
  return new Set(rows.map(({ name }) => name));
}

async function withOwner<T>(
  owner: DatabaseAddress,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await openDataSource({
    address: owner,
    poolSize: 2,
    migrations: await loadMigrations(),
  });
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const result = await work(dataSource);
    // The runtime role may see which migrations ran, so that an instance without the owner's key can check.
    await lock.query(
      `do $$ begin if to_regclass('migrations') is not null then grant select on migrations to olympia_app; end if; end $$`,
    );
    return result;
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
