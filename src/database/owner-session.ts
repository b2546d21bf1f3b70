import { type DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';
import type { DatabaseAddress } from '../config/settings.js';
import { loadMigrations, openDataSource } from './data-source.js';
import { MIGRATION_LOCK } from './migrate.js';

type MigrationClass = new () => MigrationInterface;

/**
 * One transaction of the tables' owner in which everything may change, the schema too, and which leaves nothing behind unless it is committed.
 * Nobody else changes the schema meanwhile.
 */
export class OwnerSession {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
    readonly client: PoolClient,
    private readonly known: MigrationClass[],
  ) {}

  /** Does `work` and commits it, or nothing of it. @throws what `work` threw */
  static async run<T>(owner: DatabaseAddress, work: (session: OwnerSession) => Promise<T>): Promise<T> {
    const known = await loadMigrations();
    const dataSource = await openDataSource({ address: owner, poolSize: 1, migrations: known });
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await client.query('begin');
      const result = await work(new OwnerSession(dataSource, runner, client, known));
      await client.query('commit');
      return result;
    } catch (error) {
      // Whatever is half done on this connection, the server takes it back with it.
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await dataSource.destroy();
    }
  }

  /** @returns false when somebody else changes the schema at this moment */
  async lockSchema(): Promise<boolean> {
    const { rows } = await this.client.query<{ held: boolean }>(
      'select pg_try_advisory_xact_lock($1) as held',
      [MIGRATION_LOCK],
    );
    return rows[0]?.held === true;
  }

  /** Names of the migrations that this program knows. */
  get newest(): string[] {
    return this.known.map(({ name }) => name);
  }

  /** Names of the migrations that the database has had, in their order. */
  async applied(): Promise<string[]> {
    const { rows: found } = await this.client.query<{ present: boolean }>(
      `select to_regclass('public.migrations') is not null as present`,
    );
    if (!found[0]?.present) return [];
    const { rows } = await this.client.query<{ name: string }>(
      'select name from migrations order by timestamp, id',
    );
    return rows.map(({ name }) => name);
  }

  /** Brings the schema up to date. @returns how many migrations that took */
  async migrateUp(): Promise<number> {
    await this.settle();
    const executor = new MigrationExecutor(this.dataSource, this.runner);
    executor.transaction = 'none';
    const done = await executor.executePendingMigrations();
    await this.client.query('grant select on migrations to olympia_app');
    return done.length;
  }

  /** Takes the schema back, or forth, to exactly these migrations. For a database without rows of anybody's. */
  async migrateTo(wanted: readonly string[]): Promise<void> {
    await this.settle();
    const applied = await this.applied();
    const odd = applied.findIndex((name) => !wanted.includes(name));
    const stays = odd < 0 ? applied.length : odd;
    for (const name of applied.slice(stays).reverse()) await this.undo(name);
    for (const name of this.newest)
      if (wanted.includes(name) && !applied.slice(0, stays).includes(name)) await this.redo(name);
  }

  /** Constraints that wait for COMMIT are asked now: a table with such a question open cannot be altered. */
  async settle(): Promise<void> {
    await this.client.query('set constraints all immediate');
  }

  private async undo(name: string): Promise<void> {
    await this.migration(name).down(this.runner);
    await this.client.query('delete from migrations where name = $1', [name]);
  }

  private async redo(name: string): Promise<void> {
    await this.migration(name).up(this.runner);
    await this.client.query('insert into migrations (timestamp, name) values ($1, $2)', [
      Number(name.slice(-13)),
      name,
    ]);
  }

  private migration(name: string): MigrationInterface {
    const found = this.known.find((migration) => migration.name === name);
    if (!found) throw new Error(`The migration ${name} is not known.`);
    return new found();
  }
}
