import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { HouseSheetDto, SheetFigureDto } from '../../src/reporting/house-sheet/house-sheet.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect } from '../support/rows.js';
import { Town } from '../support/town.js';

/* A Friday in November. The participations begin on Monday, 2 November: two weeks are over (from the 2nd and the 9th), one runs. */
const NOW = '2026-11-20T11:00:00Z';

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
  ids['here'] = await town.municipality('Musterstadt', '05999001');
  ids['north'] = await town.district(ids['here'], 'Nord', 1);
  await buildPeople();
  await buildHouse();
  await buildOthers();
  app = await startApp(database.runtime);
  app.clock.standAt(NOW);
});

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

async function buildPeople(): Promise<void> {
  const main = { contactName: 'Mia Muster', phone: '02323 1' };
  ids['ahorn'] = await town.house(ids['here']!, ids['north']!, 'Kita Ahorn', main);
  ids['birke'] = await town.house(ids['here']!, ids['north']!, 'Kita Birke');
  ids['far'] = await town.municipality('Fernstadt', '05999002');
  const at = (house: string) => ({ institutionId: ids[house] });
  people['lead'] = await town.person('Leitung', [['institution_lead', at('ahorn')]]);
  const both = [
    ['institution_lead', at('ahorn')],
    ['educator', at('birke')],
  ] as [string, Record<string, unknown>][];
  people['both'] = await town.person('Beides', both);
  people['coach'] = await town.person('Coach', [['coach', { municipalityId: ids['here'] }]]);
  people['formerCoach'] = await town.person('Gestern', [['coach', { municipalityId: ids['here'] }]]);
  people['coordinator'] = await town.person('Koordination', [
    ['coordinator', { municipalityId: ids['here'] }],
  ]);
  people['farCoordinator'] = await town.person('Fern', [['coordinator', { municipalityId: ids['far'] }]]);
  people['programmeLead'] = await town.person('Programm', [['programme_lead']]);
}

/** Two groups, of which one was active in one of the two weeks that are over, and entered it in time. */
async function buildHouse(): Promise<void> {
  const house = ids['ahorn']!;
  await town.participation(house, '2026-11-02');
  const bears = await town.group(house, 'Bären', 20);
  await town.group(house, 'Füchse', 12);
  await town.activity(house, bears, '2026-11-03', 30, { createdAt: '2026-11-03T10:00:00Z' });
  await town.activity(house, bears, '2026-11-04', 40, { createdAt: '2026-11-30T10:00:00Z' });
  await coached(people['formerCoach']!, '2026-11-02', '2026-11-19');
  await coached(people['coach']!, '2026-11-20', null);
  await town.insert('institution_contacts', {
    institutionId: house,
    name: 'Bo Zweite',
    function: 'Stellvertretung',
  });
  await advice('held', '2026-11-05', {
    minutes: 90,
    topics: 'Auftakt',
    nextStep: 'Material bestellen',
    nextStepDue: '2026-11-15',
  });
  await advice('planned', '2026-12-01');
  await advice('cancelled', '2026-11-10', { nextStep: 'Fällt aus' });
  const kind = { focusArea: 'active_learning', audience: 'children', format: 'workshop', usualMinutes: 60 };
  const module = await town.insert('modules', { ...kind, title: 'Ballschule' });
  await booking(module, { state: 'wished' });
  await booking(module, { state: 'planned', plannedOn: '2026-12-02' });
  await booking(module, {
    state: 'delivered',
    plannedOn: '2026-11-06',
    deliveredOn: '2026-11-06',
    minutes: 60,
  });
  await booking(module, {
    state: 'delivered',
    plannedOn: '2026-06-01',
    deliveredOn: '2026-06-01',
    minutes: 60,
  });
  await booking(module, { state: 'cancelled', cancelledOn: '2026-11-07', cancelReason: 'Krank' });
}

/** A second house, so that the city's figures are not the house's. */
async function buildOthers(): Promise<void> {
  await town.participation(ids['birke']!, '2026-11-02');
  await town.group(ids['birke']!, 'Sterne', 30);
}

async function coached(person: Person, firstDay: string, lastDay: string | null): Promise<void> {
  await town.insert('coach_assignments', {
    institutionId: ids['ahorn'],
    accountId: person.id,
    firstDay,
    lastDay,
  });
}

async function advice(state: string, heldOn: string, more: object = {}): Promise<void> {
  const row = { institutionId: ids['ahorn'], coachId: people['formerCoach']!.id, way: 'on_site' };
  await town.insert('coach_contacts', { ...row, state, heldOn, ...more });
}

async function booking(moduleId: string, more: object): Promise<void> {
  await town.insert('module_bookings', { institutionId: ids['ahorn'], moduleId, ...more });
}

function ask(who: string, house = 'ahorn'): Promise<Answer<HouseSheetDto>> {
  return signedIn(app, people[who]!).get<HouseSheetDto>(`/api/institutions/${ids[house]}/sheet`);
}

const figure = ({ json }: Answer<HouseSheetDto>, code: string): SheetFigureDto | undefined =>
  json.figures.find(({ definition }) => definition.code === code);

describe('the sheet of a house', () => {
  test('says what the house is, whom to ask, and which groups it has', async () => {
    const { json } = await ask('coordinator');
    expect(json).toMatchObject({ municipalityName: 'Musterstadt', lastActivityOn: '2026-11-04' });
    expect(json.period).toMatchObject({ schoolYear: 2026, asOf: '2026-11-20' });
    expect(json.institution).toMatchObject({
      name: 'Kita Ahorn',
      contactName: 'Mia Muster',
      districtName: 'Nord',
    });
    expect(json.institution.participation?.coach?.name).toBe('Coach');
    expect(json.contacts.map(({ name }) => name)).toEqual(['Bo Zweite']);
    expect(json.groups).toEqual([
      { name: 'Bären', size: 20, activities: 2 },
      { name: 'Füchse', size: 12, activities: 0 },
    ]);
  });

  test('has the figures of the running year beside those of the city', async () => {
    const answer = await ask('coordinator');
    expect(figure(answer, 'groups_reached')).toMatchObject({
      own: { numerator: 1, denominator: 2, value: 0.5 },
      city: { numerator: 1, denominator: 3 },
    });
    expect(figure(answer, 'weeks_reported')).toMatchObject({
      own: { numerator: 1, denominator: 2 },
      city: { numerator: 1, denominator: 4 },
    });
    expect(figure(answer, 'contacts_per_institution')).toMatchObject({
      own: { numerator: 1, denominator: 1 },
      city: { numerator: 1, denominator: 2 },
    });
    // Two houses do not make twice as many of one: a count is the house's own.
    expect(figure(answer, 'activities')).toMatchObject({ own: { value: 2 }, city: null });
    expect(answer.json.months).toEqual([{ month: '2026-11', expected: 2, reported: 1, onTime: 1 }]);
  });

  test('has the modules of this year and those to come, and what was agreed', async () => {
    const { json } = await ask('coordinator');
    expect(json.bookings.map(({ state, day }) => [state, day])).toEqual([
      ['delivered', '2026-11-06'],
      ['planned', '2026-12-02'],
      ['wished', null],
    ]);
    expect(json.bookings[0]!.title).toBe('Ballschule');
    expect(json.advice.map(({ heldOn, topics }) => [heldOn, topics])).toEqual([['2026-11-05', 'Auftakt']]);
    expect(json.nextAdvice?.heldOn).toBe('2026-12-01');
    expect(json.openSteps.map(({ nextStep, nextStepDue }) => [nextStep, nextStepDue])).toEqual([
      ['Material bestellen', '2026-11-15'],
    ]);
  });
});

describe('nobody sees there what they do not see elsewhere', () => {
  test.each(['lead', 'coach'])('%s: the house’s own figures, and none of the city', async (who) => {
    const answer = await ask(who);
    expect(answer.status).toBe(200);
    expect(figure(answer, 'weeks_reported')?.own).toMatchObject({ numerator: 1, denominator: 2 });
    expect(answer.json.figures.every(({ city }) => city === null)).toBe(true);
    expect(answer.json.months).toHaveLength(1);
  });

  test('the programme lead sees both', async () => {
    expect(figure(await ask('programmeLead'), 'weeks_reported')?.city).toMatchObject({ denominator: 4 });
  });

  test('the name of a coach is for those who may read it in the list of contacts, too', async () => {
    for (const who of ['lead', 'coach', 'coordinator', 'programmeLead']) {
      const { json } = await ask(who);
      const list = await signedIn(app, people[who]!).get<{ items: { coachName: string | null }[] }>(
        `/api/coach-contacts?institutionId=${ids['ahorn']}&state=held`,
      );
      expect([who, json.advice[0]?.coachName]).toEqual([who, list.json.items[0]?.coachName]);
    }
  });

  test.each([
    ['lead', 'birke'],
    ['coach', 'birke'],
    // On the staff of it, which is not enough for what was agreed with the coach.
    ['both', 'birke'],
    ['formerCoach', 'ahorn'],
    ['farCoordinator', 'ahorn'],
  ])('%s gets nothing of %s', async (who, house) => {
    expect((await ask(who, house)).status).toBe(404);
  });
});
