import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one statement has changed about activities: rows that count from now on, and rows that no longer do. */
interface Changes {
  gained?: string;
  lost?: string;
}

/** Transition tables of each kind of statement. */
const CHANGES: Record<'insert' | 'update' | 'delete', Changes> = {
  insert: { gained: 'fresh' },
  update: { gained: 'fresh', lost: 'stale' },
  delete: { lost: 'stale' },
};

interface Sum {
  table: string;
  /** Its own columns of the key, with what they are of an activity. */
  key: Record<string, string>;
  figures: Record<string, string>;
}

const WEEKS: Sum = {
  table: 'activity_weeks',
  key: { institution_id: 'a.institution_id', week: 'activity_week(a.held_on)', focus_area: 'a.focus_area' },
  figures: {
    activities: '1',
    on_time: 'activity_on_time(a.held_on, a.created_at)::int',
    minutes: 'a.minutes',
  },
};

const YEARS: Sum = {
  table: 'activity_years',
  key: {
    institution_id: 'a.institution_id',
    school_year: 'activity_school_year(a.held_on)',
    group_id: 'a.group_id',
    focus_area: 'a.focus_area',
  },
  figures: { activities: '1', minutes: 'a.minutes' },
};

/** Activities as rows of the key and the figures, each figure with the sign. */
function counted({ key, figures }: Sum, source: string, sign: 1 | -1): string {
  const columns = [
    ...Object.entries(key).map(([name, value]) => `${value} as ${name}`),
    ...Object.entries(figures).map(([name, value]) => `${sign} * ${value} as ${name}`),
  ];
  return `select ${columns.join(', ')} from ${source} a where a.deleted_at is null`;
}

/** Adds the changes to the sums. In the order of the key, so that two statements wait for each other instead of locking each other out. */
function added(sum: Sum, { gained, lost }: Changes): string {
  const keys = Object.keys(sum.key).join(', ');
  const figures = Object.keys(sum.figures);
  const parts = [gained && counted(sum, gained, 1), lost && counted(sum, lost, -1)].filter(Boolean);
  return `
    insert into ${sum.table} as t (${keys}, ${figures.join(', ')})
      select ${keys}, ${figures.map((name) => `sum(${name})`).join(', ')} from (${parts.join(' union all ')}) c group by ${keys}
        having ${figures.map((name) => `sum(${name}) <> 0`).join(' or ')} order by ${keys}
      on conflict (${keys}) do update set ${figures.map((name) => `${name} = t.${name} + excluded.${name}`).join(', ')};`;
}

/** Takes away the rows that have come down to nothing. The statement holds them already. */
function emptied({ table, key }: Sum, { lost }: Changes): string {
  if (lost === undefined) return '';
  const same = Object.entries(key).map(([name, value]) => `t.${name} = ${value}`);
  return `delete from ${table} t using ${lost} a where ${same.join(' and ')} and t.activities = 0;`;
}

function kept(changes: Changes): string {
  return [WEEKS, YEARS].map((sum) => added(sum, changes) + emptied(sum, changes)).join('\n');
}

/**
 * Sums of activities that are exact at every commit (docs/decisions/0030-sums.md): per house, week and focus area, and per house, group,
 * school year and focus area. Questions about a city or a year read them instead of each activity.
 *
 * No foreign keys: only the triggers write here, from rows that have them; and on a merge of houses a cascade would move a sum that the
 * moved activities bring along anyway. No check against negative sums either: an upsert checks the row it would insert, here a difference.
 */
export class ActivitySums1760004000000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await this.words(runner);
    await this.tables(runner);
    await this.triggers(runner);
    await this.rebuild(runner);
    await runner.query('select rebuild_activity_sums()');
  }

  private async words(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A week (Monday to Sunday) cut where a month ends, named by its first day: weeks, months and school years are all made of these.
      create function activity_week(day date) returns date language sql immutable parallel safe
        return greatest(date_trunc('week', day::timestamp), date_trunc('month', day::timestamp))::date;
      -- Entered within seven days after the Sunday of its week, by the day in Berlin.
      create function activity_on_time(day date, created_at timestamptz) returns boolean language sql immutable parallel safe
        return (created_at at time zone 'Europe/Berlin')::date <= date_trunc('week', day::timestamp)::date + 13;
      -- 1 August to 31 July, by its first calendar year.
      create function activity_school_year(day date) returns smallint language sql immutable parallel safe
        return extract(year from day)::smallint - (extract(month from day) < 8)::int::smallint;
    `);
  }

  private async tables(runner: QueryRunner): Promise<void> {
    // Rows of the running week and year change all the time; the room keeps the new versions beside the old ones.
    await runner.query(`
      create table activity_weeks (
        institution_id uuid not null,
        week date not null,
        focus_area text not null,
        activities integer not null,
        on_time integer not null,
        minutes integer not null,
        constraint activity_weeks_pk primary key (institution_id, week, focus_area)
      ) with (fillfactor = 80);
      create table activity_years (
        institution_id uuid not null,
        group_id uuid not null,
        school_year smallint not null,
        focus_area text not null,
        activities integer not null,
        minutes integer not null,
        constraint activity_years_pk primary key (institution_id, school_year, group_id, focus_area)
      ) with (fillfactor = 80);
    `);
    for (const { table } of [WEEKS, YEARS]) {
      await runner.query(`
        alter table ${table} enable row level security, force row level security;
        -- The triggers' own role; the runtime role only reads.
        create policy ${table}_keep on ${table} to current_user using (true) with check (true);
        create policy ${table}_read on ${table} for select to olympia_app
          using (institution_id = any ((select app_houses())::uuid[])
            or institution_id in (select i.id from institutions i where i.municipality_id = any ((select app_municipalities())::uuid[]))
            or (select app_programme_lead()) or (select app_system()));
        grant select on ${table} to olympia_app;
      `);
    }
  }

  private async triggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function activities_keep_sums() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then ${kept(CHANGES.insert)}
        elsif tg_op = 'UPDATE' then ${kept(CHANGES.update)}
        else ${kept(CHANGES.delete)}
        end if;
        return null;
      end $$;
      create trigger activities_sums_insert after insert on activities referencing new table as fresh
        for each statement execute function activities_keep_sums();
      create trigger activities_sums_update after update on activities referencing old table as stale new table as fresh
        for each statement execute function activities_keep_sums();
      create trigger activities_sums_delete after delete on activities referencing old table as stale
        for each statement execute function activities_keep_sums();
    `);
  }

  /** For loads past the triggers, and to check. Forced policies hold the owner off, too; lifting them locks the table for the transaction. */
  private async rebuild(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function rebuild_activity_sums() returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        alter table activities no force row level security;
        delete from activity_weeks;
        delete from activity_years;
        ${added(WEEKS, { gained: 'activities' })}
        ${added(YEARS, { gained: 'activities' })}
        alter table activities force row level security;
      end $$;
      revoke execute on function rebuild_activity_sums() from public;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rebuild_activity_sums();
      drop trigger activities_sums_delete on activities;
      drop trigger activities_sums_update on activities;
      drop trigger activities_sums_insert on activities;
      drop function activities_keep_sums();
      drop table activity_years, activity_weeks;
      drop function activity_school_year(date);
      drop function activity_on_time(date, timestamptz);
      drop function activity_week(date);
    `);
  }
}
