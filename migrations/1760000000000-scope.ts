import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is asking, as the row-level policies see it.
 *
 * Every setting is transaction-local (`set_config(…, true)`). After COMMIT such a setting reads '' and not NULL, hence `nullif`:
 * no setting, no rows. The functions are STABLE so that `(select app_…())` runs once per statement.
 */
export class Scope1760000000000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'olympia_app') then
          raise exception 'The runtime role olympia_app does not exist: create it before migrating (see docs/operations.md).';
        end if;
      end $$;

      revoke create on schema public from public;
      grant usage on schema public to olympia_app;

      -- German dictionary order, and "Gruppe 2" before "Gruppe 10".
      create collation german (provider = icu, locale = 'de-u-kn-true');

      create function app_setting(name text) returns text language sql stable
        return nullif(current_setting('app.' || name, true), '');
      create function app_ids(name text) returns uuid[] language sql stable
        return coalesce(app_setting(name)::uuid[], '{}');
      create function app_flag(name text) returns boolean language sql stable
        return coalesce(app_setting(name) = 'on', false);

      create function app_actor_id() returns uuid language sql stable return app_setting('actor_id')::uuid;
      create function app_educator_houses() returns uuid[] language sql stable return app_ids('educator_houses');
      create function app_lead_houses() returns uuid[] language sql stable return app_ids('lead_houses');
      create function app_coach_houses() returns uuid[] language sql stable return app_ids('coach_houses');
      create function app_houses() returns uuid[] language sql stable
        return app_educator_houses() || app_lead_houses() || app_coach_houses();
      create function app_municipalities() returns uuid[] language sql stable return app_ids('municipalities');
      create function app_programme_lead() returns boolean language sql stable return app_flag('programme_lead');
      create function app_administrator() returns boolean language sql stable return app_flag('administrator');
      create function app_system() returns boolean language sql stable return app_flag('system');
      create function app_today() returns date language sql stable return app_setting('today')::date;

      -- Search that forgives accents: one text without marks (muhle) and one written out (muehle), so both ways of typing are found.
      create function fold(value text) returns text language sql immutable strict parallel safe
        return replace(regexp_replace(normalize(lower(value), NFKD), U&'[\\0300-\\036f]', '', 'g'), 'ß', 'ss');
      create function search_text(value text) returns text language sql immutable strict parallel safe
        return fold(value) || ' ' || fold(replace(replace(replace(lower(normalize(value, NFC)), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'));
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function search_text(text);
      drop function fold(text);
      drop function app_today();
      drop function app_system();
      drop function app_administrator();
      drop function app_programme_lead();
      drop function app_municipalities();
      drop function app_houses();
      drop function app_coach_houses();
      drop function app_lead_houses();
      drop function app_educator_houses();
      drop function app_actor_id();
      drop function app_flag(text);
      drop function app_ids(text);
      drop function app_setting(text);
      drop collation german;
      revoke usage on schema public from olympia_app;
    `);
  }
}
