import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';
import { wrongSums } from '../support/sums.js';
import { Town } from '../support/town.js';

/* The sums of activities are those of the activities: after every commit, whoever writes at the same time. */

const WRITERS = 4;
const STEPS_PER_WRITER = 40;
/** Days around the turns of weeks, months and school years. */
const DAYS = [
  '2025-12-31',
  '2026-01-01',
  '2026-06-29',
  '2026-07-31',
  '2026-08-01',
  '2026-08-02',
  '2026-08-31',
];
const AREAS = ['health_promotion', 'active_learning', 'global_learning'];

let database: FreshDatabase;
let db: pg.Client;
let town: Town;
let authorId: string;
const houses: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = new Town(db);
  const city = await town.municipality('Musterstadt', '05999001');
  const district = await town.district(city, 'Mitte', 1);
  authorId = await town.insert('accounts', { name: 'Anna', email: 'anna@example.org' });
  for (const name of ['Kita Ahorn', 'Kita Birke', 'Kita Ceder']) {
    houses.push(await town.house(city, district, name));
    for (const group of ['Bären', 'Füchse']) await town.group(houses.at(-1)!, `${group} ${name}`, 20);
  }
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

type Step = (writer: pg.Client) => Promise<void>;

/** Any row, the same for the same number as long as the rows are the same. */
const anyOf = (table: string, number: number, where = 'true'): string =>
  `(select x.id from ${table} x where ${where} order by md5(x.id::text || ${number}) limit 1)`;

const change = (number: number, set: string, parameters: unknown[] = []): Step => {
  const sql = `update activities a set ${set} where a.id = ${anyOf('activities', number)}`;
  return async (writer) => {
    await writer.query(sql, parameters);
  };
};

/** Enters some at once, in one statement; each day is entered up to sixteen days later. */
const entering = (
  number: number,
  rows: { day: string; area: string; minutes: number; late: number }[],
): Step => {
  const sql = `
    insert into activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present, created_at)
    select g.institution_id, r.id, g.id, $2, r.day, r.area, r.minutes, 10, r.day + r.late * interval '23 hours'
    from jsonb_to_recordset($1) r (id uuid, day date, area text, minutes smallint, late integer)
      join groups g on g.id = ${anyOf('groups', number)}`;
  return async (writer) => {
    const entries = rows.map((row) => ({ id: randomUUID(), ...row }));
    await writer.query(sql, [JSON.stringify(entries), authorId]);
  };
};

/** Takes a group with all that hangs on it to another house, as a merge does, with its locks in its order; or thinks better of it. */
const moving = (number: number, end: 'commit' | 'rollback'): Step => {
  const to = houses[number % houses.length]!;
  return async (writer) => {
    await writer.query('begin');
    const [group] = await rowsOf<{ id: string }>(writer, `select ${anyOf('groups', number)} as id`);
    await writer.query('select from institutions order by id for update');
    for (const table of ['activities', 'groups']) {
      await writer.query(`select from ${table} order by institution_id, id for update`);
    }
    await writer.query('update groups set institution_id = $1 where id = $2', [to, group!.id]);
    await writer.query(end);
  };
};

const number = fc.integer({ min: 0, max: 9999 });
const day = fc.constantFrom(...DAYS);
const area = fc.constantFrom(...AREAS);
const minutes = fc.integer({ min: 5, max: 480 });
const late = fc.integer({ min: 0, max: 16 });
const sameHouse = (any: number): string => anyOf('groups', any, 'x.institution_id = a.institution_id');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(number, fc.array(fc.record({ day, area, minutes, late }), { minLength: 1, maxLength: 4 }))
      .map(([any, rows]) => entering(any, rows)),
  },
  { weight: 1, arbitrary: fc.tuple(number, day).map(([any, to]) => change(any, 'held_on = $1', [to])) },
  { weight: 1, arbitrary: fc.tuple(number, area).map(([any, to]) => change(any, 'focus_area = $1', [to])) },
  { weight: 1, arbitrary: fc.tuple(number, minutes).map(([any, to]) => change(any, 'minutes = $1', [to])) },
  {
    weight: 1,
    arbitrary: number.map((any) => change(any, `group_id = coalesce(${sameHouse(any)}, a.group_id)`)),
  },
  { weight: 1, arbitrary: number.map((any) => change(any, `note = 'bei Regen', version = version + 1`)) },
  { weight: 2, arbitrary: number.map((any) => change(any, 'deleted_at = now()')) },
  { weight: 1, arbitrary: number.map((any) => change(any, 'deleted_at = null')) },
  {
    weight: 1,
    arbitrary: number.map((any): Step => async (writer) => {
      await writer.query(`delete from activities where id = ${anyOf('activities', any)}`);
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, fc.constantFrom('commit' as const, 'rollback' as const))
      .map(([any, end]) => moving(any, end)),
  },
);

// A group that has gone to another house in the meantime.
const GONE = '23503';

/** Does one step after the other. @throws whatever a step throws, also a deadlock */
async function write(steps: readonly Step[]): Promise<void> {
  const writer = await connect(database.superuser);
  try {
    for (const next of steps) {
      await next(writer).catch((error: unknown) => {
        if ((error as { code?: string }).code !== GONE) throw error;
      });
    }
  } finally {
    await writer.end();
  }
}

/** Looks as long as somebody writes. @returns what was wrong at any look, and how often it looked */
async function watch(writing: Promise<unknown>): Promise<{ wrong: object[]; looks: number }> {
  const state: { isOver: boolean } = { isOver: false };
  const over = writing.finally(() => (state.isOver = true));
  const wrong: object[] = [];
  let looks = 0;
  while (!state.isOver) {
    wrong.push(...(await wrongSums(db)));
    looks += 1;
  }
  await over;
  return { wrong, looks };
}

describe('the sums of activities', () => {
  test('are those of the activities at every look, with four writers at once', async () => {
    const [plans] = fc.sample(
      fc.array(fc.array(step, { minLength: STEPS_PER_WRITER, maxLength: STEPS_PER_WRITER }), {
        ...{ minLength: WRITERS, maxLength: WRITERS },
      }),
      { numRuns: 1, seed: 2026 },
    );
    const { wrong, looks } = await watch(Promise.all(plans!.map(write)));
    expect(wrong).toEqual([]);
    expect(await wrongSums(db)).toEqual([]);
    const [row] = await rowsOf<{ left: number; rows: number }>(
      db,
      `select (select count(*)::int from activities where deleted_at is null) as left, (select count(*)::int from activity_weeks) as rows`,
    );
    // Something was written, and seen while it was.
    expect(Math.min(looks, row!.left, row!.rows)).toBeGreaterThan(5);
  });

  test('would be noticed if they were wrong, and are made anew by the owner', async () => {
    await db.query('update activity_weeks set minutes = minutes + 1');
    await db.query('delete from activity_years');
    expect((await wrongSums(db)).length).toBeGreaterThan(5);
    const owner = await connect(database.owner);
    await owner.query('select rebuild_activity_sums()');
    await owner.end();
    expect(await wrongSums(db)).toEqual([]);
  });

  test('are the owner to make anew, and nobody else', async () => {
    const runtime = await connect(database.runtime);
    await expect(runtime.query('select rebuild_activity_sums()')).rejects.toThrow(/permission denied/);
    await runtime.end();
  });
});
