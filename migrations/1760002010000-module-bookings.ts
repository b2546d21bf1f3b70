import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which modules a house chose and what became of them, and when it was given its box of material. The people of a house and those who run
 * the programme read; the lead, the coach and the city's coordinators write. Administrators have no part in the work itself.
 */
export class ModuleBookings1760002010000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table module_bookings (
        institution_id uuid not null,
        id uuid not null,
        module_id uuid not null,
        state text not null default 'wished',
        wished_from date,
        wished_to date,
        planned_on date,
        planned_start time(0),
        delivered_on date,
        minutes smallint,
        children smallint,
        parents smallint,
        staff smallint,
        remarks text,
        cancelled_on date,
        cancel_reason text,
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint module_bookings_pk primary key (institution_id, id),
        constraint module_bookings_institution_fk foreign key (institution_id) references institutions (id),
        constraint module_bookings_module_fk foreign key (module_id) references modules (id),
        constraint module_bookings_state_ck check (state in ('wished', 'planned', 'delivered', 'cancelled')),
        constraint module_bookings_wished_ck check (wished_to >= wished_from),
        constraint module_bookings_planned_ck check (state not in ('planned', 'delivered') or planned_on is not null),
        constraint module_bookings_start_ck check (planned_start is null or planned_on is not null),
        constraint module_bookings_delivered_ck check ((state = 'delivered') = (delivered_on is not null and minutes is not null)),
        constraint module_bookings_cancelled_ck check ((state = 'cancelled') = (cancelled_on is not null and cancel_reason is not null)),
        constraint module_bookings_cancel_reason_ck check (length(cancel_reason) between 1 and 300),
        constraint module_bookings_minutes_ck check (minutes between 5 and 6000),
        constraint module_bookings_children_ck check (children between 0 and 2000),
        constraint module_bookings_parents_ck check (parents between 0 and 2000),
        constraint module_bookings_staff_ck check (staff between 0 and 500),
        constraint module_bookings_remarks_ck check (length(remarks) between 1 and 1000)
      );
      create index module_bookings_id_ix on module_bookings (id);
      create index module_bookings_module_ix on module_bookings (module_id);
      create index module_bookings_planned_ix on module_bookings (planned_on) where state = 'planned';

      alter table module_bookings enable row level security, force row level security;
      create policy module_bookings_read on module_bookings for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_system()));
      create policy module_bookings_write on module_bookings to olympia_app
        using (institution_id = any ((select app_lead_houses() || app_coach_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      grant select, insert, update, delete on module_bookings to olympia_app;

      alter table participations add materials_on date;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table participations drop materials_on;
      drop table module_bookings;
    `);
  }
}
