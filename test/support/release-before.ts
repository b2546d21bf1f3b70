import type { DatabaseAddress } from '../../src/config/settings.js';
import { loadMigrations, type Migration, openDataSource } from '../../src/database/data-source.js';

/** The release before is the program as it was before this migration was written. */
export const RELEASE_BEFORE = 1_760_006_300_000;

/** The migrations that it did not have. */
export async function laterMigrations(): Promise<Migration[]> {
  return (await loadMigrations()).filter(({ name }) => Number(/\d+$/.exec(name)![0]) >= RELEASE_BEFORE);
}

/** Gives a migrated database the schema of the release before. */
export async function backToReleaseBefore(address: DatabaseAddress): Promise<void> {
  const owner = await openDataSource({ address, poolSize: 1, migrations: await loadMigrations() });
  for (const _ of await laterMigrations()) await owner.undoLastMigration();
  await owner.destroy();
}
