import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was there, session by session. Only coordinators write it; it bears no name, those are with the staff. */
export class Attendance1760002300000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training_attendances (
        -- The registration's house.
        institution_id uuid not null,
        id uuid not null,
        registration_id uuid not null,
        session_id uuid not null,
        state text not null,
        -- Attended; none for whoever was not there.
        minutes smallint not null,
        version integer not null default 1,
        constraint training_attendances_pk primary key (institution_id, id),
        constraint training_attendances_uq unique (institution_id, registration_id, session_id),
        constraint training_attendances_registration_fk foreign key (institution_id, registration_id)
          references training_registrations (institution_id, id) on update cascade,
        constraint training_attendances_session_fk foreign key (session_id) references training_sessions (id),
        constraint training_attendances_state_ck check (state in ('present', 'excused', 'absent')),
        constraint training_attendances_minutes_ck check (minutes between 0 and 1440 and (minutes > 0) = (state = 'present'))
      );
      create index training_attendances_session_ix on training_attendances (session_id);

      alter table training_attendances enable row level security, force row level security;
      -- The programme's lead counts hours; whose they are, the policies of registrations and staff keep back.
      create policy training_attendances_read on training_attendances for select to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or registration_id in (select r.id from training_registrations r
            where r.staff_member_id in (select s.id from staff_members s where s.account_id = (select app_actor_id())))
          or (select app_programme_lead()));
      create policy training_attendances_write on training_attendances to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      grant select, insert, update, delete on training_attendances to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table training_attendances;');
  }
}
