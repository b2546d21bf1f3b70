import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { loadMigrations, openDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, insertRow, rowsOf } from '../support/rows.js';

/* What an installation of version 0.1.0 has stored is still there, with its history, once the schema has followed. */

const NEXT_VERSION = 1_760_001_000_000;
const [city, district, house, group] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const author = randomUUID();

let database: FreshDatabase;
let db: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  await backToFirstVersion();
  db = await connect(database.superuser);
  await insertRow(db, 'municipalities', { id: city, name: 'Musterstadt', key: '05999000', state: 'NW' });
  await insertRow(db, 'districts', { id: district, municipalityId: city, name: 'Mitte', position: 1 });
  const names = { kind: 'kita', name: 'Kita Ahorn', providerKind: 'awo' };
  await insertRow(db, 'institutions', { id: house, municipalityId: city, districtId: district, ...names });
  await insertRow(db, 'groups', {
    ...{ institutionId: house, id: group, name: 'Bären', schoolYear: 2026, size: 21 },
  });
  await insertRow(db, 'accounts', { id: author, name: 'Anna', email: 'anna@example.org' });
  for (const deletedAt of [null, new Date()]) await activity({ heldOn: '2026-10-01', deletedAt });
  await run({ status: 'cancelled', startedOn: null, endedOn: '2024-03-01', reason: 'Umbau' });
  await run({ status: 'active', startedOn: '2025-09-01' });
  await migrate(database.owner);
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

test('runs have the steps that are known of them', async () => {
  const steps = await rowsOf(
    db,
    `select status, reached_on::text as day, reason from participation_steps order by reached_on, status desc`,
  );
  expect(steps).toEqual([
    { status: 'requested', day: '2024-03-01', reason: null },
    { status: 'cancelled', day: '2024-03-01', reason: 'Umbau' },
    { status: 'active', day: '2025-09-01', reason: null },
  ]);
});

test('groups have had their size since the year began', async () => {
  expect(await rowsOf(db, 'select group_id, valid_from::text as day, size from group_sizes')).toEqual([
    { group_id: group, day: '2026-08-01', size: 21 },
  ]);
});

test('houses have always been in their district, and districts have always had their name', async () => {
  expect(
    await rowsOf(db, 'select institution_id, district_id, first_day::text as day from institution_districts'),
  ).toEqual([{ institution_id: house, district_id: district, day: '-infinity' }]);
  expect(await rowsOf(db, 'select district_id, name, first_day::text as day from district_names')).toEqual([
    { district_id: district, name: 'Mitte', day: '-infinity' },
  ]);
});

test('activities are summed up, deleted ones apart', async () => {
  const sums = await rowsOf(db, `select week::text, activities, on_time, minutes from activity_weeks`);
  expect(sums).toEqual([{ week: '2026-10-01', activities: 1, on_time: 1, minutes: 30 }]);
  const years = await rowsOf(db, `select group_id, school_year, activities, minutes from activity_years`);
  expect(years).toEqual([{ group_id: group, school_year: 2026, activities: 1, minutes: 30 }]);
});

test('row-level security holds the owner off again', async () => {
  const loose = await rowsOf(
    db,
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
  );
  expect(loose).toEqual([]);
});

function run(values: object): Promise<void> {
  return insertRow(db, 'participations', { institutionId: house, id: randomUUID(), ...values });
}

function activity(values: object): Promise<void> {
  const facts = { groupId: group, authorId: author, focusArea: 'active_learning', minutes: 30 };
  const entry = { childrenPresent: 12, createdAt: '2026-10-11T21:59:00Z', ...facts, ...values };
  return insertRow(db, 'activities', { institutionId: house, id: randomUUID(), ...entry });
}

async function backToFirstVersion(): Promise<void> {
  const migrations = await loadMigrations();
  const later = migrations.filter(({ name }) => Number(/\d+$/.exec(name)?.[0]) >= NEXT_VERSION);
  const owner = await openDataSource({ address: database.owner, poolSize: 1, migrations });
  for (const _ of later) await owner.undoLastMigration();
  await owner.destroy();
}
