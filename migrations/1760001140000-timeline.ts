import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may see a house may see in its timeline which of its records changed. Named one by one, so that whatever is audited later stays hidden
 * until somebody decides otherwise; nothing about children may ever stand here.
 */
export class Timeline1760001140000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index audit_events_institution_ix on audit_events (institution_id, at) where institution_id is not null;
      create policy audit_events_house on audit_events for select to olympia_app
        using (object_type in ('institution', 'institution_contact', 'group', 'closing_day')
          and (institution_id = any ((select app_houses())::uuid[])
            or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
            or (institution_id is not null and (select app_programme_lead()))));
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy audit_events_house on audit_events;
      drop index audit_events_institution_ix;
    `);
  }
}
