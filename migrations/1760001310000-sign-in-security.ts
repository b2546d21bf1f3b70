import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors with their recovery codes, links for a new password, and tokens for programs that fetch files and reports. */
export class SignInSecurity1760001310000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: the account has to be given a new password by a link.
      alter table credentials alter column password_hash drop not null;
      -- A short password, which is good only beside a second factor.
      alter table credentials add column needs_second_factor boolean not null default false;

      create table second_factors (
        account_id uuid not null,
        -- Null until the first code from it was right.
        secret bytea,
        confirmed_at timestamptz,
        -- Shown to be taken into an app, not confirmed yet.
        pending_secret bytea,
        -- The 30 seconds whose code was used last: neither it nor an earlier one is taken again.
        last_step bigint not null default 0,
        constraint second_factors_pk primary key (account_id),
        constraint second_factors_account_fk foreign key (account_id) references accounts (id) on delete cascade,
        constraint second_factors_confirmed_ck check ((secret is null) = (confirmed_at is null))
      );

      create table recovery_codes (
        account_id uuid not null,
        code_hash bytea not null,
        constraint recovery_codes_pk primary key (account_id, code_hash),
        constraint recovery_codes_account_fk foreign key (account_id) references accounts (id) on delete cascade
      );

      create table password_resets (
        id uuid not null,
        account_id uuid not null,
        token_hash bytea not null,
        -- Null: asked for on the sign-in page.
        created_by uuid,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint password_resets_pk primary key (id),
        constraint password_resets_token_uq unique (token_hash),
        constraint password_resets_account_fk foreign key (account_id) references accounts (id) on delete cascade,
        constraint password_resets_created_by_fk foreign key (created_by) references accounts (id) on delete set null
      );
      create index password_resets_account_ix on password_resets (account_id);

      create table access_tokens (
        id uuid not null,
        account_id uuid not null,
        name text not null,
        scopes text[] not null,
        token_hash bytea not null,
        created_at timestamptz not null default now(),
        expires_on date not null,
        last_used_at timestamptz,
        creation_digest bytea,
        constraint access_tokens_pk primary key (id),
        constraint access_tokens_token_uq unique (token_hash),
        constraint access_tokens_account_fk foreign key (account_id) references accounts (id) on delete cascade,
        constraint access_tokens_name_ck check (length(name) between 1 and 100),
        constraint access_tokens_scopes_ck check (scopes <> '{}' and scopes <@ array['exports', 'reports'])
      );
      create index access_tokens_account_ix on access_tokens (account_id);

      alter table second_factors enable row level security, force row level security;
      alter table recovery_codes enable row level security, force row level security;
      alter table password_resets enable row level security, force row level security;
      alter table access_tokens enable row level security, force row level security;

      create policy second_factors_self on second_factors to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      create policy recovery_codes_self on recovery_codes to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      -- Whoever has forgotten a password is not signed in, and whoever helps must not read the links of others.
      create policy password_resets_system on password_resets to olympia_app using ((select app_system()));
      create policy access_tokens_self on access_tokens to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      -- A presented token opens the one row it fits.
      create policy access_tokens_presented on access_tokens for select to olympia_app
        using (token_hash = decode((select app_setting('session')), 'hex'));

      grant select, insert, update, delete on second_factors, access_tokens to olympia_app;
      grant select, insert, delete on recovery_codes to olympia_app;
      grant select, insert, update on password_resets to olympia_app;

      -- What the account may do today, for sessions and tokens alike. Runs as the account itself, so its policies hold.
      create function app_rights(account uuid, today date)
        returns table (educator_houses uuid[], lead_houses uuid[], coach_houses uuid[], coach boolean, municipalities uuid[],
          programme_lead boolean, administrator boolean, second_factor boolean)
        language sql stable as $$
          select coalesce(array_agg(r.institution_id) filter (where r.role = 'educator'), '{}'),
            coalesce(array_agg(r.institution_id) filter (where r.role = 'institution_lead'), '{}'),
            case when bool_or(r.role = 'coach') then array(select c.institution_id from coach_assignments c
              where c.account_id = account and today between c.first_day and coalesce(c.last_day, 'infinity')) else '{}' end,
            coalesce(bool_or(r.role = 'coach'), false),
            coalesce(array_agg(r.municipality_id) filter (where r.role = 'coordinator'), '{}'),
            coalesce(bool_or(r.role = 'programme_lead'), false),
            coalesce(bool_or(r.role = 'administrator'), false),
            exists (select from second_factors f where f.account_id = account and f.secret is not null)
          from account_roles r where r.account_id = account
        $$;

      drop function app_authenticate(text, date);
      create function app_authenticate(token text, today date)
        returns table (account_id uuid, session_id uuid, expires_at timestamptz, educator_houses uuid[], lead_houses uuid[], coach_houses uuid[],
          coach boolean, municipalities uuid[], programme_lead boolean, administrator boolean, second_factor boolean)
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
        return query select opened.account_id, opened.id, opened.expires_at, rights.* from app_rights(opened.account_id, today) rights;
      end $$;

      create function app_authenticate_token(token text, today date)
        returns table (account_id uuid, scopes text[], educator_houses uuid[], lead_houses uuid[], coach_houses uuid[],
          coach boolean, municipalities uuid[], programme_lead boolean, administrator boolean, second_factor boolean)
        language plpgsql volatile as $$
      #variable_conflict use_column
      declare
        opened record;
      begin
        perform set_config('app.session', token, true);
        select t.id, t.account_id, t.scopes, t.last_used_at into opened from access_tokens t
          where t.token_hash = decode(token, 'hex') and today <= t.expires_on;
        if not found then return; end if;
        perform set_config('app.actor_id', opened.account_id::text, true);
        if not exists (select from accounts a where a.id = opened.account_id and a.disabled_at is null) then return; end if;
        if opened.last_used_at is null or opened.last_used_at < now() - interval '1 minute' then
          update access_tokens t set last_used_at = now() where t.id = opened.id;
        end if;
        return query select opened.account_id, opened.scopes, rights.* from app_rights(opened.account_id, today) rights;
      end $$;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app_authenticate_token(text, date);
      drop function app_authenticate(text, date);
      drop function app_rights(uuid, date);
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
      drop table access_tokens, password_resets, recovery_codes, second_factors;
      alter table credentials drop column needs_second_factor;
      delete from credentials where password_hash is null;
      alter table credentials alter column password_hash set not null;
    `);
  }
}
