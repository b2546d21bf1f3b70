import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The staff of the houses, the trainings of a municipality with their sessions, and who is registered for what. Why it is scoped like this:
 * docs/decisions/0019-staff-and-registrations.md.
 *
 * Names of staff are read through a house: the one that keeps the record, or one with a running position. So nobody may make a position for
 * somebody whom they do not see already.
 */
export class Training1760002100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.staff(runner);
    await this.trainings(runner);
    await this.registrations(runner);
  }

  private async staff(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_members (
        -- The house that keeps the record.
        institution_id uuid not null,
        id uuid not null,
        name text collate german not null,
        function text not null,
        email text,
        weekly_hours numeric(3,1),
        account_id uuid,
        creation_digest bytea,
        version integer not null default 1,
        constraint staff_members_pk primary key (institution_id, id),
        -- A person works at several houses, so others refer to the person alone.
        constraint staff_members_id_uq unique (id),
        constraint staff_members_account_uq unique (account_id),
        constraint staff_members_institution_fk foreign key (institution_id) references institutions (id),
        constraint staff_members_account_fk foreign key (account_id) references accounts (id) on delete set null,
        constraint staff_members_name_ck check (length(name) between 1 and 100),
        constraint staff_members_function_ck check (function in ('educator', 'teacher', 'all_day_staff', 'lead', 'other')),
        constraint staff_members_email_ck check (email = lower(email) and length(email) <= 254),
        constraint staff_members_weekly_hours_ck check (weekly_hours between 0.5 and 60)
      );

      create table staff_positions (
        institution_id uuid not null,
        id uuid not null,
        staff_member_id uuid not null,
        since date,
        -- The last day; null while it runs.
        until date,
        creation_digest bytea,
        version integer not null default 1,
        constraint staff_positions_pk primary key (institution_id, id),
        constraint staff_positions_institution_fk foreign key (institution_id) references institutions (id),
        constraint staff_positions_member_fk foreign key (staff_member_id) references staff_members (id) on delete cascade,
        constraint staff_positions_order_ck check (until >= since)
      );
      create unique index staff_positions_open_uq on staff_positions (institution_id, staff_member_id) where until is null;
      create index staff_positions_id_ix on staff_positions (id);
      create index staff_positions_member_ix on staff_positions (staff_member_id);

      alter table staff_members enable row level security, force row level security;
      alter table staff_positions enable row level security, force row level security;

      create policy staff_members_read on staff_members for select to olympia_app
        using (account_id = (select app_actor_id())
          or institution_id = any ((select app_lead_houses())::uuid[])
          or id in (select p.staff_member_id from staff_positions p
            where p.institution_id = any ((select app_lead_houses())::uuid[]) and coalesce(p.until, 'infinity') >= (select app_today()))
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      create policy staff_members_create on staff_members for insert to olympia_app
        with check (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      create policy staff_members_update on staff_members for update to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));

      -- Under the asker's own policies. STABLE on purpose: it sees what was there before the statement, so that the position that is just being
      -- made does not open the name by itself. In plpgsql, because the two tables' policies ask each other.
      create function app_sees_staff(member uuid) returns boolean language plpgsql stable as $$
      begin
        return exists (select from staff_members s where s.id = member);
      end $$;

      -- Without names: whoever sees a house may count who works there.
      create policy staff_positions_read on staff_positions for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy staff_positions_write on staff_positions to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()))
        with check ((institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system())) and app_sees_staff(staff_member_id));

      grant select, insert, update, delete on staff_members, staff_positions to olympia_app;
    `);
  }

  private async trainings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table trainings (
        id uuid not null,
        municipality_id uuid not null,
        title text collate german not null,
        contents text,
        focus_area text not null,
        trainer_name text,
        trainer_qualification text,
        place text,
        capacity smallint not null,
        -- The last day; null: until the first session's.
        register_until date,
        -- For whom: kinds of houses, and districts (none: all of them).
        kinds text[] not null default '{kita,school}',
        district_ids uuid[] not null default '{}',
        -- Share of the minutes from which on the certificate says "took part".
        threshold_percent smallint not null default 80,
        issuer text,
        state text not null default 'draft',
        cancel_reason text,
        -- What a trigger counts from the registrations, which not everybody may read.
        confirmed integer not null default 0,
        waiting integer not null default 0,
        -- Arrivals so far; the next registration takes the next number.
        arrivals integer not null default 0,
        creation_digest bytea,
        version integer not null default 1,
        constraint trainings_pk primary key (id),
        constraint trainings_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint trainings_focus_area_fk foreign key (focus_area) references focus_areas (code),
        constraint trainings_title_ck check (length(title) between 1 and 200),
        constraint trainings_capacity_ck check (capacity between 1 and 1000),
        constraint trainings_kinds_ck check (cardinality(kinds) > 0 and kinds <@ '{kita,school}'),
        constraint trainings_threshold_ck check (threshold_percent between 1 and 100),
        constraint trainings_state_ck check (state in ('draft', 'open', 'closed', 'completed', 'cancelled')),
        constraint trainings_cancel_ck check ((state = 'cancelled') = (cancel_reason is not null))
      );
      create index trainings_municipality_ix on trainings (municipality_id);

      create table training_sessions (
        training_id uuid not null,
        id uuid not null,
        held_on date not null,
        -- Clock times in Europe/Berlin.
        starts_at time(0) not null,
        ends_at time(0) not null,
        break_minutes smallint not null default 0,
        -- Where it is not the training's place.
        place text,
        constraint training_sessions_pk primary key (id),
        constraint training_sessions_training_fk foreign key (training_id) references trainings (id) on delete cascade,
        constraint training_sessions_order_ck check (ends_at > starts_at),
        constraint training_sessions_break_ck check (break_minutes between 0 and 600)
      );
      create index training_sessions_training_ix on training_sessions (training_id);
      create index training_sessions_held_on_ix on training_sessions (held_on);

      create table training_modules (
        training_id uuid not null,
        module_id uuid not null,
        constraint training_modules_pk primary key (training_id, module_id),
        constraint training_modules_training_fk foreign key (training_id) references trainings (id) on delete cascade,
        constraint training_modules_module_fk foreign key (module_id) references modules (id)
      );

      alter table trainings enable row level security, force row level security;
      alter table training_sessions enable row level security, force row level security;
      create policy trainings_read on trainings for select to olympia_app
        using (state <> 'draft' and (municipality_id in (select i.municipality_id from institutions i where i.id = any ((select app_houses())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator())));
      create policy trainings_governed on trainings for select to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      create policy trainings_create on trainings for insert to olympia_app
        with check (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      create policy trainings_update on trainings for update to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system()));
      -- What people have seen is cancelled, not deleted.
      create policy trainings_remove on trainings for delete to olympia_app
        using (state = 'draft' and (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system())));
      alter table training_modules enable row level security, force row level security;
      create policy training_sessions_read on training_sessions for select to olympia_app
        using (training_id in (select t.id from trainings t));
      create policy training_sessions_write on training_sessions to olympia_app
        using (training_id in (select t.id from trainings t where t.municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system())));
      create policy training_modules_read on training_modules for select to olympia_app
        using (training_id in (select t.id from trainings t));
      create policy training_modules_write on training_modules to olympia_app
        using (training_id in (select t.id from trainings t where t.municipality_id = any ((select app_municipalities())::uuid[]) or (select app_system())));
      grant select, insert, delete on training_modules to olympia_app;
      grant select, insert, update, delete on trainings, training_sessions to olympia_app;
    `);
  }

  private async registrations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training_registrations (
        -- The house that the person comes from.
        institution_id uuid not null,
        id uuid not null,
        training_id uuid not null,
        staff_member_id uuid not null,
        state text not null,
        -- Order of arrival in this training, given under the lock on the training's row.
        arrival integer not null,
        -- 1 is next; a trigger numbers those who wait.
        waiting_place integer,
        registered_by uuid,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint training_registrations_pk primary key (institution_id, id),
        constraint training_registrations_uq unique (training_id, staff_member_id),
        constraint training_registrations_institution_fk foreign key (institution_id) references institutions (id),
        constraint training_registrations_training_fk foreign key (training_id) references trainings (id),
        constraint training_registrations_member_fk foreign key (staff_member_id) references staff_members (id),
        constraint training_registrations_by_fk foreign key (registered_by) references accounts (id) on delete set null,
        constraint training_registrations_state_ck check (state in ('confirmed', 'waiting', 'withdrawn', 'walk_in'))
      );
      create index training_registrations_id_ix on training_registrations (id);
      create index training_registrations_member_ix on training_registrations (staff_member_id);

      -- Whoever changes registrations holds the training's row (or is the only one there): the counts are those of its lock.
      create function training_registrations_count() returns trigger language plpgsql as $$
      declare
        counted uuid := coalesce(new.training_id, old.training_id);
      begin
        update training_registrations r set waiting_place = w.place
          from (select x.id, case when x.state = 'waiting' then row_number() over (partition by x.state order by x.arrival) end as place
            from training_registrations x where x.training_id = counted) w
          where r.training_id = counted and r.id = w.id and r.waiting_place is distinct from w.place;
        update trainings set
          confirmed = (select count(*) from training_registrations r where r.training_id = counted and r.state = 'confirmed'),
          waiting = (select count(*) from training_registrations r where r.training_id = counted and r.state = 'waiting')
          where id = counted;
        return null;
      end $$;
      create trigger training_registrations_count after insert or update of state, arrival or delete on training_registrations
        for each row execute function training_registrations_count();

      -- Written by the system once it is clear that the person may: whoever registers does not see the others, and yet counts them.
      alter table training_registrations enable row level security, force row level security;
      create policy training_registrations_read on training_registrations for select to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or staff_member_id in (select s.id from staff_members s where s.account_id = (select app_actor_id())));
      create policy training_registrations_write on training_registrations to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system()));
      grant select, insert, update on training_registrations to olympia_app;

      -- A record made by mistake may go while nothing hangs on it.
      create function app_never_registered(member uuid) returns boolean language plpgsql stable as $$
      begin
        return not exists (select from training_registrations r where r.staff_member_id = member);
      end $$;
      create policy staff_members_remove on staff_members for delete to olympia_app
        using ((institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_system())) and app_never_registered(id));
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff_members_remove on staff_members;
      drop function app_never_registered(uuid);
      drop table training_registrations;
      drop function training_registrations_count();
      drop table training_modules, training_sessions, trainings, staff_positions, staff_members;
      drop function app_sees_staff(uuid);
    `);
  }
}
