import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an invitation's mail was handed to the mail server. */
export class MailedInvitations1760001300000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invitations add column mailed_at timestamptz');
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invitations drop column mailed_at');
  }
}
