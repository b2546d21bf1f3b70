import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups through the years: since which day a group has its size, and who has confirmed a house's groups of a school year.
 *
 * `groups.size` stays the size of today. A trigger keeps the history in step, so that no writer (form, import, demo) can forget it; it
 * reads the row's own house only.
 */
export class GroupYears1760001200000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table group_sizes (
        institution_id uuid not null,
        group_id uuid not null,
        valid_from date not null,
        size integer not null,
        constraint group_sizes_pk primary key (institution_id, group_id, valid_from),
        constraint group_sizes_group_fk foreign key (institution_id, group_id) references groups (institution_id, id) on delete cascade,
        constraint group_sizes_size_ck check (size between 0 and 200)
      );

      create table group_confirmations (
        institution_id uuid not null,
        school_year smallint not null,
        confirmed_by uuid,
        confirmed_at timestamptz not null default now(),
        constraint group_confirmations_pk primary key (institution_id, school_year),
        constraint group_confirmations_institution_fk foreign key (institution_id) references institutions (id),
        constraint group_confirmations_confirmed_by_fk foreign key (confirmed_by) references accounts (id) on delete set null,
        constraint group_confirmations_school_year_ck check (school_year between 2000 and 2199)
      );

      -- A day outside of the group's school year counts as its nearest day: what is typed in after the summer corrects the end of the year.
      create function group_size_day(school_year smallint, day date) returns date language sql immutable
        return least(greatest(day, make_date(school_year, 8, 1)), make_date(school_year + 1, 7, 31));

      create function groups_keep_sizes() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into group_sizes (institution_id, group_id, valid_from, size)
            select institution_id, id, make_date(school_year, 8, 1), size from fresh;
          return null;
        end if;
        if new.size is distinct from (select s.size from group_sizes s
            where s.institution_id = new.institution_id and s.group_id = new.id order by s.valid_from desc limit 1) then
          insert into group_sizes (institution_id, group_id, valid_from, size)
            values (new.institution_id, new.id, group_size_day(new.school_year, coalesce(app_today(), current_date)), new.size)
            on conflict (institution_id, group_id, valid_from) do update set size = excluded.size;
        end if;
        return null;
      end $$;

      -- Forced policies hold the owner off, too, and would hide every group from this statement.
      alter table groups no force row level security;
      insert into group_sizes (institution_id, group_id, valid_from, size)
        select institution_id, id, make_date(school_year, 8, 1), size from groups;
      alter table groups force row level security;

      create trigger groups_first_size after insert on groups referencing new table as fresh
        for each statement execute function groups_keep_sizes();
      create trigger groups_next_size after update of size on groups
        for each row when (old.size is distinct from new.size) execute function groups_keep_sizes();

      alter table group_sizes enable row level security, force row level security;
      alter table group_confirmations enable row level security, force row level security;

      create policy group_sizes_read on group_sizes for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy group_sizes_create on group_sizes for insert to olympia_app
        with check (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      create policy group_sizes_update on group_sizes for update to olympia_app
        using (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));

      create policy group_confirmations_read on group_confirmations for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy group_confirmations_create on group_confirmations for insert to olympia_app
        with check (institution_id = any ((select app_lead_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));

      grant select, insert, update on group_sizes to olympia_app;
      grant select, insert on group_confirmations to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger groups_next_size on groups;
      drop trigger groups_first_size on groups;
      drop function groups_keep_sizes();
      drop function group_size_day(smallint, date);
      drop table group_confirmations, group_sizes;
    `);
  }
}
