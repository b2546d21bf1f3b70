import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices in whose place another one has come: what they still send has to be told from strangers'. */
export class FormerDevices1760006500000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- SHA-256 of their cookies, the latest first.
      alter table tablets add former_token_hashes bytea[] not null default '{}';
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tablets drop former_token_hashes');
  }
}
