import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { CompletenessDto } from '../../src/reporting/completeness/completeness.dto.js';
import type { ReminderPreviewDto, RemindersDto } from '../../src/reporting/completeness/reminder.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';
import { Town } from '../support/town.js';

/* A Friday. School began on 2 September; autumn holidays from 17 to 31 October. */
const NOW = '2026-11-20T11:00:00Z';

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let town: Town;
let coordinator: Person;
let programmeLead: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = new Town(db);
  const here = (ids['here'] = await town.municipality('Musterstadt', '05999001'));
  ids['north'] = await town.district(here, 'Nord', 1);
  ids['south'] = await town.district(here, 'Süd', 2);
  const far = await town.municipality('Fernstadt', '05999002');
  await buildSonne(here);
  await buildOthers(here);
  ids['fern'] = await town.house(far, await town.district(far, 'Mitte', 1), 'Kita Fern');
  await town.participation(ids['fern'], '2026-08-01');
  coordinator = await town.person('Koordination', [['coordinator', { municipalityId: here }]]);
  programmeLead = await town.person('Programm', [['programme_lead']]);
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

/** Joined on 14 September and was closed from 5 to 9 October: weeks of 14 and 21 September, 28 September, 12 October, 2 and 9 November. */
async function buildSonne(here: string): Promise<void> {
  const id = (ids['sonne'] = await town.house(here, ids['south']!, 'Kita Sonne', {
    email: 'haus@example.org',
  }));
  await town.participation(id, '2026-09-14');
  await town.insert('closing_days', {
    ...{ institutionId: id, firstDay: '2026-10-05', lastDay: '2026-10-09', reason: 'Umbau' },
  });
  const group = await town.group(id, 'Bären', 20);
  const held = (day: string, createdAt: string, more = {}): Promise<string> =>
    town.activity(id, group, day, 30, { createdAt, ...more });
  // A Sunday, entered on the last day that is on time, late in the evening.
  await held('2026-09-20', '2026-09-27T21:30:00Z');
  // Of a week that began in September and belongs to October; entered a day too late.
  await held('2026-09-30', '2026-10-11T22:30:00Z');
  await held('2026-10-20', '2026-10-20T10:00:00Z');
  await held('2026-11-05', '2026-11-05T10:00:00Z', { deletedAt: '2026-11-06T10:00:00Z' });
  // The week is not over.
  await held('2026-11-17', '2026-11-17T10:00:00Z');
}

async function buildOthers(here: string): Promise<void> {
  // Joined on a Wednesday: what is left of the week counts.
  const mond = (ids['mond'] = await town.house(here, ids['north']!, 'Kita Mond'));
  await town.participation(mond, '2026-11-04');
  const group = await town.group(mond, 'Igel', 10);
  await town.activity(mond, group, '2026-11-10', 45, { createdAt: '2026-11-10T10:00:00Z' });
  ids['stern'] = await town.house(here, ids['south']!, 'Kita Stern');
  await town.participation(ids['stern'], '2026-11-16');
  await town.house(here, ids['south']!, 'Kita Ohne');
}

const get = async (query = '', person = coordinator): Promise<CompletenessDto> =>
  (await signedIn(app, person).get<CompletenessDto>(`/api/reports/completeness${query}`)).json;
const names = ({ items }: CompletenessDto): string[] => items.map(({ name }) => name);

describe('how completely houses report', () => {
  test('weeks without a day of school or Kita are not expected; late is not on time', async () => {
    const answer = await get();
    expect(answer.items[1]).toEqual({
      ...{ institutionId: ids['sonne'], name: 'Kita Sonne', kind: 'kita', districtName: 'Süd' },
      ...{ expected: 6, reported: 2, onTime: 1, remindedOn: null },
      months: [
        { month: '2026-09', expected: 2, reported: 1, onTime: 1 },
        { month: '2026-10', expected: 2, reported: 1, onTime: 0 },
        { month: '2026-11', expected: 2, reported: 0, onTime: 0 },
      ],
    });
    expect(answer.items[0]).toMatchObject({ name: 'Kita Mond', expected: 2, reported: 1, onTime: 1 });
    expect(answer.items[2]).toMatchObject({ name: 'Kita Stern', expected: 0, reported: 0, months: [] });
  });

  test('the months of all houses together, whatever page is shown', async () => {
    const { houses, total, months, items } = await get('?limit=1');
    expect([houses, items.length, total]).toEqual([3, 1, { expected: 8, reported: 3, onTime: 2 }]);
    expect(months.at(-1)).toEqual({ month: '2026-11', expected: 4, reported: 1, onTime: 1 });
  });

  test('a past year and an empty selection', async () => {
    expect(await get('?schoolYear=2024')).toMatchObject({ houses: 0, months: [], items: [] });
    expect(names(await get(`?districtId=${ids['north']}`))).toEqual(['Kita Mond']);
  });

  test.each([
    ['name', ['Kita Mond', 'Kita Sonne', 'Kita Stern']],
    ['-name', ['Kita Stern', 'Kita Sonne', 'Kita Mond']],
    ['rate', ['Kita Sonne', 'Kita Mond', 'Kita Stern']],
    ['-rate', ['Kita Mond', 'Kita Sonne', 'Kita Stern']],
    ['district', ['Kita Mond', 'Kita Sonne', 'Kita Stern']],
    ['-district', ['Kita Stern', 'Kita Sonne', 'Kita Mond']],
  ])('by %s, page by page', async (sort, expected) => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await get(`?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`);
      found.push(...names(page));
      cursor = page.next;
    }
    expect(found).toEqual(expected);
  });

  test('everybody sees their own reach', async () => {
    expect(names(await get('', programmeLead))).toEqual([
      'Kita Fern',
      'Kita Mond',
      'Kita Sonne',
      'Kita Stern',
    ]);
  });
});

describe('a reminder', () => {
  const post = (path: string, body: object): Promise<Answer> =>
    signedIn(app, coordinator).send('POST', `/api/reminders${path}`, { body });
  const houses = (): string[] => ['sonne', 'mond', 'stern'].map((key) => ids[key]!);

  test('tells before who gets it, who cannot and why, and shows the letter', async () => {
    const { json } = await post('/preview', { institutionIds: houses(), note: 'Bitte bis Freitag.' });
    const { items, letter } = json as unknown as ReminderPreviewDto;
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['Kita Mond', 'no_address'],
      ['Kita Sonne', 'ready'],
      ['Kita Stern', 'complete'],
    ]);
    expect(items[1]?.recipients).toEqual([{ name: null, address: 'haus@example.org' }]);
    expect(letter?.subject).toBe('Aktivitäten nachtragen: Kita Sonne');
    expect(letter?.text).toContain('bisher aus 2 von 6 Wochen eine Aktivität');
    expect(letter?.text).toContain('– September: 1 von 2 Wochen eingetragen\n– Oktober: 1 von 2');
    expect(letter?.text).toContain('Koordination schreibt dazu:\nBitte bis Freitag.');
    expect(await rowsOf(db, 'select 1 from activity_reminders')).toEqual([]);
  });

  test('goes to the leads, once in seven days even if two send it at once, and the trail knows', async () => {
    const at = { institutionId: ids['mond'] };
    await town.person('Lena', [['institution_lead', at]]);
    const gone = await town.person('Fort', [['institution_lead', at]]);
    await db.query('update accounts set disabled_at = now() where id = $1', [gone.id]);
    const body = { institutionIds: houses() };
    const answers = await Promise.all([post('', body), post('', body)]);
    const states = answers.map(({ json }) =>
      (json as unknown as RemindersDto).items.map(({ state }) => state),
    );
    expect(states.sort()).toEqual([
      ['ready', 'ready', 'complete'],
      ['recent', 'recent', 'complete'],
    ]);
    const letters = await rowsOf(
      db,
      'select recipient_address as address, state, kind from mail_outbox order by recipient_address',
    );
    const kind = { state: 'not_configured', kind: 'activity_reminder' };
    expect(letters).toEqual([
      { address: 'haus@example.org', ...kind },
      { address: 'lena@example.org', ...kind },
    ]);
    const trail = await rowsOf(db, `select object_id from audit_events where action = 'institution.remind'`);
    expect(trail).toHaveLength(2);
    expect((await get()).items[1]?.remindedOn).toBe('2026-11-20');
  });

  test('may go out again after seven days', async () => {
    app.clock.standAt('2026-11-26T11:00:00Z');
    const sonne = { institutionIds: [ids['sonne']] };
    expect((await post('/preview', sonne)).json).toMatchObject({ items: [{ state: 'recent' }] });
    app.clock.standAt('2026-11-27T11:00:00Z');
    expect((await post('/preview', sonne)).json).toMatchObject({ items: [{ state: 'ready' }] });
  });

  test('of a house that is not the own city’s does not exist', async () => {
    const { status, json } = await post('', { institutionIds: [ids['sonne'], ids['fern']] });
    expect([status, json['code'], json['field']]).toEqual([404, 'not_found', 'institutionIds']);
  });
});
