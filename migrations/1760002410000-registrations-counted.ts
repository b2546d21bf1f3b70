import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The programme's lead counts who attended what. A registration bears no name: whose it is, the staff's policies keep back. */
export class RegistrationsCounted1760002410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy training_registrations_count on training_registrations for select to olympia_app using ((select app_programme_lead()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy training_registrations_count on training_registrations');
  }
}
