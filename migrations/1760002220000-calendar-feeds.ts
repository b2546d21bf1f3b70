import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A secret address per person under which calendar programs fetch their dates; they cannot sign in. */
export class CalendarFeeds1760002220000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feeds (
        account_id uuid not null,
        secret_hash bytea not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        constraint calendar_feeds_pk primary key (account_id),
        constraint calendar_feeds_secret_uq unique (secret_hash),
        constraint calendar_feeds_account_fk foreign key (account_id) references accounts (id) on delete cascade
      );
      alter table calendar_feeds enable row level security, force row level security;
      create policy calendar_feeds_self on calendar_feeds to olympia_app
        using (account_id = (select app_actor_id()) or (select app_system()));
      -- A presented secret opens the one row it fits.
      create policy calendar_feeds_presented on calendar_feeds for select to olympia_app
        using (secret_hash = decode((select app_setting('session')), 'hex'));
      grant select, insert, update, delete on calendar_feeds to olympia_app;

      -- As app_authenticate_token: the person behind the secret, with what they may do today.
      create function app_authenticate_feed(secret text, today date)
        returns table (account_id uuid, educator_houses uuid[], lead_houses uuid[], coach_houses uuid[],
          coach boolean, municipalities uuid[], programme_lead boolean, administrator boolean, second_factor boolean)
        language plpgsql volatile as $$
      #variable_conflict use_column
      declare
        opened record;
      begin
        perform set_config('app.session', secret, true);
        select f.account_id, f.last_used_at into opened from calendar_feeds f where f.secret_hash = decode(secret, 'hex');
        if not found then return; end if;
        perform set_config('app.actor_id', opened.account_id::text, true);
        if not exists (select from accounts a where a.id = opened.account_id and a.disabled_at is null) then return; end if;
        if opened.last_used_at is null or opened.last_used_at < now() - interval '5 minutes' then
          update calendar_feeds f set last_used_at = now() where f.account_id = opened.account_id;
        end if;
        return query select opened.account_id, rights.* from app_rights(opened.account_id, today) rights;
      end $$;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app_authenticate_feed(text, date); drop table calendar_feeds');
  }
}
