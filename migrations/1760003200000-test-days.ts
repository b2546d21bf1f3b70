import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Test days and what was measured on them, trial by trial. The staff of a house plan and enter, its coach enters; nobody else sees a row, not
 * even those who run the programme. What must never be stored is refused here and not only by the application: docs/decisions/0026-test-days.md.
 */
export class TestDays1760003200000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.days(runner);
    await this.assessments(runner);
    await this.permission(runner);
    await this.measurements(runner);
    await this.scope(runner);
  }

  private async days(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table test_days (
        institution_id uuid not null,
        id uuid not null,
        battery_id uuid not null,
        wave text not null,
        held_on date not null,
        -- A school's needs the head's release: since when, and who gave it.
        released_on date,
        released_by text,
        state text not null default 'planned',
        closed_at timestamptz,
        closed_by uuid,
        -- 'brought': one child's history, come along with a handover from another house.
        origin text not null default 'own',
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint test_days_pk primary key (institution_id, id),
        constraint test_days_held_on_uq unique (institution_id, id, held_on),
        constraint test_days_institution_fk foreign key (institution_id) references institutions (id),
        constraint test_days_battery_fk foreign key (battery_id) references test_batteries (id),
        constraint test_days_closed_by_fk foreign key (closed_by) references accounts (id) on delete set null,
        constraint test_days_wave_ck check (wave in ('entry', 'progress', 'exit')),
        constraint test_days_released_ck check (num_nulls(released_on, released_by) in (0, 2)),
        constraint test_days_released_by_ck check (length(released_by) between 1 and 100),
        constraint test_days_release_order_ck check (released_on <= held_on),
        constraint test_days_state_ck check (state in ('planned', 'closed')),
        constraint test_days_closed_ck check ((state = 'closed') = (closed_at is not null)),
        constraint test_days_origin_ck check (origin in ('own', 'brought'))
      );
      create index test_days_id_ix on test_days (id);
      create index test_days_listed_ix on test_days (held_on, id);
      create index test_days_battery_ix on test_days (battery_id);

      -- Which groups' children are tested. When two entries of a house become one, days and groups move one after the other.
      create table test_day_groups (
        institution_id uuid not null,
        test_day_id uuid not null,
        group_id uuid not null,
        constraint test_day_groups_pk primary key (institution_id, test_day_id, group_id),
        constraint test_day_groups_day_fk foreign key (institution_id, test_day_id)
          references test_days (institution_id, id) on update cascade on delete cascade deferrable,
        constraint test_day_groups_group_fk foreign key (institution_id, group_id)
          references groups (institution_id, id) on update cascade deferrable
      );
      create index test_day_groups_group_ix on test_day_groups (institution_id, group_id);
    `);
  }

  private async assessments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessments (
        institution_id uuid not null,
        id uuid not null,
        test_day_id uuid not null,
        -- The day's date: another day asks for consent again.
        tested_on date not null,
        child_id uuid not null,
        -- The child's group at the test; the child itself moves on.
        group_id uuid not null,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint assessments_pk primary key (institution_id, id),
        constraint assessments_child_uq unique (institution_id, test_day_id, child_id),
        constraint assessments_day_fk foreign key (institution_id, test_day_id, tested_on)
          references test_days (institution_id, id, held_on) on update cascade deferrable,
        constraint assessments_child_fk foreign key (institution_id, child_id)
          references children (institution_id, id) on update cascade on delete cascade deferrable,
        constraint assessments_group_fk foreign key (institution_id, group_id)
          references groups (institution_id, id) on update cascade deferrable
      );
      create index assessments_id_ix on assessments (id);
      create index assessments_child_ix on assessments (institution_id, child_id);
      create index assessments_group_ix on assessments (institution_id, group_id);
    `);
  }

  private async permission(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No result without the parents' consent at the day of the test, none at a school without the head's release; what comes along from
      -- another house had both there. Looks with the eyes of the system, because a coach may not lock what only the staff may change, and
      -- only at the row's own house. Child, consent and day are held until the end of the transaction: a withdrawal, a changed birth month or a
      -- closing at the same moment either waits for this row and then sees it, or is seen by it.
      create function assessments_permitted() returns trigger language plpgsql as $$
      declare
        asked text := coalesce(current_setting('app.system', true), '');
        day record;
      begin
        perform set_config('app.system', 'on', true);
        select d.origin, d.released_on, i.kind into day from test_days d join institutions i on i.id = d.institution_id
          where d.institution_id = new.institution_id and d.id = new.test_day_id for share of d;
        perform from children c where c.institution_id = new.institution_id and c.id = new.child_id for share;
        perform from consents c where c.institution_id = new.institution_id and c.child_id = new.child_id
          and c.withdrawn_on is null and (c.given_on <= new.tested_on or day.origin = 'brought') for share;
        if not found then
          raise exception 'no consent of the child at the day of the test'
            using errcode = 'check_violation', constraint = 'assessments_consent_ck', table = 'assessments';
        end if;
        if day.kind = 'school' and day.origin = 'own' and day.released_on is null then
          raise exception 'the test day is not released by the head of the school'
            using errcode = 'check_violation', constraint = 'assessments_release_ck', table = 'assessments';
        end if;
        perform set_config('app.system', asked, true);
        return new;
      end $$;
      create trigger assessments_permitted before insert on assessments for each row execute function assessments_permitted();
      create trigger assessments_permitted_then before update on assessments for each row
        when (old.tested_on is distinct from new.tested_on or old.child_id is distinct from new.child_id)
        execute function assessments_permitted();

      -- A release is not taken back from under results.
      create function test_days_stay_released() returns trigger language plpgsql as $$
      declare
        asked text := coalesce(current_setting('app.system', true), '');
      begin
        perform set_config('app.system', 'on', true);
        if exists (select from assessments a where a.institution_id = new.institution_id and a.test_day_id = new.id)
            and new.origin = 'own' and (select i.kind from institutions i where i.id = new.institution_id) = 'school' then
          raise exception 'there are results of this test day'
            using errcode = 'check_violation', constraint = 'test_days_stay_released_ck', table = 'test_days';
        end if;
        perform set_config('app.system', asked, true);
        return new;
      end $$;
      create trigger test_days_stay_released before update of released_on on test_days for each row
        when (old.released_on is not null and new.released_on is null) execute function test_days_stay_released();
    `);
  }

  private async measurements(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table results (
        institution_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        protocol_id uuid not null,
        item_code text not null,
        -- open: trials are missing; invalid: all are there, and no value follows from them.
        state text not null default 'open',
        reason text,
        value numeric,
        version integer not null default 1,
        constraint results_pk primary key (institution_id, id),
        constraint results_protocol_uq unique (institution_id, assessment_id, protocol_id),
        constraint results_assessment_fk foreign key (institution_id, assessment_id)
          references assessments (institution_id, id) on update cascade on delete cascade,
        constraint results_protocol_fk foreign key (protocol_id, item_code) references test_protocols (id, item_code),
        constraint results_state_ck check (state in ('open', 'done', 'not_done', 'invalid')),
        constraint results_reason_ck check (reason in ('ill', 'refused', 'injured', 'support_needs', 'time')),
        constraint results_not_done_ck check ((state = 'not_done') = (reason is not null)),
        -- Not done is never 0.
        constraint results_value_ck check ((state = 'done') = (value is not null))
      );
      create index results_id_ix on results (id);

      create table trials (
        institution_id uuid not null,
        id uuid not null,
        result_id uuid not null,
        number smallint not null,
        value numeric,
        -- false: a failed try, which has no value.
        valid boolean not null,
        -- An unlikely value that somebody said yes to.
        confirmed boolean not null default false,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint trials_pk primary key (institution_id, id),
        constraint trials_number_uq unique (institution_id, result_id, number),
        constraint trials_result_fk foreign key (institution_id, result_id)
          references results (institution_id, id) on update cascade on delete cascade,
        constraint trials_recorded_by_fk foreign key (recorded_by) references accounts (id) on delete set null,
        constraint trials_number_ck check (number between 1 and 12),
        constraint trials_value_ck check (valid = (value is not null))
      );
      create index trials_id_ix on trials (id);

      create table scores (
        institution_id uuid not null,
        id uuid not null,
        result_id uuid not null,
        norm_set_id uuid not null,
        -- What was scored: the result's value, the exact age on the day, the sex.
        value numeric not null,
        age_years double precision not null,
        sex text not null,
        z double precision not null,
        -- Of the raw value; where less is better, the performance is the other end.
        percentile double precision not null,
        performance_percentile double precision not null,
        class smallint not null,
        computed_at timestamptz not null default now(),
        -- Null: this one counts.
        replaced_at timestamptz,
        constraint scores_pk primary key (institution_id, id),
        constraint scores_result_fk foreign key (institution_id, result_id)
          references results (institution_id, id) on update cascade on delete cascade,
        constraint scores_norm_set_fk foreign key (norm_set_id) references norm_sets (id),
        constraint scores_sex_ck check (sex in ('female', 'male')),
        constraint scores_percentile_ck check (percentile between 0 and 100 and performance_percentile between 0 and 100),
        constraint scores_class_ck check (class between 1 and 5)
      );
      create unique index scores_current_uq on scores (institution_id, result_id) where replaced_at is null;
      create index scores_id_ix on scores (id);
      create index scores_result_ix on scores (institution_id, result_id);
      create index scores_norm_set_ix on scores (norm_set_id);
    `);
  }

  private async scope(runner: QueryRunner): Promise<void> {
    for (const table of ['test_days', 'test_day_groups']) {
      await runner.query(`
        alter table ${table} enable row level security, force row level security;
        create policy ${table}_read on ${table} for select to olympia_app
          using (institution_id = any ((select app_houses())::uuid[]) or (select app_system()));
        create policy ${table}_write on ${table} to olympia_app
          using (institution_id = any ((select app_educator_houses() || app_lead_houses())::uuid[]) or (select app_system()));
        grant select, insert, update, delete on ${table} to olympia_app;
      `);
    }
    for (const table of ['assessments', 'results', 'trials', 'scores']) {
      await runner.query(`
        alter table ${table} enable row level security, force row level security;
        create policy ${table}_of_the_house on ${table} to olympia_app
          using (institution_id = any ((select app_houses())::uuid[]) or (select app_system()));
        grant select, insert, update, delete on ${table} to olympia_app;
      `);
    }
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table scores, trials, results, assessments;
      drop function assessments_permitted();
      drop table test_day_groups, test_days;
      drop function test_days_stay_released();
    `);
  }
}
