import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { AttentionDto } from '../../src/reporting/attention/attention.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect } from '../support/rows.js';
import { Town } from '../support/town.js';

/* What needs attention on Friday, 20 November 2026, each matter made by hand on both sides of its edge. */

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
  await buildContacts();
  await buildBookings();
  await buildTrainings();
  people['coordinator'] = await town.person('Koordination', [
    ['coordinator', { municipalityId: ids['here'] }],
  ]);
  people['elsewhere'] = await town.person('Fern', [['coordinator', { municipalityId: ids['there'] }]]);
  people['programmeLead'] = await town.person('Programm', [['programme_lead']]);
  app = await startApp(database.runtime);
  app.clock.standAt('2026-11-20T11:00:00Z');
});

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

async function buildHouses(): Promise<void> {
  const here = (ids['here'] = await town.municipality('Musterstadt', '05999001'));
  const north = (ids['north'] = await town.district(here, 'Nord', 1));
  ids['south'] = await town.district(here, 'Süd', 2);
  const reached = { contactName: 'Ute Ahorn', phone: '02323 1', email: 'ahorn@example.org' };
  ids['ahorn'] = await town.house(here, north, 'Kita Ahorn', reached);
  ids['birke'] = await town.house(here, ids['south'], 'Grundschule Birke', { kind: 'school' });
  ids['closed'] = await town.house(here, north, 'Kita Alt', { archivedAt: '2026-11-01T10:00:00Z' });
  ids['there'] = await town.municipality('Fernstadt', '05999002');
  ids['fern'] = await town.house(ids['there'], await town.district(ids['there'], 'Mitte', 1), 'Kita Fern');
  for (const house of ['ahorn', 'birke', 'fern']) await town.participation(ids[house]!, '2026-09-01');
  const group = await town.group(ids['ahorn'], 'Igel', 20);
  await town.activity(ids['ahorn'], group, '2026-11-19', 30);
}

async function buildContacts(): Promise<void> {
  const coachId = (await town.person('Coach', [])).id;
  const agreed = (house: string, nextStepDue: string | null, more: object = {}): Promise<string> =>
    town.insert('coach_contacts', {
      ...{
        institutionId: ids[house],
        coachId,
        state: 'held',
        way: 'phone',
        heldOn: '2026-10-01',
        minutes: 30,
      },
      ...{ nextStep: `Material nach ${house}`, nextStepDue, ...more },
    });
  ids['due'] = await agreed('ahorn', '2026-11-19');
  ids['dueLonger'] = await agreed('birke', '2026-10-20', { state: 'planned', minutes: null });
  await agreed('ahorn', '2026-11-20'); // due today
  await agreed('ahorn', null);
  await agreed('ahorn', '2026-11-01', { nextStepDoneOn: '2026-11-10' });
  await agreed('ahorn', '2026-11-01', { state: 'cancelled', minutes: null });
  await agreed('closed', '2026-11-01');
  ids['dueFar'] = await agreed('fern', '2026-11-01');
}

async function buildBookings(): Promise<void> {
  const kind = { focusArea: 'active_learning', audience: 'parents', format: 'talk' };
  const moduleId = await town.insert('modules', { title: 'Elternabend', ...kind });
  const chosen = (house: string, createdAt: string, more: object = {}): Promise<string> =>
    town.insert('module_bookings', {
      institutionId: ids[house],
      moduleId,
      state: 'wished',
      createdAt,
      ...more,
    });
  ids['wish'] = await chosen('ahorn', '2026-10-22T10:00:00Z'); // 29 days
  await chosen('ahorn', '2026-10-23T10:00:00Z'); // 28 days
  ids['soon'] = await chosen('birke', '2026-09-01T10:00:00Z', { wishedFrom: '2026-12-18' });
  await chosen('birke', '2026-09-01T10:00:00Z', { wishedFrom: '2026-12-19' }); // in 29 days
  const planned = { state: 'planned' };
  ids['passed'] = await chosen('ahorn', '2026-09-01T10:00:00Z', { ...planned, plannedOn: '2026-11-19' });
  await chosen('ahorn', '2026-09-01T10:00:00Z', { ...planned, plannedOn: '2026-11-20' });
  const done = { deliveredOn: '2026-11-02', plannedOn: '2026-11-02', minutes: 60 };
  await chosen('ahorn', '2026-09-01T10:00:00Z', { state: 'delivered', ...done });
  ids['wishFar'] = await chosen('fern', '2026-09-01T10:00:00Z');
}

async function buildTrainings(): Promise<void> {
  const training = async (title: string, days: string[], more: object = {}): Promise<void> => {
    const row = { title, focusArea: 'active_learning', capacity: 10, confirmed: 3, state: 'open' };
    const id = await town.insert('trainings', { municipalityId: ids['here'], ...row, ...more });
    for (const heldOn of days)
      await town.insert('training_sessions', { trainingId: id, heldOn, startsAt: '14:00', endsAt: '17:00' });
  };
  await training('Heute', ['2026-11-20'], { state: 'closed' });
  await training('In zwei Wochen', ['2026-12-04', '2026-12-11'], { registerUntil: '2026-12-01' });
  await training('In fünfzehn Tagen', ['2026-12-05']);
  await training('Schon begonnen', ['2026-11-19', '2026-11-26']);
  await training('Voll genug', ['2026-11-27'], { confirmed: 4 });
  await training('Entwurf', ['2026-11-27'], { state: 'draft' });
  await training('Ohne Termin', []);
  await training('Nur Schulen im Süden', ['2026-11-30'], { kinds: ['school'], districtIds: [ids['south']] });
  await training('Anderswo', ['2026-11-27'], { municipalityId: ids['there'] });
}

async function attention(who: string, query = ''): Promise<AttentionDto> {
  const answer = await signedIn(app, people[who]!).get<AttentionDto>(`/api/reports/attention?${query}`);
  expect(answer.status).toBe(200);
  return answer.json;
}

const idsOf = (matter: { items: { id: string }[] }): string[] => matter.items.map(({ id }) => id);
const titlesOf = ({ trainings }: AttentionDto): string[] => trainings.items.map(({ title }) => title);

test('next steps are overdue from the day after, longest first, with how to reach the house', async () => {
  const { steps, today } = await attention('coordinator');
  expect(today).toBe('2026-11-20');
  expect(steps.count).toBe(2);
  expect(steps.items).toMatchObject([
    { id: ids['dueLonger'], institutionName: 'Grundschule Birke', dueOn: '2026-10-20', daysOverdue: 31 },
    {
      ...{
        id: ids['due'],
        institutionId: ids['ahorn'],
        districtName: 'Nord',
        nextStep: 'Material nach ahorn',
      },
      ...{ contactName: 'Ute Ahorn', phone: '02323 1', email: 'ahorn@example.org', daysOverdue: 1 },
    },
  ]);
});

test('modules wait when wished for more than four weeks and not for later, or when their day has passed', async () => {
  const { bookings } = await attention('coordinator');
  expect(bookings).toMatchObject({ count: 3, wishDays: 28 });
  expect(bookings.items).toMatchObject([
    { id: ids['soon'], state: 'wished', since: '2026-09-01', daysWaiting: 80, moduleTitle: 'Elternabend' },
    { id: ids['wish'], state: 'wished', since: '2026-10-22', daysWaiting: 29, audience: 'parents' },
    { id: ids['passed'], state: 'planned', since: '2026-11-19', daysWaiting: 1 },
  ]);
});

test('trainings are nearly empty with fewer than two in five seats taken, two weeks before they begin', async () => {
  const answer = await attention('coordinator');
  expect(titlesOf(answer)).toEqual(['Heute', 'Nur Schulen im Süden', 'In zwei Wochen']);
  expect(answer.trainings).toMatchObject({ count: 3, withinDays: 14, belowShare: 0.4 });
  expect(answer.trainings.items.at(-1)).toMatchObject({
    ...{ startsOn: '2026-12-04', daysUntil: 14, capacity: 10, confirmed: 3, registerBy: '2026-12-01' },
  });
});

test('the quiet houses are those of the overview', async () => {
  const { quiet } = await attention('coordinator');
  expect(quiet).toMatchObject({ count: 1, items: [{ name: 'Grundschule Birke' }] });
  const overview = await signedIn(app, people['coordinator']!).get('/api/overview');
  expect(quiet).toEqual(overview.json['quiet']);
});

test('the filter narrows all of it; of a training it asks for whom it is', async () => {
  const kitas = await attention('coordinator', `kind=kita&districtId=${ids['north']}`);
  expect(idsOf(kitas.steps)).toEqual([ids['due']]);
  expect(idsOf(kitas.bookings)).toEqual([ids['wish'], ids['passed']]);
  expect([kitas.quiet.count, titlesOf(kitas)]).toEqual([0, ['Heute', 'In zwei Wochen']]);
});

test('another city is another matter, and the programme lead sees both', async () => {
  const there = await attention('elsewhere');
  expect([idsOf(there.steps), idsOf(there.bookings)]).toEqual([[ids['dueFar']], [ids['wishFar']]]);
  expect([there.quiet.items.map(({ name }) => name), titlesOf(there)]).toEqual([['Kita Fern'], ['Anderswo']]);
  const both = await attention('programmeLead');
  expect([both.steps.count, both.bookings.count, both.quiet.count]).toEqual([3, 4, 2]);
  expect(await attention('coordinator', `municipalityId=${ids['there']}`)).toMatchObject({
    ...{ steps: { count: 0 }, bookings: { count: 0 }, trainings: { count: 0 }, quiet: { count: 0 } },
  });
});

test('more than ten are counted, and the ten most urgent named', async () => {
  for (let day = 10; day < 20; day += 1)
    await town.insert('coach_contacts', {
      ...{ institutionId: ids['fern'], coachId: people['elsewhere']!.id, state: 'held', way: 'phone' },
      ...{ heldOn: '2026-10-01', minutes: 30, nextStep: 'Nachfragen', nextStepDue: `2026-11-${day}` },
    });
  const { steps } = await attention('elsewhere');
  expect([steps.count, steps.items.length, steps.items[0]?.dueOn]).toEqual([11, 10, '2026-11-01']);
});
