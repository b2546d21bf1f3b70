import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type {
  DistrictHistoryDto,
  RearrangedDto,
} from '../../src/institutions/districts/rearrangement.dto.js';
import type { OverviewDto } from '../../src/reporting/overview/overview.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';
import { Town } from '../support/town.js';

/*
 * A city of three houses in two districts. In the middle of 2025/26 the west is split; from then on each year counts by the districts of its
 * last day, and the sum over the districts stays the total.
 */
const NOW = '2026-11-20T11:00:00Z';
const SPLIT = '2026-02-01';

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let town: Town;
let coordinator: Person;
let cities = 0;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = new Town(db);
  app = await startApp(database.runtime);
});
afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});
beforeEach(() => app.clock.standAt(NOW));

const client = (): Client => signedIn(app, coordinator);

interface Place {
  city: string;
  west: string;
  east: string;
  houses: string[];
}

/** Two houses in the west and one in the east, each active in three school years. */
async function place(): Promise<Place> {
  cities += 1;
  const city = await town.municipality(`Stadt ${cities}`, `05${String(cities).padStart(6, '0')}`);
  const [west, east] = [await town.district(city, 'West', 1), await town.district(city, 'Ost', 2)];
  const houses: string[] = [];
  for (const [i, district] of [west, west, east].entries()) {
    const house = await town.house(city, district, `Kita ${i}`);
    await town.participation(house, '2024-08-01');
    for (const schoolYear of [2024, 2025, 2026]) {
      const group = await town.group(house, 'Bären', 10 + i, { schoolYear });
      await town.activity(house, group, `${schoolYear}-10-01`, 30);
    }
    houses.push(house);
  }
  coordinator = await town.person(`K${cities}`, [['coordinator', { municipalityId: city }]]);
  return { city, west, east, houses };
}

function rearrange(id: string, body: object, version = 1): Promise<Answer> {
  return client().send('POST', `/api/districts/${id}/rearrangement`, { body, version });
}

/** Name, houses, activities of each district in a school year; the sums must be the totals. */
async function districtsIn(schoolYear: number): Promise<unknown[]> {
  const { json } = await client().get(`/api/overview?schoolYear=${schoolYear}`);
  const { districts, institutions, activities, children } = json as unknown as OverviewDto;
  const sum = (of: (row: (typeof districts)[number]) => number): number =>
    districts.reduce((total, row) => total + of(row), 0);
  expect([sum((row) => row.total), sum((row) => row.activities), sum((row) => row.childrenReached)]).toEqual([
    institutions.total,
    activities,
    children.reached,
  ]);
  return districts.map(({ name, total, activities: done }) => [name, total, done]);
}

/** The numbers of the district's rows in the lists and files behind the overview. */
async function behind(districtId: string, schoolYear: number): Promise<unknown[]> {
  const query = `schoolYear=${schoolYear}&districtId=${districtId}`;
  const houses = await client().get(`/api/overview/institutions?${query}`);
  const activities = await client().get(`/api/activities?${query}`);
  const overview = (await client().get(`/api/overview?${query}`)).json as unknown as OverviewDto;
  const file = await client().get(`/api/exports/institutions.csv?${query}&form=machine`);
  const lines = (await client().get(`/api/exports/activities.csv?${query}&form=machine`)).text;
  const rows = (text: string): number => text.trim().split('\n').length - 1;
  const names = (houses.json['items'] as { districtName: string }[]).map(({ districtName }) => districtName);
  const numbers = [names.length, (activities.json['items'] as object[]).length];
  expect([overview.institutions.total, overview.activities]).toEqual(numbers);
  expect([rows(file.text), rows(lines)]).toEqual(numbers);
  return [[...new Set(names)].join(), ...numbers];
}

describe('a district that is split in mid-year', () => {
  let here: Place;
  const [north, south] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    app.clock.standAt(NOW);
    here = await place();
    const { status, json } = await rearrange(here.west, {
      ...{ from: SPLIT, archive: true },
      newDistricts: [
        { id: north, name: 'Nordwest' },
        { id: south, name: 'Südwest' },
      ],
      houses: [
        { institutionId: here.houses[0], districtId: north },
        { institutionId: here.houses[1], districtId: south },
      ],
    });
    const { district, made, moved } = json as unknown as RearrangedDto;
    expect([status, moved, made.map(({ name }) => name)]).toEqual([200, 2, ['Nordwest', 'Südwest']]);
    expect(district.archivedAt).not.toBeNull();
  });

  test('counts each year by the districts of its last day, and the sum is the total', async () => {
    expect(await districtsIn(2024)).toEqual([
      ['West', 2, 2],
      ['Ost', 1, 1],
    ]);
    for (const year of [2025, 2026]) {
      expect(await districtsIn(year)).toEqual([
        ['Nordwest', 1, 1],
        ['Südwest', 1, 1],
        ['Ost', 1, 1],
      ]);
    }
  });

  test('is the same in the lists and files behind the numbers', async () => {
    expect(await behind(here.west, 2024)).toEqual(['West', 2, 2]);
    expect(await behind(here.west, 2025)).toEqual(['', 0, 0]);
    expect(await behind(north, 2024)).toEqual(['', 0, 0]);
    expect(await behind(north, 2025)).toEqual(['Nordwest', 1, 1]);
    expect(await behind(north, 2026)).toEqual(['Nordwest', 1, 1]);
  });

  test('has its history, and each house its entry in the trail', async () => {
    const { json } = await client().get(`/api/districts/${here.west}/history`);
    const { names, moves } = json as unknown as DistrictHistoryDto;
    expect(names).toEqual([{ name: 'West', from: null }]);
    expect(moves).toMatchObject([
      { institutionName: 'Kita 0', from: SPLIT, fromDistrictName: 'West', toDistrictName: 'Nordwest' },
      { institutionName: 'Kita 1', from: SPLIT, fromDistrictName: 'West', toDistrictName: 'Südwest' },
    ]);
    const trail = await rowsOf<{ action: string; chain: string }>(
      db,
      `select action, chain from audit_events where action in ('institution.update', 'district.rearrange')`,
    );
    expect(trail.map(({ action }) => action).sort()).toEqual([
      'district.rearrange',
      'institution.update',
      'institution.update',
    ]);
  });

  test('made districts take over its place and its social situation, and began on the day', async () => {
    const { json } = await client().get(`/api/districts/${north}/history`);
    expect((json as unknown as DistrictHistoryDto).names).toEqual([{ name: 'Nordwest', from: SPLIT }]);
  });
});

describe('two districts', () => {
  test('become one', async () => {
    const { west, east, houses } = await place();
    const all = houses.slice(0, 2).map((institutionId) => ({ institutionId, districtId: east }));
    const { status } = await rearrange(west, { from: SPLIT, archive: true, newDistricts: [], houses: all });
    expect(status).toBe(200);
    expect(await districtsIn(2025)).toEqual([['Ost', 3, 3]]);
    expect(await districtsIn(2024)).toEqual([
      ['West', 2, 2],
      ['Ost', 1, 1],
    ]);
  });
});

describe('a rearrangement refuses', () => {
  test.each<[string, (here: Place) => object, number, string]>([
    [
      'a day to come',
      () => ({ from: '2026-11-21', newDistricts: [{ id: randomUUID(), name: 'X' }] }),
      422,
      'from',
    ],
    ['nothing', () => ({}), 422, 'houses'],
    [
      'a foreign house',
      ({ houses, west }) => ({ houses: [{ institutionId: houses[2], districtId: west }] }),
      422,
      'houses.0.districtId',
    ],
    [
      'a house of another district',
      ({ houses, east }) => ({ houses: [{ institutionId: houses[2], districtId: east }] }),
      422,
      'houses.0.institutionId',
    ],
    [
      'a house twice',
      ({ houses, east }) => ({ houses: [0, 0].map((i) => ({ institutionId: houses[i], districtId: east })) }),
      422,
      'houses.1.institutionId',
    ],
    [
      'a district that is none',
      ({ houses }) => ({ houses: [{ institutionId: houses[0], districtId: randomUUID() }] }),
      422,
      'houses.0.districtId',
    ],
    [
      'an end with houses left',
      ({ houses, east }) => ({ archive: true, houses: [{ institutionId: houses[0], districtId: east }] }),
      409,
      'district_not_empty',
    ],
    ['a name that is taken', () => ({ newDistricts: [{ id: randomUUID(), name: 'Ost' }] }), 409, 'name'],
  ])('%s, and changes nothing', async (_, body, status, about) => {
    const here = await place();
    const answer = await rearrange(here.west, { from: SPLIT, newDistricts: [], houses: [], ...body(here) });
    expect([answer.status, answer.json['field'] ?? answer.json['code']]).toEqual([status, about]);
    const { json } = await client().get(`/api/districts/${here.west}`);
    expect(json).toMatchObject({ version: 1, archivedAt: null });
  });

  test('the second of two at once', async () => {
    const { west, east, houses } = await place();
    const body = { from: SPLIT, newDistricts: [], houses: [{ institutionId: houses[0], districtId: east }] };
    const answers = await Promise.all([rearrange(west, body), rearrange(west, body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a day before a house has come', async () => {
    const { west, east, houses } = await place();
    const move = (district: string, to: string, from: string, version = 1): Promise<Answer> =>
      rearrange(
        district,
        { from, newDistricts: [], houses: [{ institutionId: houses[0], districtId: to }] },
        version,
      );
    expect((await move(west, east, SPLIT)).status).toBe(200);
    const { status, json } = await move(east, west, '2026-01-31');
    expect([status, json['title']]).toEqual([
      422,
      'Gilt ab: Eine der Einrichtungen ist erst seit dem 01.02.2026 in diesem Stadtbezirk.',
    ]);
    expect((await move(east, west, '2026-03-01')).status).toBe(200);
  });
});

describe('the name of a district', () => {
  const rename = (id: string, body: object, version = 1): Promise<Answer> =>
    client().patch(`/api/districts/${id}`, body, version);

  test('changes from a day, and old years keep the old one', async () => {
    const { west } = await place();
    expect((await rename(west, { name: 'Abend', nameFrom: SPLIT })).json).toMatchObject({ name: 'Abend' });
    expect(await districtsIn(2024)).toContainEqual(['West', 2, 2]);
    expect(await districtsIn(2025)).toContainEqual(['Abend', 2, 2]);
    expect(await behind(west, 2024)).toEqual(['West', 2, 2]);
  });

  test('is corrected for all years when it was mistaken', async () => {
    const { west } = await place();
    await rename(west, { name: 'Vest' });
    expect(await districtsIn(2024)).toContainEqual(['Vest', 2, 2]);
  });

  test.each([
    [{ name: 'X', nameFrom: '2026-11-21' }, 'nameFrom'],
    [{ nameFrom: SPLIT }, 'name'],
  ])('refuses %j', async (body, field) => {
    const { west } = await place();
    const { status, json } = await rename(west, body);
    expect([status, json['field']]).toEqual([422, field]);
  });
});

describe('a house', () => {
  const move = (id: string, body: object): Promise<Answer> =>
    client().patch(`/api/institutions/${id}`, body, 1);

  test('moves today unless a day is named', async () => {
    const { houses, east } = await place();
    await move(houses[0]!, { districtId: east });
    expect(await districtsIn(2025)).toContainEqual(['West', 2, 2]);
    expect(await districtsIn(2026)).toContainEqual(['Ost', 2, 2]);
  });

  test('moves on a day that is past', async () => {
    const { houses, east } = await place();
    await move(houses[0]!, { districtId: east, districtFrom: SPLIT });
    expect(await districtsIn(2024)).toContainEqual(['West', 2, 2]);
    expect(await districtsIn(2025)).toContainEqual(['Ost', 2, 2]);
  });

  test('was never in a district that was mistaken', async () => {
    const { houses, east } = await place();
    await move(houses[0]!, { districtId: east, districtFrom: null });
    expect(await districtsIn(2024)).toContainEqual(['Ost', 2, 2]);
  });

  test.each([
    [{ districtFrom: SPLIT }, 422],
    [{ districtId: randomUUID(), districtFrom: SPLIT }, 404],
    [{ districtId: randomUUID(), districtFrom: null }, 404],
  ])('refuses %j', async (body, status) => {
    const { houses } = await place();
    const answer = await move(houses[0]!, body);
    expect([answer.status, answer.json['field']]).toEqual([status, 'districtId']);
  });
});

test('a social situation needs its source and its year, also for a district', async () => {
  const { city, west } = await place();
  const bare = await client().post('/api/districts', {
    municipalityId: city,
    name: 'Neu',
    socialSituation: 'high',
  });
  expect([bare.status, bare.json['errors']]).toEqual([
    422,
    [
      {
        field: 'socialSituationSource',
        message: 'Quelle der sozialen Lage fehlt: bitte angeben, woher die Angabe stammt.',
      },
      { field: 'socialSituationYear', message: 'Jahr der sozialen Lage fehlt: bitte das Jahr angeben.' },
    ],
  ]);
  const changed = await client().patch(`/api/districts/${west}`, { socialSituation: 'low' }, 1);
  expect(changed.status).toBe(422);
});
