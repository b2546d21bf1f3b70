import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which account may do what where, invitations to such roles, and how an institution takes part. */
export class RolesAndParticipation1760000400000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_roles (
        id uuid not null,
        account_id uuid not null,
        role text not null,
        institution_id uuid,
        municipality_id uuid,
        created_at timestamptz not null default now(),
        constraint account_roles_pk primary key (id),
        constraint account_roles_account_fk foreign key (account_id) references accounts (id) on delete cascade,
        constraint account_roles_institution_fk foreign key (institution_id) references institutions (id),
        constraint account_roles_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint account_roles_uq unique nulls not distinct (account_id, role, institution_id, municipality_id),
        constraint account_roles_scope_ck check (case role
          when 'educator' then institution_id is not null and municipality_id is null
          when 'institution_lead' then institution_id is not null and municipality_id is null
          when 'coach' then institution_id is null and municipality_id is not null
          when 'coordinator' then institution_id is null and municipality_id is not null
          when 'programme_lead' then institution_id is null and municipality_id is null
          when 'administrator' then institution_id is null and municipality_id is null
          else false end)
      );

      create table invitations (
        id uuid not null,
        token_hash bytea not null,
        -- Null for the first administrator: who opens the printed link says who they are.
        email text,
        name text,
        role text not null,
        institution_id uuid,
        municipality_id uuid,
        invited_by uuid,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        creation_digest bytea,
        constraint invitations_pk primary key (id),
        constraint invitations_token_uq unique (token_hash),
        constraint invitations_invited_by_fk foreign key (invited_by) references accounts (id) on delete set null,
        constraint invitations_institution_fk foreign key (institution_id) references institutions (id),
        constraint invitations_municipality_fk foreign key (municipality_id) references municipalities (id)
      );

      create table participations (
        institution_id uuid not null,
        id uuid not null,
        status text not null,
        started_on date,
        ended_on date,
        reason text,
        version integer not null default 1,
        constraint participations_pk primary key (institution_id, id),
        constraint participations_institution_fk foreign key (institution_id) references institutions (id),
        constraint participations_status_ck check (status in ('requested', 'registered', 'initial_consultation', 'choosing_modules', 'active', 'completed', 'cancelled')),
        constraint participations_start_ck check (status in ('requested', 'cancelled') or started_on is not null),
        constraint participations_end_ck check ((status in ('completed', 'cancelled')) = (ended_on is not null)),
        constraint participations_order_ck check (ended_on >= started_on),
        constraint participations_reason_ck check (status <> 'cancelled' or length(reason) > 0)
      );
      create unique index participations_open_uq on participations (institution_id) where ended_on is null;

      create table coach_assignments (
        institution_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        first_day date not null,
        last_day date,
        constraint coach_assignments_pk primary key (institution_id, id),
        constraint coach_assignments_institution_fk foreign key (institution_id) references institutions (id),
        constraint coach_assignments_account_fk foreign key (account_id) references accounts (id),
        constraint coach_assignments_order_ck check (last_day >= first_day)
      );
      create index coach_assignments_account_ix on coach_assignments (account_id);
      create unique index coach_assignments_open_uq on coach_assignments (institution_id) where last_day is null;

      alter table account_roles enable row level security, force row level security;
      alter table invitations enable row level security, force row level security;
      alter table participations enable row level security, force row level security;
      alter table coach_assignments enable row level security, force row level security;

      create policy account_roles_read on account_roles for select to olympia_app
        using (account_id = (select app_actor_id()) or institution_id = any ((select app_houses())::uuid[])
          or municipality_id = any ((select app_municipalities())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy account_roles_write on account_roles to olympia_app using ((select app_administrator()) or (select app_system()));

      -- Administrators may withdraw everybody's, but invite in nobody's name but their own.
      create policy invitations_read on invitations for select to olympia_app
        using (invited_by = (select app_actor_id()) or (select app_administrator()) or (select app_system()));
      create policy invitations_create on invitations for insert to olympia_app
        with check (invited_by = (select app_actor_id()) or (select app_system()));
      create policy invitations_update on invitations for update to olympia_app
        using (invited_by = (select app_actor_id()) or (select app_administrator()) or (select app_system()));

      create policy participations_read on participations for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy participations_write on participations to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      create policy coach_assignments_read on coach_assignments for select to olympia_app
        using (account_id = (select app_actor_id()) or institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy coach_assignments_write on coach_assignments to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));

      -- You may see a person exactly where you may see one of their roles or assignments.
      create policy accounts_colleagues on accounts for select to olympia_app
        using (id in (select r.account_id from account_roles r) or id in (select c.account_id from coach_assignments c));

      grant select, insert, update, delete on account_roles to olympia_app;
      grant select, insert, update on invitations, participations to olympia_app;
      grant select, insert, update, delete on coach_assignments to olympia_app;

      -- One round trip turns a presented session token into an actor with its scope. SECURITY INVOKER: row-level security stays in force.
      create function app_authenticate(token text, today date)
        returns table (account_id uuid, session_id uuid, expires_at timestamptz, educator_houses uuid[], lead_houses uuid[], coach_houses uuid[],
          coach boolean, municipalities uuid[], programme_lead boolean, administrator boolean)
        language plpgsql volatile as $$
      #variable_conflict use_column
      declare
        opened record;
      begin
        perform set_config('app.session', token, true);
        select s.id, s.account_id, s.expires_at, s.last_seen_at into opened from sessions s
          where s.token_hash = decode(token, 'hex') and now() < s.expires_at and now() < s.idle_until;
        if not found then return; end if;
        perform set_config('app.actor_id', opened.account_id::text, true);
        if not exists (select from accounts a where a.id = opened.account_id and a.disabled_at is null) then return; end if;
        if opened.last_seen_at < now() - interval '5 minutes' then
          update sessions s set last_seen_at = now(), idle_until = now() + (s.idle_until - s.last_seen_at) where s.id = opened.id;
        end if;
        return query
          select opened.account_id, opened.id, opened.expires_at,
            coalesce(array_agg(r.institution_id) filter (where r.role = 'educator'), '{}'),
            coalesce(array_agg(r.institution_id) filter (where r.role = 'institution_lead'), '{}'),
            case when bool_or(r.role = 'coach') then array(select c.institution_id from coach_assignments c
              where c.account_id = opened.account_id and today between c.first_day and coalesce(c.last_day, 'infinity')) else '{}' end,
            coalesce(bool_or(r.role = 'coach'), false),
            coalesce(array_agg(r.municipality_id) filter (where r.role = 'coordinator'), '{}'),
            coalesce(bool_or(r.role = 'programme_lead'), false),
            coalesce(bool_or(r.role = 'administrator'), false)
          from account_roles r where r.account_id = opened.account_id;
      end $$;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app_authenticate(text, date);
      drop policy accounts_colleagues on accounts;
      drop table coach_assignments, participations, invitations, account_roles;
    `);
  }
}
