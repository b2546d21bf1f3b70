import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Pool } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import type { DatabaseAddress } from '../config/settings.js';

export type Migration = new () => MigrationInterface;

export interface DataSourcePlan {
  address: DatabaseAddress;
  poolSize: number;
  entities?: (new () => object)[];
  migrations?: Migration[];
  /** How long a statement may wait for a lock; for ever if absent. */
  lockTimeoutMs?: number;
}

/** TypeORM's options for an address; nothing is ever synchronised, the schema belongs to the migrations. */
export function dataSourceOptions(plan: DataSourcePlan): DataSourceOptions {
  return {
    type: 'postgres',
    ...connectionOf(plan.address),
    poolSize: plan.poolSize,
    entities: plan.entities ?? [],
    migrations: plan.migrations ?? [],
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    // Makes TypeORM speak of gen_random_uuid(), which PostgreSQL has without any extension.
    uuidExtension: 'pgcrypto',
    parseInt8: true,
    applicationName: 'olympia',
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      ...(plan.lockTimeoutMs && { lock_timeout: plan.lockTimeoutMs }),
    },
  };
}

/** All migrations of the folder, in the order of their time stamps. */
export async function loadMigrations(): Promise<Migration[]> {
  const folder = new URL('../../migrations/', import.meta.url);
  const files = (await readdir(folder)).filter(
    (name) => /^\d+-.*\.[jt]s$/.test(name) && !name.endsWith('.d.ts'),
  );
  const modules = await Promise.all(
    files
      .sort()
      .map(
        (name) =>
          import(pathToFileURL(new URL(name, folder).pathname).href) as Promise<Record<string, Migration>>,
      ),
  );
  return modules.flatMap((exported) => Object.values(exported));
}

/** For migrations and checks: a data source of its own, opened and closed by the caller. */
export async function openDataSource(plan: DataSourcePlan): Promise<DataSource> {
  return new DataSource(dataSourceOptions(plan)).initialize();
}

/** TypeORM's own pool, for what it has no words for: COPY. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

function connectionOf(address: DatabaseAddress): object {
  if ('connectionString' in address) return { url: address.connectionString };
  return { host: address.host, username: address.user, database: address.database };
}
