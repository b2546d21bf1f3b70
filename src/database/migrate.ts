import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { DatabaseAddress } from '../config/settings.js';
import { loadMigrations, type Migration, openDataSource } from './data-source.js';

// Any constant of our own; keeps two instances that start at once from migrating at once.
export const MIGRATION_LOCK = 1_760_000_000;

/** How a migration waits for a table that others use: whoever comes after it waits too, so it does so shortly, and many times. */
export interface LockPatience {
  lockTimeoutMs: number;
  tries: number;
  pauseMs: number;
}

/** Most requests take milliseconds, a large file minutes. */
const PATIENCE: LockPatience = { lockTimeoutMs: 2_000, tries: 120, pauseMs: 3_000 };
/** SQLSTATE lock_not_available and deadlock_detected. */
const IN_USE = ['55P03', '40P01'];

/**
 * Brings the schema up to date as its owner, while others may go on to use it.
 * @returns the names of the migrations that were applied
 * @throws Error when a table was in use all the time; what was applied before stays
 */
export async function migrate(
  owner: DatabaseAddress,
  { patience = PATIENCE, migrations }: { patience?: LockPatience; migrations?: Migration[] } = {},
): Promise<string[]> {
  return withOwner(owner, { lockTimeoutMs: patience.lockTimeoutMs, migrations }, async (dataSource) => {
    const before = await appliedMigrations(dataSource);
    await runPatiently(dataSource, patience);
    return [...(await appliedMigrations(dataSource))].filter((name) => !before.has(name));
  });
}

/** Each migration is a transaction of its own: a new try goes on where the last one gave up. */
async function runPatiently(dataSource: DataSource, { tries, pauseMs }: LockPatience): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await dataSource.runMigrations();
      return;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (!IN_USE.includes(code) || left <= 1) throw error;
      await sleep(pauseMs);
    }
  }
}

/** Takes back every migration; for the test that proves they can be. */
export async function revertAll(owner: DatabaseAddress): Promise<void> {
  await withOwner(owner, {}, async (dataSource) => {
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
  const rows = await dataSource.query<{ name: string }[]>('select name from migrations order by id');
  return new Set(rows.map(({ name }) => name));
}

async function withOwner<T>(
  owner: DatabaseAddress,
  { lockTimeoutMs, migrations }: { lockTimeoutMs?: number; migrations?: Migration[] },
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const known = migrations ?? (await loadMigrations());
  const dataSource = await openDataSource({ address: owner, poolSize: 2, migrations: known, lockTimeoutMs });
  const lock = dataSource.createQueryRunner();
  try {
    // Another instance that migrates is waited for, however long it takes.
    await lock.query('set lock_timeout = 0');
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
