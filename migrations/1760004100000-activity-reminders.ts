import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a house was asked to enter its activities, so that nobody is asked twice in a week. What was written to whom is in the outbox; here
 * stands nobody's name but the coordinator's, as an id.
 */
export class ActivityReminders1760004100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity_reminders (
        institution_id uuid not null,
        id uuid not null,
        reminded_on date not null,
        reminded_by uuid,
        letters smallint not null,
        constraint activity_reminders_pk primary key (institution_id, id),
        constraint activity_reminders_institution_fk foreign key (institution_id) references institutions (id),
        constraint activity_reminders_reminded_by_fk foreign key (reminded_by) references accounts (id) on delete set null,
        constraint activity_reminders_letters_ck check (letters > 0)
      );
      create index activity_reminders_day_ix on activity_reminders (institution_id, reminded_on);
      create index activity_reminders_reminded_by_ix on activity_reminders (reminded_by);

      alter table activity_reminders enable row level security, force row level security;
      create policy activity_reminders_read on activity_reminders for select to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_system()));
      create policy activity_reminders_add on activity_reminders for insert to olympia_app
        with check (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      grant select, insert on activity_reminders to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table activity_reminders');
  }
}
