import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BATTERIES, ITEMS, PROTOCOLS } from './data/shipped-batteries.js';

/**
 * Motor-skills tests as data: tasks, versions of how a task is done, batteries. Reference data: everybody reads them, administrators add
 * versions. A version that is there never changes, whoever asks: results point at it. An improved one is a further row.
 */
export class TestBatteries1760003000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change', tg_table_name using errcode = '23001', constraint = tg_table_name || '_unchanged_ck', table = tg_table_name;
      end $$;

      -- Parts come with their whole, in its transaction: now() is the same there and nowhere else. After the row, because row-level
      -- security speaks first then.
      create function refuse_latecomer() returns trigger language plpgsql as $$
      declare fresh boolean;
      begin
        execute format('select created_at = now() from %I where id = ($1).%I', tg_argv[0], tg_argv[1]) into fresh using new;
        if not coalesce(fresh, false) then
          raise exception '% is complete', tg_argv[0] using errcode = '23001', constraint = tg_table_name || '_unchanged_ck', table = tg_table_name;
        end if;
        return null;
      end $$;

      create table test_items (
        code text not null,
        title text not null,
        norm_key text,
        position smallint not null,
        constraint test_items_pk primary key (code),
        constraint test_items_norm_key_uq unique (norm_key),
        constraint test_items_position_uq unique (position),
        constraint test_items_code_ck check (code ~ '^[A-Z][A-Z0-9-]{0,11}$'),
        constraint test_items_title_ck check (length(title) between 1 and 120),
        constraint test_items_norm_key_ck check (norm_key ~ '^[a-z][a-z0-9_]{0,59}$')
      );

      create table test_protocols (
        id uuid not null,
        item_code text not null,
        version smallint not null,
        title text not null,
        instructions text not null,
        counting text not null,
        material text,
        unit text not null,
        better text,
        rule text not null,
        trials smallint not null,
        trial_labels text[],
        min_value double precision not null,
        max_value double precision not null,
        step double precision not null,
        ceiling double precision,
        timer text not null default 'none',
        timer_seconds smallint,
        lap_metres smallint,
        creation_digest bytea,
        created_at timestamptz not null default now(),
        constraint test_protocols_pk primary key (id),
        constraint test_protocols_version_uq unique (item_code, version),
        -- For those who keep the task beside the version.
        constraint test_protocols_item_uq unique (id, item_code),
        constraint test_protocols_item_fk foreign key (item_code) references test_items (code),
        constraint test_protocols_version_ck check (version > 0),
        constraint test_protocols_title_ck check (length(title) between 1 and 120),
        constraint test_protocols_instructions_ck check (length(instructions) between 1 and 4000),
        constraint test_protocols_counting_ck check (length(counting) between 1 and 2000),
        constraint test_protocols_material_ck check (length(material) between 1 and 1000),
        constraint test_protocols_unit_ck check (unit in ('jumps', 'cm', 'steps', 'count', 's', 'm', 'contacts', 'yes_no')),
        constraint test_protocols_better_ck check (better in ('higher', 'lower')),
        constraint test_protocols_rule_ck check (rule in ('best', 'mean', 'sum', 'single', 'done')),
        constraint test_protocols_trials_ck check (trials between 1 and 12 and (rule not in ('single', 'done') or trials = 1)),
        constraint test_protocols_trial_labels_ck check (cardinality(trial_labels) = trials),
        constraint test_protocols_direction_ck check ((rule = 'done') = (better is null) and (rule = 'done') = (unit = 'yes_no')),
        constraint test_protocols_range_ck check (min_value < max_value and step > 0 and step <= max_value - min_value),
        constraint test_protocols_ceiling_ck check (ceiling > min_value),
        constraint test_protocols_timer_ck check (timer in ('none', 'stopwatch', 'countdown', 'laps')),
        constraint test_protocols_timer_seconds_ck check ((timer in ('countdown', 'laps')) = (timer_seconds is not null) and timer_seconds > 0),
        constraint test_protocols_lap_metres_ck check ((timer = 'laps') = (lap_metres is not null) and lap_metres > 0)
      );

      create table test_batteries (
        id uuid not null,
        code text not null,
        version smallint not null,
        title text not null,
        description text not null,
        kinds text[] not null,
        age_from smallint,
        age_to smallint,
        source text not null,
        creation_digest bytea,
        created_at timestamptz not null default now(),
        constraint test_batteries_pk primary key (id),
        constraint test_batteries_version_uq unique (code, version),
        constraint test_batteries_code_ck check (code ~ '^[A-Z][A-Z0-9-]{1,19}$'),
        constraint test_batteries_version_ck check (version > 0),
        constraint test_batteries_title_ck check (length(title) between 1 and 120),
        constraint test_batteries_description_ck check (length(description) between 1 and 2000),
        constraint test_batteries_kinds_ck check (cardinality(kinds) > 0 and kinds <@ '{kita,school}'),
        constraint test_batteries_ages_ck check (age_from between 2 and 20 and age_to between age_from and 20),
        constraint test_batteries_source_ck check (length(source) between 1 and 500)
      );

      create table test_battery_items (
        battery_id uuid not null,
        position smallint not null,
        protocol_id uuid not null,
        optional boolean not null default false,
        constraint test_battery_items_pk primary key (battery_id, position),
        constraint test_battery_items_protocol_uq unique (battery_id, protocol_id),
        constraint test_battery_items_battery_fk foreign key (battery_id) references test_batteries (id),
        constraint test_battery_items_protocol_fk foreign key (protocol_id) references test_protocols (id),
        constraint test_battery_items_position_ck check (position > 0)
      );

      create trigger test_items_unchanged before update or delete on test_items for each row execute function refuse_change();
      create trigger test_protocols_unchanged before update or delete on test_protocols for each row execute function refuse_change();
      create trigger test_batteries_unchanged before update or delete on test_batteries for each row execute function refuse_change();
      create trigger test_battery_items_unchanged before update or delete on test_battery_items for each row execute function refuse_change();
      create trigger test_battery_items_sealed after insert on test_battery_items for each row
        execute function refuse_latecomer('test_batteries', 'battery_id');
    `);
    // Before the policies, which let not even the owner write.
    await this.ship(runner);
    await runner.query(`
      alter table test_items enable row level security, force row level security;
      create policy test_items_read on test_items for select to olympia_app using (true);
      create policy test_items_create on test_items for insert to olympia_app
        with check ((select app_administrator()) or (select app_system()));
      grant select, insert on test_items to olympia_app;

      alter table test_protocols enable row level security, force row level security;
      create policy test_protocols_read on test_protocols for select to olympia_app using (true);
      create policy test_protocols_create on test_protocols for insert to olympia_app
        with check ((select app_administrator()) or (select app_system()));
      grant select, insert on test_protocols to olympia_app;

      alter table test_batteries enable row level security, force row level security;
      create policy test_batteries_read on test_batteries for select to olympia_app using (true);
      create policy test_batteries_create on test_batteries for insert to olympia_app
        with check ((select app_administrator()) or (select app_system()));
      grant select, insert on test_batteries to olympia_app;

      alter table test_battery_items enable row level security, force row level security;
      create policy test_battery_items_read on test_battery_items for select to olympia_app using (true);
      create policy test_battery_items_create on test_battery_items for insert to olympia_app
        with check ((select app_administrator()) or (select app_system()));
      grant select, insert on test_battery_items to olympia_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table test_battery_items, test_batteries, test_protocols, test_items;
      drop function refuse_latecomer();
      drop function refuse_change();
    `);
  }

  private async ship(runner: QueryRunner): Promise<void> {
    for (const [index, { code, title, normKey }] of ITEMS.entries()) {
      await runner.query('insert into test_items (code, title, norm_key, position) values ($1, $2, $3, $4)', [
        ...[code, title, normKey],
        index + 1,
      ]);
    }
    for (const protocol of PROTOCOLS) {
      await runner.query(
        `insert into test_protocols (id, item_code, version, title, instructions, counting, material, unit, better, rule, trials, trial_labels,
           min_value, max_value, step, ceiling, timer, timer_seconds, lap_metres)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        [
          ...[
            protocol.id,
            protocol.itemCode,
            protocol.title,
            protocol.instructions,
            protocol.counting,
            protocol.material,
          ],
          ...[
            protocol.unit,
            protocol.better,
            protocol.rule,
            protocol.trials,
            protocol.trialLabels,
            protocol.min,
            protocol.max,
          ],
          ...[protocol.step, protocol.ceiling, protocol.timer, protocol.timerSeconds, protocol.lapMetres],
        ],
      );
    }
    for (const { items, ...battery } of BATTERIES) {
      await runner.query(
        `insert into test_batteries (id, code, version, title, description, kinds, age_from, age_to, source)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8)`,
        [
          ...[battery.id, battery.code, battery.title, battery.description, battery.kinds],
          ...[battery.ageFrom, battery.ageTo, battery.source],
        ],
      );
      for (const [index, { itemCode, optional = false }] of items.entries()) {
        const protocol = PROTOCOLS.find((candidate) => candidate.itemCode === itemCode);
        await runner.query(
          'insert into test_battery_items (battery_id, position, protocol_id, optional) values ($1, $2, $3, $4)',
          [battery.id, index + 1, protocol?.id, optional],
        );
      }
    }
  }
}
