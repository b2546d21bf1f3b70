import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a coach advised a house, about what, and what was agreed. The coach of the house keeps them, and the city's coordinators; its lead and
 * the programme lead read. Not the educators, and not the administrators.
 */
export class CoachContacts1760002020000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coach_contacts (
        institution_id uuid not null,
        id uuid not null,
        coach_id uuid not null,
        state text not null,
        way text not null,
        held_on date not null,
        starts_at time(0),
        minutes smallint,
        topics text,
        next_step text,
        next_step_due date,
        next_step_done_on date,
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint coach_contacts_pk primary key (institution_id, id),
        constraint coach_contacts_institution_fk foreign key (institution_id) references institutions (id),
        constraint coach_contacts_coach_fk foreign key (coach_id) references accounts (id),
        constraint coach_contacts_state_ck check (state in ('planned', 'held', 'cancelled')),
        constraint coach_contacts_way_ck check (way in ('on_site', 'phone', 'online')),
        constraint coach_contacts_held_ck check (state <> 'held' or minutes is not null),
        constraint coach_contacts_minutes_ck check (minutes between 5 and 600),
        constraint coach_contacts_topics_ck check (length(topics) between 1 and 2000),
        constraint coach_contacts_next_step_ck check (length(next_step) between 1 and 300),
        constraint coach_contacts_due_ck check (next_step is not null or (next_step_due is null and next_step_done_on is null))
      );
      create index coach_contacts_id_ix on coach_contacts (id);
      create index coach_contacts_held_on_ix on coach_contacts (institution_id, held_on);
      create index coach_contacts_coach_ix on coach_contacts (coach_id);

      alter table coach_contacts enable row level security, force row level security;
      create policy coach_contacts_read on coach_contacts for select to olympia_app
        using (institution_id = any ((select app_lead_houses() || app_coach_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_system()));
      create policy coach_contacts_create on coach_contacts for insert to olympia_app
        with check ((institution_id = any ((select app_coach_houses())::uuid[]) and coach_id = (select app_actor_id()))
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      -- Whoever coaches the house today goes on with what was agreed before.
      create policy coach_contacts_update on coach_contacts for update to olympia_app
        using (institution_id = any ((select app_coach_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      create policy coach_contacts_remove on coach_contacts for delete to olympia_app
        using (institution_id = any ((select app_coach_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      grant select, insert, update, delete on coach_contacts to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table coach_contacts');
  }
}
