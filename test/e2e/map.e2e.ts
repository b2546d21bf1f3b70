import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { MapDto, MapHouseDto } from '../../src/reporting/map/map.dto.js';
import type { OverviewDto } from '../../src/reporting/overview/overview.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect } from '../support/rows.js';
import { Town } from '../support/town.js';

/* A Friday in November; the 20th school day back from it is Monday, 12 October. */
const NOW = '2026-11-20T11:00:00Z';
const MOST = 2000;
const MANY = MOST - 5;

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let town: Town;

const ids: Record<string, string> = {};
const people: Record<string, Person> = {};

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = new Town(db);
  await buildHere();
  await buildFarAway();
  const here = { municipalityId: ids['here'] };
  people['coordinator'] = await town.person('Koordination', [['coordinator', here]]);
  people['farCoordinator'] = await town.person('Fern', [['coordinator', { municipalityId: ids['far'] }]]);
  people['programmeLead'] = await town.person('Programm', [['programme_lead']]);
  app = await startApp(database.runtime);
  app.clock.standAt(NOW);
});

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

async function house(name: string, more: object = {}, startedOn?: string): Promise<string> {
  const id = await town.house(ids['here']!, ids['north']!, name, { ...more });
  if (startedOn !== undefined) await town.participation(id, startedOn);
  return id;
}

async function buildHere(): Promise<void> {
  ids['here'] = await town.municipality('Musterstadt', '05999001');
  ids['north'] = await town.district(ids['here'], 'Nord', 1);
  const active = (ids['active'] = await house(
    'Kita Aktiv',
    { latitude: 51.5, longitude: 7.25 },
    '2026-08-01',
  ));
  const bears = await town.group(active, 'Bären', 20);
  await town.group(active, 'Füchse', 15);
  await town.activity(active, bears, '2026-09-10', 30);
  await town.activity(active, bears, '2026-11-19', 45);
  const quiet = await house('Kita Still', {}, '2026-08-01');
  await town.activity(quiet, await town.group(quiet, 'Mäuse', 10), '2026-10-09', 30);
  await house('Schule Nie', { kind: 'school' }, '2026-08-01');
  await house('Schule Neu', { kind: 'school' }, '2026-11-02');
  await house('Kita Draußen', { latitude: 51.51, longitude: 7.2 });
  await house('Kita Zu', { archivedAt: '2026-09-01T10:00:00Z' }, '2025-08-01');
}

/** Enough for nobody to want them on one map together with the few from here. */
async function buildFarAway(): Promise<void> {
  ids['far'] = await town.municipality('Fernstadt', '05999002');
  ids['farDistrict'] = await town.district(ids['far'], 'Mitte', 1);
  await farHouses(MANY);
}

async function farHouses(count: number): Promise<void> {
  await db.query(
    `insert into institutions (id, municipality_id, district_id, kind, name, provider_kind)
     select gen_random_uuid(), $1, $2, 'kita', 'KANARIENVOGEL ' || n, 'municipal' from generate_series(1, $3::int) n`,
    [ids['far'], ids['farDistrict'], count],
  );
}

function ask(query = '', who = 'coordinator'): Promise<Answer<MapDto>> {
  return signedIn(app, people[who]!).get<MapDto>(`/api/reports/map?${query}`);
}

const houseOf = ({ json }: Answer<MapDto>, name: string): MapHouseDto | undefined =>
  json.items.find((item) => item.name === name);

describe('the map of a city', () => {
  test('shows every institution by name, with how it stands', async () => {
    const { json } = await ask();
    expect(json.items.map(({ name, state }) => [name, state])).toEqual([
      ['Kita Aktiv', 'active'],
      ['Kita Draußen', 'absent'],
      ['Kita Still', 'quiet'],
      ['Schule Neu', 'waiting'],
      ['Schule Nie', 'quiet'],
    ]);
  });

  test('counts the same institutions as the overview, and as many that take part and are active', async () => {
    const { json: map } = await ask('kind=kita');
    const overview = await signedIn(app, people['coordinator']!).get<OverviewDto>('/api/overview?kind=kita');
    const { total, participating } = overview.json.institutions;
    const states = map.items.map(({ state }) => state);
    expect([states.length, states.filter((state) => state !== 'absent').length]).toEqual([
      total,
      participating,
    ]);
  });

  test('has the figures of a house, and its position if somebody has given one', async () => {
    const answer = await ask();
    expect(houseOf(answer, 'Kita Aktiv')).toEqual({
      ...{ institutionId: ids['active'], name: 'Kita Aktiv', kind: 'kita', state: 'active' },
      ...{ districtId: ids['north'], districtName: 'Nord', latitude: 51.5, longitude: 7.25 },
      ...{ groups: 2, activeGroups: 1, childrenReached: 20, activities: 2, minutes: 75 },
      ...{ lastActivityOn: '2026-11-19', daysSince: 1 },
    });
    expect(houseOf(answer, 'Kita Still')).toMatchObject({ latitude: null, longitude: null });
  });

  test('a past year stands at its end', async () => {
    const answer = await ask('schoolYear=2025');
    expect(answer.json.period.asOf).toBe('2026-07-31');
    expect(answer.json.items.map(({ name, state }) => [name, state])).toContainEqual([
      'Kita Aktiv',
      'absent',
    ]);
    expect(houseOf(answer, 'Kita Zu')?.state).toBe('quiet');
  });

  test('needs nobody else’s pictures unless they are set up', async () => {
    expect((await ask()).json.tiles).toBeNull();
    const mapTiles = { url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: '© Musterstadt' };
    const mapped = await startApp(database.runtime, { mapTiles });
    const { json } = await signedIn(mapped, people['coordinator']!).get<MapDto>('/api/reports/map');
    await mapped.close();
    expect(json.tiles).toEqual(mapTiles);
  });
});

describe('whose institutions', () => {
  test('a coordinator of another municipality sees none of these', async () => {
    expect((await ask('', 'farCoordinator')).json.items).toHaveLength(MANY);
    expect((await ask(`municipalityId=${ids['here']}`, 'farCoordinator')).json.items).toEqual([]);
    expect((await ask()).text).not.toContain('KANARIENVOGEL');
  });

  test('exactly 2,000 are shown; one more asks for a municipality, and in a single city for a district', async () => {
    expect((await ask('', 'programmeLead')).json.items).toHaveLength(MOST);
    await farHouses(MOST - MANY + 1);
    const refused = await ask('', 'programmeLead');
    expect([refused.status, refused.json]).toMatchObject([422, { field: 'municipalityId' }]);
    const city = await ask(`municipalityId=${ids['far']}`, 'programmeLead');
    expect([city.status, city.json]).toMatchObject([422, { field: 'districtId' }]);
    expect((await ask('', 'farCoordinator')).json).toMatchObject({ field: 'districtId' });
    expect((await ask(`municipalityId=${ids['here']}`, 'programmeLead')).status).toBe(200);
  });
});
