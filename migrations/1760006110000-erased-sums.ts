import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Sum {
  table: string;
  /** Columns of its key, with what they are of an activity. */
  key: Record<string, string>;
  /** Its figures, likewise. */
  figures: Record<string, string>;
}

const SUMS: Sum[] = [
  {
    table: 'activity_weeks',
    key: {
      institution_id: 'a.institution_id',
      week: 'activity_week(a.held_on)',
      focus_area: 'a.focus_area',
    },
    figures: {
      activities: '1',
      on_time: 'activity_on_time(a.held_on, a.created_at)::int',
      minutes: 'a.minutes',
    },
  },
  {
    table: 'activity_years',
    key: {
      institution_id: 'a.institution_id',
      school_year: 'activity_school_year(a.held_on)',
      group_id: 'a.group_id',
      focus_area: 'a.focus_area',
    },
    figures: { activities: '1', minutes: 'a.minutes' },
  },
];

const named = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${value} as ${name}`)
    .join(', ');
const each = (names: string[], sql: (name: string) => string): string => names.map(sql).join(', ');

/** Notes of the rows of `source`, which are being erased, that the sums go on containing them. */
function noted({ table, key, figures }: Sum, source: string): string {
  const [keys, names] = [Object.keys(key), Object.keys(figures)];
  return `
    update ${table} t set ${each(names, (name) => `erased_${name} = t.erased_${name} + c.${name}`)}
    from (select ${keys.join(', ')}, ${each(names, (name) => `sum(${name}) as ${name}`)}
      from (select ${named(key)}, ${named(figures)} from ${source} a where a.deleted_at is null) x group by ${keys.join(', ')}) c
    where ${keys.map((name) => `t.${name} = c.${name}`).join(' and ')};`;
}

/** Adds what the activities that are there come to. */
function added({ table, key, figures }: Sum): string {
  const [keys, names] = [Object.keys(key).join(', '), Object.keys(figures)];
  return `
    insert into ${table} as t (${keys}, ${names.join(', ')})
      select ${keys}, ${each(names, (name) => `sum(${name})`)}
      from (select ${named(key)}, ${named(figures)} from activities a where a.deleted_at is null) c group by ${keys}
      on conflict (${keys}) do update set ${each(names, (name) => `${name} = t.${name} + excluded.${name}`)};`;
}

/** What is left of the sums of a house that is merged into another one: what its erased activities came to. */
function moved({ table, key, figures }: Sum): string {
  const others = Object.keys(key).filter((name) => name !== 'institution_id');
  const names = Object.keys(figures).flatMap((name) => [name, `erased_${name}`]);
  const place = (name: string): string =>
    name === 'group_id' ? 'coalesce((twins ->> v.group_id::text)::uuid, v.group_id)' : `v.${name}`;
  return `
    insert into ${table} as t (institution_id, ${[...others, ...names].join(', ')})
      select staying, ${each(others, place)}, ${each(names, (name) => `sum(v.${name})`)}
      from ${table} v where v.institution_id = vanishing group by ${each(others, place)}
      on conflict (institution_id, ${others.join(', ')}) do update set ${each(names, (name) => `${name} = t.${name} + excluded.${name}`)};
    delete from ${table} where institution_id = vanishing;`;
}

/**
 * Sums outlive the activities that the retention run erases: they name nobody, and the years of a programme are compared by them. Each says
 * how much of it is of erased activities, so that it can still be held against those that are there.
 */
export class ErasedSums1760006110000 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    for (const { table, figures } of SUMS) {
      const columns = Object.keys(figures).map((name) => `add erased_${name} integer not null default 0`);
      await runner.query(`alter table ${table} ${columns.join(', ')}`);
    }
    await runner.query(`
      create function activities_note_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        ${SUMS.map((sum) => noted(sum, 'stale')).join('\n')}
        return null;
      end $$;
      drop trigger activities_sums_delete on activities;
      create trigger activities_sums_delete after delete on activities referencing old table as stale
        for each statement when (not app_flag('erasing')) execute function activities_keep_sums();
      create trigger activities_sums_erase after delete on activities referencing old table as stale
        for each statement when (app_flag('erasing')) execute function activities_note_erased();

      create or replace function rebuild_activity_sums() returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        alter table activities no force row level security;
        ${SUMS.map(keptOnly).join('\n')}
        ${SUMS.map(added).join('\n')}
        alter table activities force row level security;
      end $$;

      create function move_erased_sums(staying uuid, vanishing uuid, twins jsonb) returns void language plpgsql security definer
        set search_path = public, pg_temp as $$
      begin
        if not app_system() then raise exception 'only a merge moves sums' using errcode = 'insufficient_privilege'; end if;
        ${SUMS.map(moved).join('\n')}
      end $$;
      revoke execute on function move_erased_sums(uuid, uuid, jsonb) from public;
      grant execute on function move_erased_sums(uuid, uuid, jsonb) to olympia_app;
    `);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function move_erased_sums(uuid, uuid, jsonb);
      create or replace function rebuild_activity_sums() returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        alter table activities no force row level security;
        ${SUMS.map(({ table }) => `delete from ${table};`).join('\n')}
        ${SUMS.map(added).join('\n')}
        alter table activities force row level security;
      end $$;
      drop trigger activities_sums_erase on activities;
      drop trigger activities_sums_delete on activities;
      create trigger activities_sums_delete after delete on activities referencing old table as stale
        for each statement execute function activities_keep_sums();
      drop function activities_note_erased();
    `);
    for (const { table, figures } of SUMS) {
      const columns = Object.keys(figures).map((name) => `drop erased_${name}`);
      await runner.query(`alter table ${table} ${columns.join(', ')}`);
    }
  }
}

/** Of each sum, what only it still knows. */
function keptOnly({ table, figures }: Sum): string {
  return `
    delete from ${table} where erased_activities = 0;
    update ${table} set ${each(Object.keys(figures), (name) => `${name} = erased_${name}`)};`;
}
