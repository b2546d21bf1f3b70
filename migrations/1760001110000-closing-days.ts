import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a house is closed for reasons of its own, and school holidays as reference data that administrators keep. */
export class ClosingDays1760001110000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table closing_days (
        institution_id uuid not null,
        id uuid not null,
        first_day date not null,
        last_day date not null,
        reason text not null,
        creation_digest bytea,
        version integer not null default 1,
        constraint closing_days_pk primary key (institution_id, id),
        constraint closing_days_institution_fk foreign key (institution_id) references institutions (id),
        constraint closing_days_order_ck check (last_day >= first_day),
        constraint closing_days_reason_ck check (length(reason) between 1 and 100)
      );
      create index closing_days_id_ix on closing_days (id);
      create index closing_days_days_ix on closing_days (institution_id, first_day);

      alter table closing_days enable row level security, force row level security;
      create policy closing_days_read on closing_days for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy closing_days_write on closing_days to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      grant select, insert, update, delete on closing_days to olympia_app;

      alter table school_holidays add creation_digest bytea, add version integer not null default 1,
        add constraint school_holidays_state_ck check (state ~ '^[A-Z]{2}$'),
        add constraint school_holidays_name_ck check (length(name) between 1 and 60),
        add constraint school_holidays_source_ck check (length(source) between 1 and 200);
      alter table school_holidays enable row level security, force row level security;
      -- Published by the state: no secret from anybody.
      create policy school_holidays_read on school_holidays for select to olympia_app using (true);
      create policy school_holidays_write on school_holidays to olympia_app
        using ((select app_administrator()) or (select app_system()));
      grant insert, update, delete on school_holidays to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert, update, delete on school_holidays from olympia_app;
      drop policy school_holidays_write on school_holidays;
      drop policy school_holidays_read on school_holidays;
      alter table school_holidays no force row level security, disable row level security;
      alter table school_holidays drop constraint school_holidays_source_ck, drop constraint school_holidays_name_ck,
        drop constraint school_holidays_state_ck, drop version, drop creation_digest;
      drop table closing_days;
    `);
  }
}
