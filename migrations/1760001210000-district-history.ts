import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which district a house belonged to and what a district was called, each since a day, so that old years still add up.
 *
 * `institutions.district_id` and `districts.name` stay what holds today; triggers keep the histories in step, so that no writer can forget
 * them. What was there first holds since ever (`-infinity`).
 */
export class DistrictHistory1760001210000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table institution_districts (
        institution_id uuid not null,
        first_day date not null,
        district_id uuid not null,
        constraint institution_districts_pk primary key (institution_id, first_day),
        constraint institution_districts_institution_fk foreign key (institution_id) references institutions (id) on delete cascade,
        constraint institution_districts_district_fk foreign key (district_id) references districts (id)
      );
      create index institution_districts_district_ix on institution_districts (district_id);

      create table district_names (
        district_id uuid not null,
        first_day date not null,
        name text collate german not null,
        constraint district_names_pk primary key (district_id, first_day),
        constraint district_names_district_fk foreign key (district_id) references districts (id) on delete cascade,
        constraint district_names_name_ck check (length(name) between 1 and 100)
      );
    `);
    await this.fill(runner);
    await this.keepInStep(runner);
    await this.secure(runner);
    await runner.query(`
      alter table districts add constraint districts_social_situation_source_ck
        check (social_situation is null or (social_situation_source is not null and social_situation_year is not null));
    `);
  }

  private async fill(runner: QueryRunner): Promise<void> {
    // Forced policies hold the owner off, too, and would hide every row from these statements.
    await runner.query(`
      alter table institutions no force row level security;
      alter table districts no force row level security;
      insert into institution_districts (institution_id, first_day, district_id) select id, '-infinity', district_id from institutions;
      insert into district_names (district_id, first_day, name) select id, '-infinity', name from districts;
      -- Until now a situation could be given without them; what was known then is when it was known.
      update districts set social_situation_source = coalesce(social_situation_source, 'Quelle nicht angegeben'),
        social_situation_year = coalesce(social_situation_year, extract(year from current_date))
      where social_situation is not null and (social_situation_source is null or social_situation_year is null);
      alter table institutions force row level security;
      alter table districts force row level security;
    `);
  }

  private async keepInStep(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function institutions_keep_districts() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into institution_districts (institution_id, first_day, district_id) select id, '-infinity', district_id from fresh;
        elsif new.district_id is distinct from (select p.district_id from institution_districts p
            where p.institution_id = new.id order by p.first_day desc limit 1) then
          insert into institution_districts (institution_id, first_day, district_id)
            values (new.id, coalesce(app_today(), current_date), new.district_id)
            on conflict (institution_id, first_day) do update set district_id = excluded.district_id;
        end if;
        return null;
      end $$;
      create trigger institutions_first_district after insert on institutions referencing new table as fresh
        for each statement execute function institutions_keep_districts();
      create trigger institutions_next_district after update of district_id on institutions
        for each row when (old.district_id is distinct from new.district_id) execute function institutions_keep_districts();

      -- A name that is only changed was mistaken; one that changes from a day on is noted there first.
      create function districts_keep_names() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into district_names (district_id, first_day, name) select id, '-infinity', name from fresh;
        else
          update district_names n set name = new.name where n.district_id = new.id
            and n.first_day = (select max(l.first_day) from district_names l where l.district_id = new.id);
        end if;
        return null;
      end $$;
      create trigger districts_first_name after insert on districts referencing new table as fresh
        for each statement execute function districts_keep_names();
      create trigger districts_next_name after update of name on districts
        for each row when (old.name is distinct from new.name) execute function districts_keep_names();
    `);
  }

  private async secure(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table institution_districts enable row level security, force row level security;
      alter table district_names enable row level security, force row level security;

      create policy institution_districts_read on institution_districts for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy institution_districts_write on institution_districts to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      create policy district_names_read on district_names for select to olympia_app
        using ((select app_actor_id()) is not null or (select app_system()));
      create policy district_names_write on district_names to olympia_app
        using (district_id in (select d.id from districts d where d.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));

      grant select, insert, update on institution_districts, district_names to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table districts drop constraint districts_social_situation_source_ck;
      drop trigger districts_next_name on districts;
      drop trigger districts_first_name on districts;
      drop trigger institutions_next_district on institutions;
      drop trigger institutions_first_district on institutions;
      drop function districts_keep_names();
      drop function institutions_keep_districts();
      drop table district_names, institution_districts;
    `);
  }
}
