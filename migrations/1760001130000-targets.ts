import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a municipality wants to reach in a school year. */
export class Targets1760001130000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table targets (
        id uuid not null,
        municipality_id uuid not null,
        school_year smallint not null,
        institutions integer,
        children integer,
        teaching_units integer,
        creation_digest bytea,
        version integer not null default 1,
        constraint targets_pk primary key (id),
        constraint targets_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint targets_uq unique (municipality_id, school_year),
        constraint targets_school_year_ck check (school_year between 2000 and 2199),
        constraint targets_some_ck check (num_nonnulls(institutions, children, teaching_units) > 0),
        constraint targets_institutions_ck check (institutions between 0 and 5000),
        constraint targets_children_ck check (children between 0 and 500000),
        constraint targets_teaching_units_ck check (teaching_units between 0 and 500000)
      );
      alter table targets enable row level security, force row level security;
      create policy targets_read on targets for select to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[])
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy targets_write on targets to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_administrator()) or (select app_system()));
      grant select, insert, update, delete on targets to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table targets');
  }
}
