import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How an institution went through the programme, step by step, and who coached it. A run (`participations`) keeps the summary of its
 * steps, so that figures ask one row; the steps are its history and are never overwritten: a correction withdraws one and says why.
 */
export class ParticipationHistory1760001100000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table participation_steps (
        institution_id uuid not null,
        id uuid not null,
        participation_id uuid not null,
        status text not null,
        reached_on date not null,
        reason text,
        recorded_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        correction text,
        creation_digest bytea,
        constraint participation_steps_pk primary key (institution_id, id),
        constraint participation_steps_participation_fk foreign key (institution_id, participation_id)
          references participations (institution_id, id) on delete cascade,
        constraint participation_steps_status_ck check (status in ('requested', 'registered', 'initial_consultation', 'choosing_modules',
          'active', 'completed', 'cancelled')),
        constraint participation_steps_reason_ck check (status <> 'cancelled' or length(reason) > 0),
        constraint participation_steps_correction_ck check (withdrawn_at is null or length(correction) > 0)
      );
      create unique index participation_steps_uq on participation_steps (institution_id, participation_id, status)
        where withdrawn_at is null;
      create index participation_steps_id_ix on participation_steps (id);
      create index participation_steps_participation_ix on participation_steps (institution_id, participation_id);

      alter table participations add creation_digest bytea;
      create index participations_id_ix on participations (id);
      alter table coach_assignments add creation_digest bytea, add version integer not null default 1;
      create index coach_assignments_id_ix on coach_assignments (id);

      alter table participation_steps enable row level security, force row level security;
      create policy participation_steps_read on participation_steps for select to olympia_app
        using (institution_id = any ((select app_houses())::uuid[])
          or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_programme_lead()) or (select app_administrator()) or (select app_system()));
      create policy participation_steps_write on participation_steps to olympia_app
        using (institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
          or (select app_administrator()) or (select app_system()));
      grant select, insert, update, delete on participation_steps to olympia_app;
      grant delete on participations to olympia_app;
    `);
    await this.giveStepsToRuns(runner);
  }

  /**
   * A step for what is known of each run there is: since when it stands where it stands and, for one that is over, when it began. The day of
   * a request was not kept before; the audit trail knows when it was entered.
   */
  private async giveStepsToRuns(runner: QueryRunner): Promise<void> {
    // Forced policies hold the owner off, too, and would hide every row from this very statement.
    const tables = ['participations', 'participation_steps', 'audit_events'];
    await runner.query(tables.map((table) => `alter table ${table} no force row level security;`).join('\n'));
    await runner.query(`
      insert into participation_steps (institution_id, id, participation_id, status, reached_on, reason)
      select p.institution_id, gen_random_uuid(), p.id, s.status, s.reached_on, s.reason
      from participations p cross join lateral (
        select case when p.ended_on is null then p.status when p.started_on is null then 'requested' else 'registered' end as status,
          coalesce(p.started_on, p.ended_on,
            (select max((e.at at time zone 'Europe/Berlin')::date) from audit_events e
              where e.object_id = p.institution_id and e.action in ('participation.create', 'participation.update')),
            current_date) as reached_on,
          case when p.ended_on is null then p.reason end as reason
        union all
        select p.status, p.ended_on, p.reason where p.ended_on is not null) s`);
    await runner.query(tables.map((table) => `alter table ${table} force row level security;`).join('\n'));
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on participations from olympia_app;
      drop index coach_assignments_id_ix;
      alter table coach_assignments drop version, drop creation_digest;
      drop index participations_id_ix;
      alter table participations drop creation_digest;
      drop table participation_steps;
    `);
  }
}
