import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Statistics over children: rounded cells of a period that is over, computed by a job and published by a person. Coordinators and the programme
 * lead read nothing else about children, and these only once they are published: that is a matter of the policies here and of those of children,
 * not of care (docs/data-protection.md).
 */
export class Publications1760005000000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.schemes(runner);
    await this.publications(runner);
    await this.cells(runner);
    await this.freezes(runner);
    // Longer than the computation may take: a job that runs must not be given to a second one.
    await runner.query(
      `select pgboss.create_queue('publications', '{"policy": "standard", "expireInSeconds": 900, "retryLimit": 5, "retryDelay": 10, "retentionMinutes": 525600}')`,
    );
  }

  private async schemes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A school year is published as a whole or in halves, never both: two cuts through the same children would give them away.
      create table publication_schemes (
        municipality_id uuid not null,
        school_year smallint not null,
        halves boolean not null,
        constraint publication_schemes_pk primary key (municipality_id, school_year),
        constraint publication_schemes_halves_uq unique (municipality_id, school_year, halves),
        constraint publication_schemes_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint publication_schemes_school_year_ck check (school_year between 2000 and 2199)
      );

      alter table publication_schemes enable row level security, force row level security;
      create policy publication_schemes_read on publication_schemes for select to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead()) or (select app_system()));
      create policy publication_schemes_choose on publication_schemes for insert to olympia_app with check ((select app_system()));
      grant select, insert on publication_schemes to olympia_app;
    `);
  }

  private async publications(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table publications (
        id uuid not null,
        municipality_id uuid not null,
        school_year smallint not null,
        -- 0: the whole year; 1: August to January; 2: February to July
        half smallint not null default 0,
        -- Counted from 1 within a period; null until it is published.
        revision smallint,
        -- As published: whether in halves. The foreign key holds it against what was chosen for the year.
        halves boolean,
        state text not null default 'waiting',
        step text,
        steps_done smallint not null default 0,
        steps_total smallint not null default 0,
        tries smallint not null default 0,
        failure text,
        -- What a preview tells: counts of cells, never of children.
        summary jsonb,
        data_at timestamptz,
        prepared_at timestamptz,
        published_at timestamptz,
        created_at timestamptz not null default now(),
        creation_digest bytea,
        version integer not null default 1,
        constraint publications_pk primary key (id),
        constraint publications_municipality_uq unique (municipality_id, id),
        constraint publications_revision_uq unique (municipality_id, school_year, half, revision),
        constraint publications_municipality_fk foreign key (municipality_id) references municipalities (id),
        constraint publications_scheme_fk foreign key (municipality_id, school_year, halves)
          references publication_schemes (municipality_id, school_year, halves),
        constraint publications_school_year_ck check (school_year between 2000 and 2199),
        constraint publications_half_ck check (half between 0 and 2),
        constraint publications_revision_ck check (revision > 0 and (revision is not null) = (state = 'published')),
        constraint publications_halves_ck check ((halves is not null) = (state = 'published') and halves = (half > 0)),
        constraint publications_state_ck check (state in ('waiting', 'running', 'prepared', 'published', 'failed')),
        constraint publications_steps_ck check (steps_done between 0 and steps_total),
        constraint publications_failure_ck check ((failure is not null) = (state = 'failed')),
        constraint publications_prepared_ck check (num_nulls(summary, data_at, prepared_at)
          = case when state in ('prepared', 'published') then 0 else 3 end),
        constraint publications_published_ck check ((published_at is not null) = (state = 'published'))
      );
      -- Prepared twice at once is a mistake; what is prepared makes room for the next.
      create unique index publications_under_way_uq on publications (municipality_id, school_year, half)
        where state in ('waiting', 'running', 'prepared');

      -- What is published stays as it is; also under the hands of the system.
      create function publications_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'published statistics never change' using errcode = 'insufficient_privilege', table = 'publications';
      end $$;
      create trigger publications_stay before update or delete on publications
        for each row when (old.state = 'published') execute function publications_stay();

      alter table publications enable row level security, force row level security;
      create policy publications_read on publications for select to olympia_app
        using (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead()) or (select app_system()));
      -- People ask for one, and throw away what is not published. Computing and publishing are the system's, after its own look.
      create policy publications_ask on publications for insert to olympia_app
        with check ((state = 'waiting' and (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead())))
          or (select app_system()));
      create policy publications_make on publications for update to olympia_app using ((select app_system()));
      create policy publications_remove on publications for delete to olympia_app
        using (state <> 'published' and (municipality_id = any ((select app_municipalities())::uuid[]) or (select app_programme_lead())
          or (select app_system())));
      grant select, insert, update, delete on publications to olympia_app;
    `);
  }

  private async cells(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A cell of a table; null in one of its attributes means all of them together.
      create table publication_cells (
        publication_id uuid not null,
        municipality_id uuid not null,
        position integer not null,
        block text not null,
        item_code text,
        protocol_id uuid,
        wave text,
        scheme text not null,
        place text,
        kind text,
        sex text,
        age_band text,
        outcome text,
        state text not null,
        -- Why it is hidden.
        reason text,
        count integer,
        -- Whole percent.
        share smallint,
        mean_delta numeric(6, 1),
        mean_low numeric(6, 1),
        mean_high numeric(6, 1),
        constraint publication_cells_pk primary key (publication_id, position),
        constraint publication_cells_publication_fk foreign key (municipality_id, publication_id)
          references publications (municipality_id, id) on delete cascade,
        constraint publication_cells_cell_uq unique nulls not distinct (publication_id, block, item_code, protocol_id, wave, scheme, place,
          kind, sex, age_band, outcome),
        constraint publication_cells_protocol_fk foreign key (protocol_id, item_code) references test_protocols (id, item_code),
        constraint publication_cells_block_ck check (block in ('tested', 'results', 'paired')),
        constraint publication_cells_wave_ck check (wave in ('entry', 'progress', 'exit')),
        constraint publication_cells_scheme_ck check (scheme in ('region', 'social_situation', 'social_index')),
        constraint publication_cells_kind_ck check (kind in ('kita', 'school')),
        constraint publication_cells_sex_ck check (sex in ('female', 'male')),
        constraint publication_cells_outcome_ck check (outcome in ('below', 'not_below', 'up', 'same', 'down', 'lost')),
        constraint publication_cells_state_ck check (state in ('rounded', 'up_to_7', 'hidden')),
        -- No other number can be stored: a multiple of 5, and only where it is shown as one.
        constraint publication_cells_count_ck check ((count is not null) = (state = 'rounded') and count % 5 = 0 and count > 7),
        constraint publication_cells_reason_ck check ((reason is not null) = (state = 'hidden')),
        constraint publication_cells_share_ck check (share is null or share between 0 and 100 and state <> 'hidden'),
        constraint publication_cells_mean_ck check (num_nulls(mean_delta, mean_low, mean_high) in (0, 3)
          and (mean_delta is null or state = 'rounded'))
      );

      alter table publication_cells enable row level security, force row level security;
      -- The publications are read through their own policies.
      create policy publication_cells_read on publication_cells for select to olympia_app
        using (publication_id in (select p.id from publications p where p.state = 'published') or (select app_system()));
      create policy publication_cells_make on publication_cells for insert to olympia_app with check ((select app_system()));
      -- They go with a preparation that is thrown away, and never by themselves.
      grant select, insert on publication_cells to olympia_app;
    `);
  }

  private async freezes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A fingerprint of what was counted, to see at publishing whether it is still true. For the system alone: of a very small town one could
      -- guess the rows until the fingerprint fits.
      create table publication_freezes (
        publication_id uuid not null,
        municipality_id uuid not null,
        fingerprint bytea not null,
        constraint publication_freezes_pk primary key (publication_id),
        constraint publication_freezes_publication_fk foreign key (municipality_id, publication_id)
          references publications (municipality_id, id) on delete cascade
      );

      alter table publication_freezes enable row level security, force row level security;
      create policy publication_freezes_system on publication_freezes to olympia_app using ((select app_system()));
      grant select, insert on publication_freezes to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select pgboss.delete_queue('publications');
      drop table publication_freezes, publication_cells, publications, publication_schemes;
      drop function publications_stay();
    `);
  }
}
