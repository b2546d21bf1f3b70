import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type pg from 'pg';
import type { ActivityListDto } from '../../src/activities/activity.dto.js';
import type { InstitutionListDto } from '../../src/institutions/institution.dto.js';
import type { OverviewInstitutionListDto } from '../../src/reporting/overview/overview.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';
import { Town } from '../support/town.js';

/** Sunday, half past midnight in Berlin; in UTC it is still Saturday. */
const NOW = '2026-11-21T23:30:00Z';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
  await buildHouses();
  await buildActivities();
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

async function buildHouses(): Promise<void> {
  const here = (ids['here'] = await town.municipality('Musterstadt', '05999001'));
  const north = (ids['north'] = await town.district(here, 'Nord', 1));
  const address = { street: 'Mühlenweg 1', postalCode: '01234', city: 'Musterstadt' };
  const contact = { contactName: '@dmin; "Ötzi"', phone: '+49 2323 1', email: 'kita@example.org' };
  ids['kita'] = await town.house(here, north, 'Kita Mühle', {
    ...{ providerKind: 'protestant', providerName: '=Träger', legalRegime: 'dsg_ekd', shortCode: 'K1' },
    ...{ ...address, ...contact, latitude: 51.5, longitude: -7.25, familyCentre: true, plusKita: true },
    ...{ contactFunction: 'Leitung', familyCentreSince: '2019-08-01' },
    ...{ socialSituation: 'high', socialSituationSource: 'Test', socialSituationYear: 2025 },
    ...{ places: 60, staffCount: 9 },
  });
  await town.participation(ids['kita'], '2025-08-01');
  const school = { kind: 'school', schoolNumber: '123456', socialIndex: 7, socialIndexYear: 2025 };
  ids['school'] = await town.house(here, north, 'Äckerschule', { ...school, allDaySchool: true });
  const over = { status: 'cancelled', endedOn: '2026-10-02', reason: 'Umbau' };
  await town.participation(ids['school'], '2026-08-01', over);
  ids['closed'] = await town.house(here, north, 'Kita Zu', { archivedAt: '2026-09-01T10:00:00Z' });
  const far = (ids['far'] = await town.municipality('Fernstadt', '05999002'));
  const farDistrict = await town.district(far, 'Mitte', 1);
  ids['farKita'] = await town.house(far, farDistrict, 'KANARIENVOGEL Fern');
  await town.participation(ids['farKita'], '2025-08-01');
}

async function buildActivities(): Promise<void> {
  const [kita, school, farKita] = [ids['kita']!, ids['school']!, ids['farKita']!];
  const bears = (ids['bears'] = await town.group(kita, 'Bären', 20));
  const foxes = await town.group(kita, '-3,5', 15);
  const old = await town.group(kita, 'Alte', 18, { schoolYear: 2025 });
  const first = await town.group(school, '1a', 24);
  const clouds = await town.group(farKita, 'Wolken', 30);
  const at = (createdAt: string): object => ({ createdAt });
  ids['formula'] = await town.activity(kita, bears, '2026-11-20', 45, {
    ...{ note: '=HYPERLINK("http://x","y")', place: 'hall', adultsPresent: 2, childrenPresent: 19 },
    ...at('2026-11-20T08:05:59Z'),
  });
  ids['lines'] = await town.activity(kita, foxes, '2026-11-19', 30, {
    ...{ note: 'Zwei\nZeilen; "gut"', place: 'outdoors', focusArea: 'health_promotion' },
    ...at('2026-11-19T23:30:00Z'),
  });
  ids['tab'] = await town.activity(kita, bears, '2026-08-01', 5, {
    note: '\tTab',
    ...at('2026-08-01T22:00:00Z'),
  });
  ids['old'] = await town.activity(kita, old, '2026-07-31', 60, {
    note: 'a,b',
    ...at('2026-07-31T10:00:00Z'),
  });
  const noon = at('2026-09-15T10:00:00Z');
  ids['school1'] = await town.activity(school, first, '2026-09-15', 90, {
    note: '-1',
    place: 'room',
    ...noon,
  });
  await town.activity(kita, bears, '2026-11-18', 30, {
    note: 'KANARIENVOGEL',
    deletedAt: '2026-11-18T12:00:00Z',
  });
  await town.activity(farKita, clouds, '2026-11-20', 30, { note: 'KANARIENVOGEL' });
}

async function buildPeople(): Promise<void> {
  const here = { municipalityId: ids['here'] };
  people['coordinator'] = await town.person('Koordination', [['coordinator', here]]);
  people['farCoordinator'] = await town.person('Fern', [['coordinator', { municipalityId: ids['far'] }]]);
  people['programmeLead'] = await town.person('Programm', [['programme_lead']]);
  people['administrator'] = await town.person('Admin', [['administrator']]);
  people['lead'] = await town.person('Leitung', [['institution_lead', { institutionId: ids['kita'] }]]);
  const far = { institutionId: ids['farKita'] };
  people['both'] = await town.person('Beides', [
    ['coordinator', here],
    ['institution_lead', far],
  ]);
  people['educator'] = await town.person('Fachkraft', [['educator', { institutionId: ids['kita'] }]]);
  const coach = (people['coach'] = await town.person('Coach', [['coach', here]]));
  const assignment = { institutionId: ids['kita'], accountId: coach.id, firstDay: '2025-08-01' };
  await town.insert('coach_assignments', assignment);
}

function download(file: string, who = 'coordinator'): Promise<Answer> {
  return signedIn(app, people[who]!).get(`/api/exports/${file}`);
}

async function csv(file: string, who = 'coordinator'): Promise<string> {
  const answer = await download(file, who);
  expect(answer.status).toBe(200);
  return answer.text;
}

/** Cells of the column in a machine's CSV; only for files without quoted line breaks. */
async function column(file: string, index: number, who = 'coordinator'): Promise<string[]> {
  const [, ...lines] = (await csv(file, who)).trimEnd().split('\n');
  return lines.map((line) => line.split(',')[index] ?? '');
}

describe('activities for people', () => {
  test('are exactly what a German spreadsheet program expects', async () => {
    const lines = [
      '\uFEFFDatum;Kommune;Stadtbezirk;Einrichtung;Art;Gruppe / Klasse;Gruppengröße;Schwerpunkt;Minuten;Kinder;Erwachsene;Ort;Notiz;Eingetragen am',
      `20.11.2026;Musterstadt;Nord;Kita Mühle;Kita;Bären;20;Bewegtes Lernen;45;19;2;Halle;"'=HYPERLINK(""http://x"",""y"")";20.11.2026 09:05`,
      `19.11.2026;Musterstadt;Nord;Kita Mühle;Kita;'-3,5;15;Gesundheitsförderung;30;12;;Draußen;"Zwei\nZeilen; ""gut""";20.11.2026 00:30`,
      `15.09.2026;Musterstadt;Nord;Äckerschule;Schule;1a;24;Bewegtes Lernen;90;12;;Gruppenraum;'-1;15.09.2026 12:00`,
      `01.08.2026;Musterstadt;Nord;Kita Mühle;Kita;Bären;20;Bewegtes Lernen;5;12;;;'\tTab;02.08.2026 00:00`,
      '',
    ];
    const answer = await download('activities.csv?schoolYear=2026');
    expect(answer.text).toBe(lines.join('\r\n'));
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="olympia-ruft_aktivitaeten_2026-27_2026-11-22.csv"',
      'cache-control': 'no-store',
    });
  });

  test('without a school year are of all years', async () => {
    const answer = await download('activities.csv');
    expect(answer.text.split('\r\n')).toHaveLength(7);
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="olympia-ruft_aktivitaeten_2026-11-22.csv"',
    );
  });
});

test('activities for programs are plain: commas, points, ISO, codes, no apostrophe', async () => {
  const { bytes, text } = await download('activities.csv?form=machine&to=2026-08-01');
  const house = `Musterstadt,Nord,${ids['kita']},Kita Mühle,kita`;
  const [bears, old] = [`${ids['bears']},Bären,20`, await groupOf(ids['old']!)];
  expect(bytes[0]).toBe('i'.charCodeAt(0));
  expect(text).toBe(
    [
      'id,held_on,municipality,district,institution_id,institution,kind,group_id,group_name,group_size,focus_area,minutes,children_present,adults_present,place,note,created_at',
      `${ids['tab']},2026-08-01,${house},${bears},active_learning,5,12,,,\tTab,2026-08-01T22:00:00Z`,
      `${ids['old']},2026-07-31,${house},${old},Alte,18,active_learning,60,12,,,"a,b",2026-07-31T10:00:00Z`,
      '',
    ].join('\n'),
  );
});

async function groupOf(activityId: string): Promise<string> {
  const sql = 'select group_id as id from activities where id = $1';
  const [row] = await rowsOf<{ id: string }>(db, sql, [activityId]);
  return row!.id;
}

describe('institutions', () => {
  test('for people have master data, participation and figures of the school year', async () => {
    const answer = await download('institutions.csv');
    expect(answer.text).toBe(
      [
        '\uFEFFEinrichtung;Kurzzeichen;Art;Kommune;Stadtbezirk;Träger (Art);Träger;Datenschutzrecht;Schulnummer;Straße;PLZ;Ort;Breitengrad;Längengrad;Ansprechperson;Funktion der Ansprechperson;Telefon;E-Mail;Familienzentrum;Familienzentrum seit;Anerkannter Bewegungskindergarten;Anerkannter Bewegungskindergarten seit;plusKita;plusKita seit;OGS;OGS seit;Schulsozialindex;Schulsozialindex (Jahr);Soziale Lage;Plätze;Fachkräfte;Teilnahme;Teilnahme seit;Teilnahme bis;Coach;Kita-/Schuljahr;Gruppen;Aktive Gruppen;Kinder in den Gruppen;Erreichte Kinder;Aktivitäten;Minuten;Letzte Aktivität;Tage ohne Aktivität',
        'Äckerschule;;Schule;Musterstadt;Nord;kommunal;;DSGVO;123456;;;;;;;;;;nein;;nein;;nein;;ja;;7;2025;;;;abgebrochen;01.08.2026;02.10.2026;;2026/27;1;1;24;24;1;90;15.09.2026;68',
        `Kita Mühle;K1;Kita;Musterstadt;Nord;evangelisch;'=Träger;DSG-EKD;;Mühlenweg 1;01234;Musterstadt;51,5;-7,25;"'@dmin; ""Ötzi""";Leitung;'+49 2323 1;kita@example.org;ja;01.08.2019;nein;;ja;;nein;;;;hoch;60;9;in Umsetzung;01.08.2025;;Coach;2026/27;2;2;35;35;3;80;20.11.2026;2`,
        '',
      ].join('\r\n'),
    );
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="olympia-ruft_einrichtungen_2026-27_2026-11-22.csv"',
    );
  });

  test('for programs have codes, points and ISO dates', async () => {
    expect(await csv('institutions.csv?form=machine&kind=kita&schoolYear=2025')).toBe(
      [
        'id,name,short_code,kind,municipality,district,provider_kind,provider_name,legal_regime,school_number,street,postal_code,city,latitude,longitude,contact_name,contact_function,phone,email,family_centre,family_centre_since,movement_kita,movement_kita_since,plus_kita,plus_kita_since,all_day_school,all_day_school_since,social_index,social_index_year,social_situation,places,staff_count,participation_status,started_on,ended_on,coach,school_year,group_count,active_group_count,children_enrolled,children_reached,activity_count,activity_minutes,last_activity_on,days_without_activity',
        `${ids['kita']},Kita Mühle,K1,kita,Musterstadt,Nord,protestant,=Träger,dsg_ekd,,Mühlenweg 1,01234,Musterstadt,51.5,-7.25,"@dmin; ""Ötzi""",Leitung,+49 2323 1,kita@example.org,true,2019-08-01,false,,true,,false,,,,high,60,9,active,2025-08-01,,Coach,2025,1,1,18,18,1,60,2026-07-31,0`,
        '',
      ].join('\n'),
    );
  });
});

describe('a spreadsheet', () => {
  test('has typed cells, a bold frozen header and formats', async () => {
    const answer = await download('activities.xlsx?schoolYear=2026&form=machine');
    expect(answer.headers['content-type']).toBe(XLSX);
    expect(answer.headers['content-disposition']).toMatch(/aktivitaeten_2026-27_2026-11-22\.xlsx"$/);
    const { sheets } = await readXlsx(answer.bytes, { readStyles: true });
    const [sheet] = sheets;
    expect(sheets.map(({ name }) => name)).toEqual(['Aktivitäten', 'Filter']);
    expect(sheet).toMatchObject({ name: 'Aktivitäten', freezePane: { rows: 1 } });
    const [header, first, second] = sheet!.rows;
    expect(header!.slice(0, 4)).toEqual(['Datum', 'Kommune', 'Stadtbezirk', 'Einrichtung']);
    expect(first).toEqual([
      ...[new Date('2026-11-20T00:00:00Z'), 'Musterstadt', 'Nord', 'Kita Mühle', 'Kita', 'Bären', 20],
      ...['Bewegtes Lernen', 45, 19, 2, 'Halle', '=HYPERLINK("http://x","y")'],
      new Date('2026-11-20T09:05:59Z'),
    ]);
    expect(second!.slice(5, 13)).toEqual([
      ...['-3,5', 15, 'Gesundheitsförderung', 30, 12, null, 'Draußen', 'Zwei\nZeilen; "gut"'],
    ]);
    const styleOf = (cell: string) => sheet!.cells?.get(cell)?.style;
    expect(styleOf('0,0')?.font?.bold).toBe(true);
    expect(styleOf('0,13')?.font?.bold).toBe(true);
    expect(styleOf('1,1')?.font?.bold ?? false).toBe(false);
    expect(styleOf('1,0')?.numFmt).toBe('dd.mm.yyyy');
    expect(styleOf('1,13')?.numFmt).toBe('dd.mm.yyyy hh:mm');
  });

  test('of institutions has numbers, dates and words', async () => {
    const { sheets } = await readXlsx((await download('institutions.xlsx')).bytes);
    const [header, school, kita] = sheets[0]!.rows;
    const cell = (row: unknown[], title: string): unknown => row[header!.indexOf(title)];
    expect(sheets[0]!.name).toBe('Einrichtungen');
    expect(cell(kita!, 'Breitengrad')).toBe(51.5);
    expect(cell(kita!, 'Längengrad')).toBe(-7.25);
    expect(cell(kita!, 'Teilnahme seit')).toEqual(new Date('2025-08-01T00:00:00Z'));
    expect(cell(kita!, 'Telefon')).toBe('+49 2323 1');
    expect(cell(kita!, 'Familienzentrum')).toBe('ja');
    expect(cell(school!, 'Teilnahme')).toBe('abgebrochen');
    expect(cell(school!, 'Minuten')).toBe(90);
    expect(cell(school!, 'Coach')).toBeNull();
  });
});

describe('the sheet "Filter"', () => {
  test('says what is in the file, as of when, with which filter and how many', async () => {
    const filter = `districtId=${ids['north']}&kind=kita&familyCentre=true&focusArea=active_learning&from=2026-08-01`;
    const { sheets } = await readXlsx((await download(`activities.xlsx?schoolYear=2026&${filter}`)).bytes);
    expect(sheets[1]).toMatchObject({ name: 'Filter' });
    expect(sheets[1]!.rows).toEqual([
      ['Angabe', 'Inhalt'],
      ['Inhalt', 'Aktivitäten'],
      ['Stand der Daten', '22.11.2026, 00:30 Uhr'],
      ['Kita-/Schuljahr', '2026/27'],
      ['Von', '01.08.2026'],
      ['Stadtbezirk', 'Nord'],
      ['Art', 'Kita'],
      ['Familienzentrum', 'ja'],
      ['Schwerpunkt', 'Bewegtes Lernen'],
      ['Anzahl der Zeilen', 2],
      ['Quelle', 'Olympia ruft – Mach mit!'],
    ]);
  });

  test('names the year that the figures of institutions are of, and no house that the asker may not see', async () => {
    const year = await readXlsx((await download('institutions.xlsx')).bytes);
    expect(year.sheets[1]!.rows).toContainEqual(['Kita-/Schuljahr', '2026/27']);
    const foreign = await download(`activities.xlsx?institutionId=${ids['farKita']}`);
    const { sheets } = await readXlsx(foreign.bytes);
    expect(sheets[1]!.rows).toContainEqual(['Einrichtung', 'nicht bekannt']);
    expect(sheets[1]!.rows).toContainEqual(['Anzahl der Zeilen', 0]);
  });

  test('says so where nothing was asked for', async () => {
    const { sheets } = await readXlsx((await download('activities.xlsx')).bytes);
    expect(sheets[1]!.rows[3]![0]).toBe('Filter');
    expect(sheets[1]!.rows[4]).toEqual(['Anzahl der Zeilen', 5]);
  });
});

describe('a file holds what the list shows', () => {
  const FILTERS: [string, () => string][] = [
    ['everything', () => ''],
    ['a school year', () => 'schoolYear=2025'],
    ['a house', () => `institutionId=${ids['school']}`],
    ['a group', () => `groupId=${ids['bears']}`],
    ['a time', () => 'from=2026-09-01&to=2026-11-19'],
    ['a focus area', () => 'focusArea=health_promotion'],
    ['a kind', () => 'kind=school'],
    ['a provider', () => 'providerKind=protestant&familyCentre=true'],
    ['a social index', () => 'socialIndexGroup=7-9'],
    ['a search', () => 'q=muhle'],
    ["a search with signs of SQL: ', \\ and %", () => `q=${encodeURIComponent("'; \\' or 1=1 --%")}`],
    ['another municipality', () => `municipalityId=${ids['far']}`],
  ];

  test.each(FILTERS)('activities of %s', async (_, filter) => {
    const answer = await signedIn(app, people['coordinator']!).get<ActivityListDto>(
      `/api/activities?${filter()}`,
    );
    expect(answer.status).toBe(200);
    const listed = answer.json.items.map(({ id }) => id);
    const text = await csv(`activities.csv?form=machine&${filter()}`);
    const held = text.match(/^[0-9a-f-]{36}(?=,)/gm) ?? [];
    expect(held).toEqual(listed);
    expect(text).not.toContain('KANARIENVOGEL');
  });

  test.each([
    '',
    'participation=yes',
    'participation=no',
    'participation=cancelled',
    'archived=true',
    'sort=-name',
    'q=zu',
  ])('institutions by "%s"', async (filter) => {
    const answer = await signedIn(app, people['coordinator']!).get<InstitutionListDto>(
      `/api/institutions?${filter}`,
    );
    const listed = answer.json.items.map(({ id }) => id);
    expect(await column(`institutions.csv?form=machine&${filter}`, 0)).toEqual(listed);
  });

  test.each(['all', 'participating', 'active', 'inactive', 'quiet'])(
    'institutions behind "%s"',
    async (show) => {
      app.clock.standAt('2026-12-22T11:00:00Z');
      const client = signedIn(app, people['coordinator']!);
      const answer = await client.get<OverviewInstitutionListDto>(`/api/overview/institutions?show=${show}`);
      const listed = answer.json.items.map(({ institutionId }) => institutionId);
      expect(await column(`institutions.csv?form=machine&show=${show}`, 0)).toEqual(listed);
    },
  );
});

describe('scope', () => {
  test('another municipality gets nothing of this one, by whatever filter', async () => {
    for (const filter of ['', `municipalityId=${ids['here']}`, `institutionId=${ids['kita']}`, 'q=Kita']) {
      const activities = await csv(`activities.csv?form=machine&${filter}`, 'farCoordinator');
      expect(activities).not.toMatch(/Kita M|cker|Musterstadt/);
    }
    expect(await csv('institutions.csv', 'farCoordinator')).not.toMatch(/Kita M|cker|Musterstadt/);
    expect(await csv('institutions.csv')).not.toContain('KANARIENVOGEL');
    expect(await column('institutions.csv?form=machine', 1, 'programmeLead')).toHaveLength(3);
  });

  test('the lead takes away the own house, the coach the assigned one', async () => {
    for (const who of ['lead', 'coach']) {
      const houses = await column('activities.csv?form=machine&to=2026-11-18', 5, who);
      expect(houses).toEqual(['Kita Mühle', 'Kita Mühle']);
    }
  });

  test('the administrator gets institutions, with figures empty instead of zero', async () => {
    const [header, ...rows] = (await csv('institutions.csv', 'administrator')).trimEnd().split('\r\n');
    expect(header).toMatch(/Gruppen;Aktive Gruppen;.*Tage ohne Aktivität$/);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/;2026\/27;;;;;;;;$/);
  });

  test('who coordinates here and leads a house elsewhere gets what the list shows, and figures of here', async () => {
    const [, ...rows] = (await csv('institutions.csv', 'both')).trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(';')[0])).toEqual(['Äckerschule', 'KANARIENVOGEL Fern', 'Kita Mühle']);
    expect(rows[1]).toMatch(/;2026\/27;;;;;;;;$/);
    expect(await csv('institutions.csv?show=all', 'both')).not.toContain('KANARIENVOGEL');
  });

  test.each([
    ['activities.xlsx', 'administrator', 403],
    ['institutions.csv', 'lead', 403],
    ['institutions.xlsx', 'coach', 403],
    ['institutions.csv', 'educator', 403],
    ['activities.csv?form=parquet', 'coordinator', 400],
    ['activities.csv?limit=5', 'coordinator', 400],
    ['institutions.csv?show=some', 'coordinator', 400],
    ['institutions.xlsx?sort=name;drop', 'coordinator', 400],
  ])('%s for %s: %i', async (file, who, status) => {
    const answer = await download(file, who);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  test('signed out: 401', async () => {
    expect((await app.client().get('/api/exports/activities.csv')).status).toBe(401);
  });
});

test('who takes a file away is in the audit trail, with the names of the filters and nothing else', async () => {
  const since = new Date();
  await download('activities.csv?schoolYear=2026&q=geheim');
  await download('institutions.xlsx', 'administrator');
  await download('institutions.csv', 'lead');
  const events = await rowsOf(
    db,
    `select action, object_type, actor_id, chain, fields from audit_events where action like '%.export' and at >= $1 order by at`,
    [since],
  );
  const [first, second] = [people['coordinator']!.id, people['administrator']!.id];
  expect(events).toEqual([
    {
      ...{ action: 'activity.export', object_type: 'export', actor_id: first, chain: first },
      fields: ['schoolYear', 'q'],
    },
    { action: 'institution.export', object_type: 'export', actor_id: second, chain: second, fields: [] },
  ]);
});
