import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EMOTIKON } from './data/emotikon-norms.js';
import { MOMO } from './data/momo-norms.js';
import { BATTERIES, ITEMS } from './data/shipped-batteries.js';

/**
 * Norms: LMS by task, sex and age. A set never changes, a better one is a further version; which set is used for which task of a battery is
 * a choice with a history. A choice that changes is followed by a run that computes the scores anew, house by house; its progress is counted in
 * houses, never in children.
 */
export class NormSets1760003010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table norm_sets (
        id uuid not null,
        code text not null,
        version smallint not null,
        title text not null,
        source text not null,
        population text not null,
        years text,
        licence text not null,
        derived boolean not null default false,
        note text,
        creation_digest bytea,
        created_at timestamptz not null default now(),
        constraint norm_sets_pk primary key (id),
        constraint norm_sets_version_uq unique (code, version),
        constraint norm_sets_code_ck check (code ~ '^[A-Z][A-Z0-9-]{1,19}$'),
        constraint norm_sets_version_ck check (version > 0),
        constraint norm_sets_title_ck check (length(title) between 1 and 120),
        constraint norm_sets_source_ck check (length(source) between 1 and 1000),
        constraint norm_sets_population_ck check (length(population) between 1 and 500),
        constraint norm_sets_years_ck check (length(years) between 1 and 60),
        constraint norm_sets_licence_ck check (length(licence) between 1 and 500),
        constraint norm_sets_note_ck check (length(note) between 1 and 2000)
      );

      create table norm_items (
        norm_set_id uuid not null,
        item_code text not null,
        unit text not null,
        direction text not null,
        constraint norm_items_pk primary key (norm_set_id, item_code),
        constraint norm_items_set_fk foreign key (norm_set_id) references norm_sets (id),
        constraint norm_items_item_fk foreign key (item_code) references test_items (code),
        constraint norm_items_unit_ck check (unit in ('jumps', 'cm', 'steps', 'count', 's', 'm', 'contacts')),
        constraint norm_items_direction_ck check (direction in ('higher', 'lower'))
      );

      create table norm_rows (
        norm_set_id uuid not null,
        item_code text not null,
        sex text not null,
        age_years double precision not null,
        l double precision not null,
        m double precision not null,
        s double precision not null,
        constraint norm_rows_pk primary key (norm_set_id, item_code, sex, age_years),
        constraint norm_rows_item_fk foreign key (norm_set_id, item_code) references norm_items (norm_set_id, item_code),
        constraint norm_rows_sex_ck check (sex in ('male', 'female')),
        constraint norm_rows_age_ck check (age_years between 0 and 25),
        constraint norm_rows_l_ck check (l between -100 and 100),
        constraint norm_rows_m_ck check (m > 0 and m < 1e6),
        constraint norm_rows_s_ck check (s > 0 and s < 100)
      );

      create table battery_norms (
        id uuid not null,
        battery_id uuid not null,
        item_code text not null,
        norm_set_id uuid not null,
        since timestamptz not null default now(),
        replaced_at timestamptz,
        constraint battery_norms_pk primary key (id),
        constraint battery_norms_battery_fk foreign key (battery_id) references test_batteries (id),
        constraint battery_norms_norm_fk foreign key (norm_set_id, item_code) references norm_items (norm_set_id, item_code),
        constraint battery_norms_replaced_ck check (replaced_at >= since)
      );
      create unique index battery_norms_current_uq on battery_norms (battery_id, item_code) where replaced_at is null;

      create table score_runs (
        id uuid not null,
        battery_id uuid not null,
        state text not null default 'waiting',
        houses_total integer,
        houses_done integer not null default 0,
        last_house uuid,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint score_runs_pk primary key (id),
        constraint score_runs_battery_fk foreign key (battery_id) references test_batteries (id),
        constraint score_runs_state_ck check (state in ('waiting', 'running', 'done', 'failed')),
        constraint score_runs_progress_ck check (houses_done between 0 and houses_total or (houses_total is null and houses_done = 0)),
        constraint score_runs_finished_ck check ((finished_at is not null) = (state in ('done', 'failed')))
      );
      create index score_runs_created_ix on score_runs (created_at);

      create trigger norm_sets_unchanged before update or delete on norm_sets for each row execute function refuse_change();
      create trigger norm_items_unchanged before update or delete on norm_items for each row execute function refuse_change();
      create trigger norm_rows_unchanged before update or delete on norm_rows for each row execute function refuse_change();
      create trigger norm_items_sealed after insert on norm_items for each row execute function refuse_latecomer('norm_sets', 'norm_set_id');
      create trigger norm_rows_sealed after insert on norm_rows for each row execute function refuse_latecomer('norm_sets', 'norm_set_id');
    `);
    // Before the policies, which let not even the owner write.
    for (const set of SHIPPED) await this.ship(runner, set);
    await runner.query(POLICIES);
    await runner.query(
      `select pgboss.create_queue('scores', '{"policy": "standard", "expireInSeconds": 900, "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "retentionMinutes": 525600}')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select pgboss.delete_queue('scores');
      drop table score_runs, battery_norms, norm_rows, norm_items, norm_sets;
    `);
  }

  private async ship(runner: QueryRunner, { rows, batteries, ...set }: ShippedNorms): Promise<void> {
    await runner.query(
      `insert into norm_sets (id, code, version, title, source, population, years, licence, derived, note)
       values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9)`,
      [
        set.id,
        set.code,
        set.title,
        set.source,
        set.population,
        set.years,
        set.licence,
        set.derived,
        set.note,
      ],
    );
    await runner.query(
      `insert into norm_items (norm_set_id, item_code, unit, direction)
       select distinct $1::uuid, r ->> 0, r ->> 1, r ->> 2 from jsonb_array_elements($2::jsonb) r`,
      [set.id, JSON.stringify(rows)],
    );
    await runner.query(
      `insert into norm_rows (norm_set_id, item_code, sex, age_years, l, m, s)
       select $1, r ->> 0, r ->> 3, (r ->> 4)::float8, (r ->> 5)::float8, (r ->> 6)::float8, (r ->> 7)::float8
       from jsonb_array_elements($2::jsonb) r`,
      [set.id, JSON.stringify(rows)],
    );
    for (const { id, items } of BATTERIES.filter(({ code }) => batteries.includes(code))) {
      const scored = items.filter(({ itemCode }) => rows.some(([item]) => item === itemCode));
      await runner.query(
        `insert into battery_norms (id, battery_id, item_code, norm_set_id)
         select gen_random_uuid(), $1, item, $2 from unnest($3::text[]) item`,
        [id, set.id, scored.map(({ itemCode }) => itemCode)],
      );
    }
  }
}

interface ShippedNorms {
  id: string;
  code: string;
  title: string;
  source: string;
  population: string;
  years: string;
  licence: string;
  derived: boolean;
  note: string;
  /** Lines of the file, cell by cell, with our words for task and unit. */
  rows: string[][];
  /** Whose tasks are scored by it, as far as it has them. */
  batteries: string[];
}

const SHIPPED: ShippedNorms[] = [
  {
    id: '40a30000-0000-4000-8000-000000000001',
    code: 'MOMO',
    title: 'MoMo',
    source:
      'Niessner C, Utesch T, Oriwol D, Hanssen-Doose A, Schmidt SCE, Woll A, Bös K, Worth A (2020): Representative percentile curves of physical fitness from early childhood to early adulthood: the MoMo study. Frontiers in Public Health 8:458, doi:10.3389/fpubh.2020.00458. Parameter nach momo.ref des R-Pakets childsds 0.9.11 (M. Vogel).',
    population: '3.742 Kinder, Jugendliche und junge Erwachsene von 4 bis 23 Jahren aus ganz Deutschland',
    years: '2009–2012',
    licence: 'Artikel: CC BY 4.0; Parameter aus childsds: GPL-3',
    derived: false,
    note: 'Alter 4,14 bis 12,0 Jahre (Liegestütz ab 5,09 bei Mädchen und 6,01 bei Jungen). Für Sit-ups, Einbeinstand und Rumpfbeuge gibt es hier keine Norm. Die gedruckten Tabellen wurden nicht Zelle für Zelle verglichen.',
    rows: linesOf(MOMO),
    batteries: ['KITA-MOT', 'DMT-MT1'],
  },
  {
    id: '40a30000-0000-4000-8000-000000000002',
    code: 'EMOTIKON',
    title: 'EMOTIKON-Referenz (abgeleitet)',
    source:
      'Abgeleitet aus den Rohdaten (CC0 1.0) zu: Fühner T, Granacher U, Golle K, Kliegl R (2021): Age and sex effects in physical fitness components of 108,295 third graders. Scientific Reports 11:17566, doi:10.1038/s41598-021-97000-4.',
    population: '108.295 Kinder der dritten Klassen in Brandenburg (525.126 Messwerte)',
    years: '2011–2019',
    licence: 'Rohdaten: CC0 1.0; daraus abgeleitete Parameter ohne Einschränkung',
    derived: true,
    note: 'Keine veröffentlichten Normen: Die Kurven wurden an die Rohdaten angepasst; sie weichen um höchstens 0,7 bis 2,9 Prozentpunkte ab. Nur dritte Klassen, Alter 8,0 bis 9,1 Jahre.',
    rows: linesOf(EMOTIKON),
    batteries: ['EMOTIKON-3'],
  },
];

function linesOf(csv: string): string[][] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const [key, unit, ...rest] = line.split(',');
    // The file calls a unit "count in 40 s" where we say "count": its first word is ours.
    return [ITEMS.find(({ normKey }) => normKey === key)?.code ?? '', unit?.split(' ')[0] ?? '', ...rest];
  });
}

const POLICIES = `
  alter table norm_sets enable row level security, force row level security;
  create policy norm_sets_read on norm_sets for select to olympia_app using (true);
  create policy norm_sets_create on norm_sets for insert to olympia_app with check ((select app_administrator()) or (select app_system()));
  grant select, insert on norm_sets to olympia_app;

  alter table norm_items enable row level security, force row level security;
  create policy norm_items_read on norm_items for select to olympia_app using (true);
  create policy norm_items_create on norm_items for insert to olympia_app with check ((select app_administrator()) or (select app_system()));
  grant select, insert on norm_items to olympia_app;

  alter table norm_rows enable row level security, force row level security;
  create policy norm_rows_read on norm_rows for select to olympia_app using (true);
  create policy norm_rows_create on norm_rows for insert to olympia_app with check ((select app_administrator()) or (select app_system()));
  grant select, insert on norm_rows to olympia_app;

  alter table battery_norms enable row level security, force row level security;
  create policy battery_norms_read on battery_norms for select to olympia_app using (true);
  create policy battery_norms_create on battery_norms for insert to olympia_app with check ((select app_administrator()) or (select app_system()));
  create policy battery_norms_update on battery_norms for update to olympia_app using ((select app_administrator()) or (select app_system()));
  grant select, insert, update on battery_norms to olympia_app;

  alter table score_runs enable row level security, force row level security;
  create policy score_runs_read on score_runs for select to olympia_app using ((select app_administrator()) or (select app_system()));
  create policy score_runs_create on score_runs for insert to olympia_app with check ((select app_administrator()) or (select app_system()));
  create policy score_runs_update on score_runs for update to olympia_app using ((select app_system()));
  grant select, insert, update on score_runs to olympia_app;
`;
