import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, what they know (credentials), where they are signed in (sessions), and the brake on guessing. */
export class Accounts1760000200000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accounts (
        id uuid not null,
        email text not null,
        name text collate german not null,
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        last_sign_in_at timestamptz,
        version integer not null default 1,
        constraint accounts_pk primary key (id),
        constraint accounts_email_uq unique (email),
        constraint accounts_email_ck check (email = lower(email) and length(email) <= 254),
        constraint accounts_name_ck check (length(name) between 1 and 100)
      );

      -- Apart from accounts, so that reading a colleague's name never carries the hash along.
      create table credentials (
        account_id uuid not null,
        password_hash text not null,
        changed_at timestamptz not null default now(),
        constraint credentials_pk primary key (account_id),
        constraint credentials_account_fk foreign key (account_id) references accounts (id) on delete cascade
      );

      create table sessions (
        id uuid not null,
        account_id uuid not null,
        token_hash bytea not null,
        device text not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        idle_until timestamptz not null,
        expires_at timestamptz not null,
        constraint sessions_pk primary key (id),
        constraint sessions_token_uq unique (token_hash),
        constraint sessions_account_fk foreign key (account_id) references accounts (id) on delete cascade
      );
      create index sessions_account_ix on sessions (account_id);

      create table sign_in_throttles (
        key bytea not null,
        failures integer not null,
        last_failure_at timestamptz not null,
        constraint sign_in_throttles_pk primary key (key)
      );

      alter table accounts enable row level security, force row level security;
      alter table credentials enable row level security, force row level security;
      alter table sessions enable row level security, force row level security;

      -- A presented e-mail or session token opens the one row it fits, nothing else.
      create policy accounts_self on accounts to olympia_app
        using (id = (select app_actor_id()) or email = (select app_setting('sign_in_email')) or (select app_administrator()) or (select app_system()))
        with check (id = (select app_actor_id()) or (select app_administrator()) or (select app_system()));
      create policy credentials_self on credentials to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system())
          or account_id in (select a.id from accounts a where a.email = (select app_setting('sign_in_email'))))
        with check (account_id = (select app_actor_id()) or (select app_system()));
      create policy sessions_self on sessions to olympia_app
        using (account_id = (select app_actor_id()) or token_hash = decode((select app_setting('session')), 'hex') or (select app_system()))
        with check (account_id = (select app_actor_id()) or (select app_system()));

      grant select, insert, update on accounts, credentials to olympia_app;
      grant select, insert, update, delete on sessions, sign_in_throttles to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_throttles, sessions, credentials, accounts');
  }
}
