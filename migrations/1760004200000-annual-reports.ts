import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The yearly report of a municipality: its figures as they stood when they were counted, and the file drawn from them. People ask for one and
 * throw it away; only the job that makes it writes into it.
 */
export class AnnualReports1760004200000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table annual_reports (
        id uuid not null,
        municipality_id uuid not null,
        school_year smallint not null,
        state text not null default 'waiting',
        step text,
        steps_done smallint not null default 0,
        tries smallint not null default 0,
        failure text,
        content jsonb,
        file bytea,
        data_at timestamptz,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        creation_digest bytea,
        version integer not null default 1,
        constraint annual_reports_pk primary key (id),
        constraint annual_reports_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint annual_reports_school_year_ck check (school_year between 2000 and 2199),
        constraint annual_reports_state_ck check (state in ('waiting', 'running', 'done', 'failed')),
        constraint annual_reports_content_ck check ((content is null) = (data_at is null) and (file is null or content is not null)),
        constraint annual_reports_file_ck check ((file is not null) = (state = 'done')),
        constraint annual_reports_failure_ck check ((failure is not null) = (state = 'failed')),
        constraint annual_reports_finished_ck check ((finished_at is not null) = (state in ('done', 'failed')))
      );
      create index annual_reports_list_ix on annual_reports (municipality_id, created_at, id);
      -- Asked for twice while the first is still being made is a mistake.
      create unique index annual_reports_under_way_uq on annual_reports (municipality_id, school_year) where state in ('waiting', 'running');

      alter table annual_reports enable row level security, force row level security;
      create policy annual_reports_read on annual_reports for select to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead()) or (select app_system()));
      create policy annual_reports_ask on annual_reports for insert to olympia_app
        with check (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead()) or (select app_system()));
      create policy annual_reports_make on annual_reports for update to olympia_app using ((select app_system()));
      create policy annual_reports_remove on annual_reports for delete to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead()) or (select app_system()));
      grant select, insert, update, delete on annual_reports to olympia_app;
    `);
    await runner.query(
      `select pgboss.create_queue('annual-reports', '{"policy": "standard", "expireInSeconds": 300, "retryLimit": 5, "retryDelay": 10, "retentionMinutes": 525600}')`,
    );
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select pgboss.delete_queue('annual-reports');
      drop table annual_reports;
    `);
  }
}
