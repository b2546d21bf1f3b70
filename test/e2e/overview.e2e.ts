import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type {
  OverviewDto,
  OverviewInstitutionDto,
  OverviewInstitutionListDto,
} from '../../src/reporting/overview/overview.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect } from '../support/rows.js';
import { Town } from '../support/town.js';

/*
 * A Friday in November. Counted back from it over the autumn holidays (17 to 31 October), the 20th school day is Monday, 12 October.
 */
const NOW = '2026-11-20T11:00:00Z';
const ENDED = { status: 'completed' };

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
  await buildMunicipalities();
  await buildActiveHouses();
  await buildSilentHouses();
  await buildClosedHouses();
  await buildFarAway();
  await buildPeople();
  app = await startApp(database.runtime);
});

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

beforeEach(() => {
  app.clock.standAt(NOW);
});

async function buildMunicipalities(): Promise<void> {
  const here = (ids['here'] = await town.municipality('Musterstadt', '05999001'));
  const situation = { socialSituation: 'medium', socialSituationSource: 'Test', socialSituationYear: 2025 };
  ids['north'] = await town.district(here, 'Nord', 1, situation);
  ids['south'] = await town.district(here, 'Süd', 2);
  ids['empty'] = await town.district(here, 'Leer', 3);
  // Lower Saxony, whose holidays are not known here.
  ids['far'] = await town.municipality('Fernstadt', '03999002', 'NI');
  ids['farDistrict'] = await town.district(ids['far'], 'Mitte', 1);
}

function house(name: string, district: 'north' | 'south', more: object = {}): Promise<string> {
  return town.house(ids['here']!, ids[district]!, name, { ...more });
}

async function buildActiveHouses(): Promise<void> {
  const ahorn = (ids['ahorn'] = await house('Kita Ahorn', 'north', { familyCentre: true }));
  await town.participation(ahorn, '2025-09-01');
  const bears = await town.group(ahorn, 'Bären', 20);
  await town.group(ahorn, 'Füchse', 15);
  const lastYear = await town.group(ahorn, 'Bären', 18, { schoolYear: 2025 });
  await town.activity(ahorn, lastYear, '2026-06-10', 20);
  await town.activity(ahorn, lastYear, '2026-07-31', 60);
  await town.activity(ahorn, bears, '2026-08-01', 30);
  await town.activity(ahorn, bears, '2026-09-10', 30);
  await town.activity(ahorn, bears, '2026-11-20', 45, { childrenPresent: 22 });

  const birke = (ids['birke'] = await house('Kita Birke', 'north', { providerKind: 'catholic' }));
  await town.participation(birke, '2026-09-01');
  const stars = await town.group(birke, 'Sterne', 25);
  await town.group(birke, 'Monde', 9, { archivedAt: '2026-10-15T10:00:00Z' });
  const suns = await town.group(birke, 'Sonnen', 8, { archivedAt: '2026-11-01T10:00:00Z' });
  await town.activity(birke, suns, '2026-09-22', 20, { focusArea: 'health_promotion' });
  await town.activity(birke, stars, '2026-10-12', 60, { focusArea: 'fairplay_teamwork' });
  await town.activity(birke, stars, '2026-11-19', 90, { deletedAt: '2026-11-19T12:00:00Z' });
}

async function buildSilentHouses(): Promise<void> {
  const situation = { socialSituation: 'high', socialSituationSource: 'Test', socialSituationYear: 2025 };
  const contact = { contactName: 'Zoe Zeder', phone: '02323 1', email: 'zeder@example.org' };
  const zeder = (ids['zeder'] = await house('Kita Zeder', 'south', { ...situation, ...contact }));
  await town.participation(zeder, '2026-08-15');
  const mice = await town.group(zeder, 'Mäuse', 10);
  await town.activity(zeder, mice, '2026-09-08', 15, { focusArea: 'health_promotion' });
  await town.activity(zeder, mice, '2026-10-09', 30, { focusArea: 'health_promotion' });

  const school = { kind: 'school', socialIndexYear: 2025 };
  const linde = (ids['linde'] = await house('Lindenschule', 'south', { ...school, socialIndex: 8 }));
  await town.participation(linde, '2026-10-12');
  await town.group(linde, '1a', 22);
  const esche = (ids['esche'] = await house('Eschenschule', 'south', { ...school, socialIndex: 2 }));
  await town.participation(esche, '2026-10-13');
  await town.group(esche, '1a', 24);
}

async function buildClosedHouses(): Promise<void> {
  const fichte = await house('Kita Fichte', 'north');
  await town.participation(fichte, '2026-08-01', { status: 'requested' });
  await town.group(fichte, 'Wichtel', 16);

  const ginster = (ids['ginster'] = await house('Kita Ginster', 'south', {
    archivedAt: '2026-10-01T10:00:00Z',
  }));
  // Closed, but nobody has ended its participation.
  await town.participation(ginster, '2026-08-01');
  const group = await town.group(ginster, 'Hummeln', 12);
  await town.activity(ginster, group, '2026-09-15', 25, { focusArea: 'global_learning' });

  const holunder = await house('Kita Holunder', 'south', { archivedAt: '2026-09-20T10:00:00Z' });
  await town.participation(holunder, '2026-08-01', { ...ENDED, endedOn: '2026-09-20' });

  const apfel = (ids['apfel'] = await house('Kita Äpfelchen', 'north'));
  await town.participation(apfel, '2025-01-01', { ...ENDED, endedOn: '2026-07-31' });
  const children = await town.group(apfel, 'Kerne', 14, { schoolYear: 2025 });
  await town.activity(apfel, children, '2026-05-05', 40);
}

async function buildFarAway(): Promise<void> {
  const jasmin = await town.house(ids['far']!, ids['farDistrict']!, 'KANARIENVOGEL Jasmin');
  await town.participation(jasmin, '2025-08-01');
  const group = await town.group(jasmin, 'Wolken', 30);
  await town.activity(jasmin, group, '2026-11-01', 40);
}

async function buildPeople(): Promise<void> {
  const coordinator: [string, Record<string, unknown>] = ['coordinator', { municipalityId: ids['here'] }];
  people['coordinator'] = await town.person('Koordination', [coordinator]);
  people['farCoordinator'] = await town.person('Fern', [['coordinator', { municipalityId: ids['far'] }]]);
  people['programmeLead'] = await town.person('Programm', [['programme_lead']]);
  people['administrator'] = await town.person('Admin', [['administrator']]);
  people['both'] = await town.person('Beides', [coordinator, ['administrator']]);
  people['lead'] = await town.person('Leitung', [['institution_lead', { institutionId: ids['ahorn'] }]]);
}

async function overview(query = '', who = 'coordinator'): Promise<OverviewDto> {
  const answer = await signedIn(app, people[who]!).get<OverviewDto>(`/api/overview?${query}`);
  expect(answer.status).toBe(200);
  return answer.json;
}

async function list(query: string, who = 'coordinator'): Promise<OverviewInstitutionListDto> {
  const answer = await signedIn(app, people[who]!).get<OverviewInstitutionListDto>(
    `/api/overview/institutions?${query}`,
  );
  expect(answer.status).toBe(200);
  return answer.json;
}

const namesOf = (rows: { name: string }[]): string[] => rows.map(({ name }) => name);

describe('the running school year', () => {
  test('counts who takes part and who is active', async () => {
    const { institutions } = await overview();
    expect(institutions).toEqual({
      ...{ total: 8, participating: 6, active: 4 },
      byKind: [
        { kind: 'kita', total: 6, participating: 4, active: 4 },
        { kind: 'school', total: 2, participating: 2, active: 0 },
      ],
    });
  });

  test('counts children by the sizes of groups, never by attendances', async () => {
    const { groups, children } = await overview();
    expect(groups).toEqual({ total: 8, active: 5 });
    expect(children).toEqual({
      reached: 20 + 25 + 8 + 10 + 12,
      enrolled: 20 + 15 + 25 + 8 + 10 + 22 + 24 + 12,
    });
  });

  test('counts activities and minutes by week, also the weeks without any', async () => {
    const { activities, minutes, weeks } = await overview();
    expect({ activities, minutes }).toEqual({ activities: 8, minutes: 255 });
    expect(weeks).toHaveLength(17);
    expect(weeks[0]).toEqual({
      ...{ week: '2026-W31', monday: '2026-07-27', activities: 1, minutes: 30, holiday: true },
    });
    const filled = weeks.filter((week) => week.activities > 0);
    expect(filled.map(({ week, activities: n, minutes: m }) => [week, n, m])).toEqual([
      ['2026-W31', 1, 30],
      ['2026-W37', 2, 45],
      ['2026-W38', 1, 25],
      ['2026-W39', 1, 20],
      ['2026-W41', 1, 30],
      ['2026-W42', 1, 60],
      ['2026-W47', 1, 45],
    ]);
    const holidays = weeks.filter(({ holiday }) => holiday).map(({ week }) => week);
    expect(holidays).toEqual(['31', '32', '33', '34', '35', '43', '44'].map((week) => `2026-W${week}`));
  });

  test('counts focus areas in the order of the programme, also unused ones', async () => {
    const { focusAreas } = await overview();
    expect(focusAreas.map(({ code, activities, minutes }) => [code, activities, minutes])).toEqual([
      ['health_promotion', 3, 65],
      ['active_learning', 3, 105],
      ['inclusion_paralympics', 0, 0],
      ['fairplay_teamwork', 1, 60],
      ['global_learning', 1, 25],
    ]);
    expect(focusAreas[0]!.title).toBe('Gesundheitsförderung');
  });

  test('counts districts in the order of the city, also empty ones', async () => {
    const { districts } = await overview();
    const figures = districts.map((row) => [
      ...[row.name, row.municipalityName, row.total, row.participating, row.active],
      ...[row.activities, row.minutes, row.childrenReached],
    ]);
    expect(figures).toEqual([
      ['Nord', 'Musterstadt', 4, 2, 2, 5, 185, 53],
      ['Süd', 'Musterstadt', 4, 4, 2, 3, 70, 22],
      ['Leer', 'Musterstadt', 0, 0, 0, 0, 0, 0],
    ]);
  });

  test('names the houses that have gone quiet, the longest first', async () => {
    const { quiet } = await overview();
    expect(quiet).toMatchObject({ count: 2, sinceSchoolDays: 20 });
    expect(quiet.items).toEqual([
      {
        ...{ institutionId: ids['zeder'], name: 'Kita Zeder', districtName: 'Süd' },
        ...{ lastActivityOn: '2026-10-09', daysSince: 42 },
        ...{ contactName: 'Zoe Zeder', phone: '02323 1', email: 'zeder@example.org', remindedOn: null },
      },
      {
        ...{ institutionId: ids['linde'], name: 'Lindenschule', districtName: 'Süd' },
        ...{
          lastActivityOn: null,
          daysSince: 39,
          contactName: null,
          phone: null,
          email: null,
          remindedOn: null,
        },
      },
    ]);
  });

  test('says which of them were reminded within a week', async () => {
    const remindedOn = async (day: string): Promise<string | null | undefined> => {
      await db.query('delete from activity_reminders');
      await db.query(
        'insert into activity_reminders (institution_id, id, reminded_on, letters) values ($1, gen_random_uuid(), $2, 1)',
        [ids['zeder'], day],
      );
      return (await overview()).quiet.items[0]?.remindedOn;
    };
    expect(await remindedOn('2026-11-14')).toBe('2026-11-14');
    expect(await remindedOn('2026-11-13')).toBeNull();
    await db.query('delete from activity_reminders');
  });

  test('says what it is about, and as of when', async () => {
    const { filter, period, dataAt } = await overview('kind=kita');
    expect(period).toEqual({
      ...{ schoolYear: 2026, from: '2026-08-01', to: '2027-07-31', asOf: '2026-11-20' },
    });
    expect(dataAt).toBe('2026-11-20T11:00:00.000Z');
    expect(filter).toEqual({
      ...{
        municipalityId: ids['here'],
        schoolYear: 2026,
        districtId: null,
        kind: 'kita',
        providerKind: null,
      },
      ...{ familyCentre: null, socialIndexGroup: null, socialSituation: null, q: null },
    });
  });
});

describe('other school years', () => {
  test('a past one stands at its last day, with the houses that were there', async () => {
    const { institutions, children, activities, minutes, weeks, quiet, period } =
      await overview('schoolYear=2025');
    expect(period.asOf).toBe('2026-07-31');
    expect(institutions).toMatchObject({ total: 9, participating: 2, active: 2 });
    expect(children).toEqual({ reached: 18 + 14, enrolled: 18 + 14 });
    expect({ activities, minutes }).toEqual({ activities: 3, minutes: 120 });
    expect([weeks[0]!.monday, weeks.at(-1)!.monday, weeks.length]).toEqual(['2025-07-28', '2026-07-27', 53]);
    // The summer holidays began on 20 July: the 20th school day back from 31 July is 22 June.
    expect(quiet.items).toMatchObject([
      { name: 'Kita Äpfelchen', lastActivityOn: '2026-05-05', daysSince: 87 },
    ]);
  });

  test('one to come is empty', async () => {
    const { institutions, activities, weeks, quiet, children } = await overview('schoolYear=2027');
    expect(institutions).toMatchObject({ total: 7, active: 0 });
    expect({ activities, weeks, count: quiet.count, children }).toEqual({
      ...{ activities: 0, weeks: [], count: 0, children: { reached: 0, enrolled: 0 } },
    });
  });

  test('the year turns at midnight in Berlin, with the server in UTC', async () => {
    app.clock.standAt('2026-07-31T21:59:59Z');
    const before = await overview();
    expect(before.period).toMatchObject({ schoolYear: 2025, asOf: '2026-07-31' });
    expect(before).toMatchObject({ activities: 3, minutes: 120 });
    app.clock.standAt('2026-07-31T22:00:00Z');
    const after = await overview();
    expect(after.period).toMatchObject({ schoolYear: 2026, asOf: '2026-08-01' });
    expect(after).toMatchObject({ activities: 1, minutes: 30 });
    expect(after.weeks).toHaveLength(1);
  });
});

describe('going quiet', () => {
  test('takes one school day more than the day before, and no holiday', async () => {
    const quietOn = async (day: string): Promise<string[]> => {
      app.clock.standAt(`${day}T11:00:00Z`);
      return namesOf((await overview()).quiet.items);
    };
    // Friday before the autumn holidays, and their last day.
    expect(await quietOn('2026-10-16')).toEqual(['Kita Ahorn']);
    expect(await quietOn('2026-10-31')).toEqual(['Kita Ahorn']);
    // On 20 November the 9th of October leaves the window; the school joined on the 12th, which has become its first day.
    expect(await quietOn('2026-11-19')).toEqual(['Kita Ahorn']);
    expect(await quietOn('2026-11-20')).toEqual(['Kita Zeder', 'Lindenschule']);
    // A weekend changes nothing; on Monday those of 12 and 13 October follow.
    expect(await quietOn('2026-11-22')).toEqual(['Kita Zeder', 'Lindenschule']);
    expect(await quietOn('2026-11-23')).toEqual(['Kita Zeder', 'Kita Birke', 'Lindenschule', 'Eschenschule']);
  });
});

const FILTERS: [query: () => string, names: string[]][] = [
  [() => `districtId=${ids['north']}`, ['Kita Ahorn', 'Kita Äpfelchen', 'Kita Birke', 'Kita Fichte']],
  [() => 'kind=school', ['Eschenschule', 'Lindenschule']],
  [() => 'providerKind=catholic', ['Kita Birke']],
  [() => 'familyCentre=true', ['Kita Ahorn']],
  [() => 'socialIndexGroup=7-9', ['Lindenschule']],
  [() => 'socialIndexGroup=1-3', ['Eschenschule']],
  [() => 'socialSituation=high', ['Kita Zeder']],
  [() => 'socialSituation=medium&familyCentre=false', ['Kita Äpfelchen', 'Kita Birke', 'Kita Fichte']],
  [() => 'q=apfelchen', ['Kita Äpfelchen']],
  [() => `kind=kita&districtId=${ids['south']}`, ['Kita Ginster', 'Kita Zeder']],
  [() => `districtId=${ids['empty']}`, []],
  [() => `municipalityId=${ids['here']}&schoolYear=2025&kind=school`, ['Eschenschule', 'Lindenschule']],
];

describe('each number leads to the list behind it', () => {
  test.each(FILTERS)('filtered %#', async (query, names) => {
    expect(namesOf((await list(query())).items)).toEqual(names);
    await expectToAgree(query());
  });

  test.each(['', 'schoolYear=2025', 'schoolYear=2027'])('of the year: "%s"', async (query) => {
    await expectToAgree(query);
    await expectToAgree(query, 'programmeLead');
  });

  test('and the row says how each stands', async () => {
    const rows = (await list('')).items;
    expect(namesOf(rows)).toEqual([
      ...['Eschenschule', 'Kita Ahorn', 'Kita Äpfelchen', 'Kita Birke', 'Kita Fichte', 'Kita Ginster'],
      ...['Kita Zeder', 'Lindenschule'],
    ]);
    const [esche, ahorn, apfel, , fichte] = rows;
    expect(ahorn).toEqual({
      ...{ institutionId: ids['ahorn'], name: 'Kita Ahorn', kind: 'kita', districtName: 'Nord' },
      ...{ participationStatus: 'active', groups: 2, activeGroups: 1, childrenReached: 20 },
      ...{ activities: 3, minutes: 105, lastActivityOn: '2026-11-20', daysSince: 0 },
      ...{ contactName: null, phone: null, email: null },
    });
    expect(esche).toMatchObject({ activities: 0, lastActivityOn: null, daysSince: 38 });
    expect(apfel).toMatchObject({
      ...{ participationStatus: 'completed', activities: 0, lastActivityOn: '2026-05-05', daysSince: 199 },
    });
    expect(fichte).toMatchObject({ participationStatus: 'requested', lastActivityOn: null, daysSince: null });
  });

  test('page by page as at once', async () => {
    expect(namesOf(await pages('limit=3'))).toEqual(namesOf((await list('')).items));
    expect(namesOf(await pages('show=quiet&limit=1'))).toEqual(['Kita Zeder', 'Lindenschule']);
  });

  async function pages(query: string): Promise<OverviewInstitutionDto[]> {
    const rows: OverviewInstitutionDto[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: OverviewInstitutionListDto = await list(next === '' ? query : `${query}&cursor=${next}`);
      rows.push(...page.items);
      next = page.next;
    }
    return rows;
  }

  async function expectToAgree(query: string, who = 'coordinator'): Promise<void> {
    const figures = await overview(query, who);
    const shown = async (show: string): Promise<OverviewInstitutionDto[]> =>
      (await list(`${query}&show=${show}`, who)).items;
    const all = await shown('all');
    const sum = <T>(rows: T[], of: (row: T) => number): number => rows.reduce((n, row) => n + of(row), 0);
    const { institutions, districts, focusAreas, quiet } = figures;
    const participating = await shown('participating');
    const active = await shown('active');
    const inactive = await shown('inactive');
    expect([all.length, participating.length, active.length]).toEqual([
      ...[institutions.total, institutions.participating, institutions.active],
    ]);
    expect(inactive.length).toBe(institutions.participating - institutions.active);
    expect(namesOf(await shown('quiet'))).toEqual(namesOf(quiet.items));
    expect(sum(districts, (row) => row.total)).toBe(institutions.total);
    expect(sum(districts, (row) => row.participating)).toBe(institutions.participating);
    expect(sum(districts, (row) => row.active)).toBe(institutions.active);
    expect(sum(institutions.byKind, (row) => row.total)).toBe(institutions.total);
    for (const rows of [all, districts, focusAreas, figures.weeks]) {
      expect(sum<{ activities: number }>(rows, (row) => row.activities)).toBe(figures.activities);
      expect(sum<{ minutes: number }>(rows, (row) => row.minutes)).toBe(figures.minutes);
    }
    expect(sum(all, (row) => row.childrenReached)).toBe(figures.children.reached);
    expect(sum(districts, (row) => row.childrenReached)).toBe(figures.children.reached);
    expect(sum(all, (row) => row.activeGroups)).toBe(figures.groups.active);
  }
});

describe('scope', () => {
  test('the programme lead sees all municipalities, or one', async () => {
    const all = await overview('', 'programmeLead');
    expect(all.institutions).toMatchObject({ total: 9, participating: 7, active: 5 });
    expect(all).toMatchObject({ activities: 9, minutes: 295 });
    expect(all.filter.municipalityId).toBeNull();
    expect(namesOf(all.districts)).toEqual(['Mitte', 'Nord', 'Süd', 'Leer']);
    // A week is a holiday where it is one for all.
    expect(all.weeks.some(({ holiday }) => holiday)).toBe(false);
    const here = await overview(`municipalityId=${ids['here']}`, 'programmeLead');
    const { dataAt: _, ...expected } = await overview();
    expect(here).toMatchObject(expected);
  });

  test('a coordinator sees nothing of another municipality, by whatever filter', async () => {
    for (const query of [`municipalityId=${ids['far']}`, `districtId=${ids['farDistrict']}`, 'q=Jasmin']) {
      const answer = await signedIn(app, people['coordinator']!).get<OverviewDto>(`/api/overview?${query}`);
      expect(answer.json.institutions).toMatchObject({ total: 0, participating: 0, active: 0 });
      expect(answer.json).toMatchObject({ activities: 0, minutes: 0, quiet: { count: 0 } });
      expect(answer.text).not.toMatch(/KANARIENVOGEL|Mitte|Fernstadt/);
      expect((await list(query)).items).toEqual([]);
    }
    expect(await overview('', 'farCoordinator')).toMatchObject({
      ...{ institutions: { total: 1, participating: 1, active: 1 }, activities: 1, minutes: 40 },
    });
  });

  test('figures are of the own municipality even for who may see more', async () => {
    const { institutions, districts } = await overview('', 'both');
    expect(institutions.total).toBe(8);
    expect(namesOf(districts)).toEqual(['Nord', 'Süd', 'Leer']);
  });

  test.each(['lead', 'administrator'])('no figures for: %s', async (who) => {
    for (const path of ['/api/overview', '/api/overview/institutions'])
      expect((await signedIn(app, people[who]!).get(path)).status).toBe(403);
  });

  test('no figures for who is signed out', async () => {
    expect((await app.client().get('/api/overview')).status).toBe(401);
  });
});

describe('a request that makes no sense', () => {
  test.each([
    ...['/api/overview?schoolYear=heuer', '/api/overview?schoolYear=1999', '/api/overview?limit=5'],
    ...['/api/overview?kind=zoo', '/api/overview?districtId=1', '/api/overview?kind=kita&kind=school'],
    ...['/api/overview/institutions?show=some', '/api/overview/institutions?limit=0'],
    ...['/api/overview/institutions?cursor=x', '/api/overview/institutions?show=quiet&cursor=WyJhIiwiYiJd'],
  ])('is refused: %s', async (path) => {
    const answer = await signedIn(app, people['coordinator']!).get(path);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });
});

test('of many quiet houses the ten that are silent longest are named', async () => {
  for (let day = 1; day <= 12; day += 1) {
    const silent = await town.house(ids['far']!, ids['farDistrict']!, `Kita Stille ${day}`);
    await town.participation(silent, `2026-09-${String(day).padStart(2, '0')}`);
  }
  const { quiet } = await overview('', 'farCoordinator');
  expect(quiet.count).toBe(12);
  expect(namesOf(quiet.items)).toEqual(Array.from({ length: 10 }, (_, i) => `Kita Stille ${i + 1}`));
  expect((await list('show=quiet', 'farCoordinator')).items).toHaveLength(12);
});
