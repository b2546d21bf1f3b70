import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What keeps the installation in order, and when it last did: backups, restores, verifications, retention. Begun in a transaction of its own, so
 * that a run that was killed is told from one that never was. Of what was found there are numbers and codes, never a value of anybody's.
 */
export class MaintenanceRuns1760006000000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table maintenance_runs (
        id uuid not null,
        kind text not null,
        started_at timestamptz not null default now(),
        ended_at timestamptz,
        outcome text,
        figures jsonb not null default '{}',
        constraint maintenance_runs_pk primary key (id),
        constraint maintenance_runs_kind_ck check (kind ~ '^[a-z][a-z_]{0,39}$'),
        constraint maintenance_runs_outcome_ck check (outcome in ('ok', 'failed')),
        constraint maintenance_runs_ended_ck check ((ended_at is not null) = (outcome is not null)),
        constraint maintenance_runs_figures_ck check (jsonb_typeof(figures) = 'object'
          and not jsonb_path_exists(figures, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9_.:+-]{1,60}$"))'))
      );
      create index maintenance_runs_kind_ix on maintenance_runs (kind, started_at);

      alter table maintenance_runs enable row level security, force row level security;
      create policy maintenance_runs_read on maintenance_runs for select to olympia_app
        using ((select app_administrator()) or (select app_system()));
      create policy maintenance_runs_begin on maintenance_runs for insert to olympia_app with check ((select app_system()));
      create policy maintenance_runs_end on maintenance_runs for update to olympia_app using ((select app_system()));
      create policy maintenance_runs_forget on maintenance_runs for delete to olympia_app using ((select app_system()));
      grant select, insert, update, delete on maintenance_runs to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table maintenance_runs');
  }
}
