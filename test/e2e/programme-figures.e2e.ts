import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { ProgrammeFiguresDto, TrainedHouseListDto } from '../../src/reporting/overview/programme.dto.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, signedIn } from '../support/city.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect } from '../support/rows.js';
import { Town } from '../support/town.js';

/* What the programme did, counted in one's head: Kita Ahorn and Grundschule Birke take part in Musterstadt, Kita Fern elsewhere. */

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
  await buildProgramme();
  await buildTrainings();
  const at = { municipalityId: ids['here'] };
  people['coordinator'] = await town.person('Koordination', [['coordinator', at]]);
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
  ids['ahorn'] = await town.house(here, north, 'Kita Ahorn');
  ids['birke'] = await town.house(here, ids['south'], 'Grundschule Birke', { kind: 'school' });
  ids['other'] = await town.house(here, north, 'Kita Ohne');
  await town.participation(ids['ahorn'], '2025-09-01');
  await town.participation(ids['birke'], '2026-09-01');
  const far = (ids['farTown'] = await town.municipality('Fernstadt', '05999002'));
  ids['fern'] = await town.house(far, await town.district(far, 'Mitte', 1), 'Kita Fern');
  await town.participation(ids['fern'], '2025-09-01');
}

async function buildProgramme(): Promise<void> {
  const coachId = (await town.person('Coach', [])).id;
  const contact = (house: string, heldOn: string, state: string, minutes: number | null): Promise<string> =>
    town.insert('coach_contacts', {
      institutionId: ids[house],
      coachId,
      way: 'phone',
      heldOn,
      state,
      minutes,
    });
  await contact('ahorn', '2026-07-31', 'held', 60); // the year before
  await contact('ahorn', '2026-08-01', 'held', 30);
  await contact('birke', '2026-11-20', 'held', 45);
  await contact('ahorn', '2026-11-10', 'cancelled', null);
  await contact('ahorn', '2026-11-25', 'planned', null);
  await contact('fern', '2026-11-10', 'held', 100);

  const module = (format: string): Promise<string> =>
    town.insert('modules', { title: format, focusArea: 'active_learning', audience: 'parents', format });
  const [workshop, talk] = [await module('workshop'), await module('talk')];
  const booked = (house: string, moduleId: string, plannedOn: string | null, more: object): Promise<string> =>
    town.insert('module_bookings', { institutionId: ids[house], moduleId, plannedOn, ...more });
  const delivered = (deliveredOn: string, more: object = {}): object => ({
    ...{ state: 'delivered', deliveredOn, minutes: 60, ...more },
  });
  const cancelled = { state: 'cancelled', cancelledOn: '2026-10-01', cancelReason: 'krank' };
  await booked('ahorn', workshop, '2026-09-01', delivered('2026-09-01'));
  await booked('birke', talk, '2026-10-01', delivered('2026-10-08', { parents: 12 }));
  await booked('ahorn', talk, '2026-07-01', delivered('2026-07-01', { parents: 99 }));
  await booked('birke', workshop, '2026-10-05', cancelled);
  await booked('ahorn', workshop, null, cancelled); // was never planned
  await booked('ahorn', workshop, '2026-11-19', { state: 'planned' }); // its day has come
  await booked('ahorn', workshop, '2026-11-21', { state: 'planned' });
  await booked('ahorn', workshop, null, { state: 'wished' });
  await booked('fern', talk, '2026-10-01', delivered('2026-10-01', { parents: 40 }));
}

async function staff(name: string, houses: string[], more: object = {}): Promise<string> {
  const [first] = houses;
  const id = await town.insert('staff_members', { institutionId: ids[first!], name, function: 'educator' });
  for (const house of houses)
    await town.insert('staff_positions', { institutionId: ids[house], staffMemberId: id, ...more });
  return id;
}

/** One session of 180 minutes on each of the days. */
async function training(municipality: string, days: string[]): Promise<{ id: string; sessions: string[] }> {
  const row = { title: 'Bewegte Pause', focusArea: 'active_learning', capacity: 20, state: 'completed' };
  const id = await town.insert('trainings', { municipalityId: ids[municipality], ...row });
  const sessions = [];
  for (const heldOn of days) {
    const times = { heldOn, startsAt: '14:00', endsAt: '17:15', breakMinutes: 15 };
    sessions.push(await town.insert('training_sessions', { trainingId: id, ...times }));
  }
  return { id, sessions };
}

let arrivals = 0;
async function attended(
  house: string,
  staffMemberId: string,
  { id: trainingId, sessions }: { id: string; sessions: string[] },
  minutes: number[],
): Promise<void> {
  const institutionId = ids[house];
  const place = { state: 'confirmed', arrival: ++arrivals };
  const registrationId = await town.insert('training_registrations', {
    ...{ institutionId, trainingId, staffMemberId, ...place },
  });
  for (const [i, sessionId] of sessions.entries()) {
    const mark = { state: minutes[i]! > 0 ? 'present' : 'absent', minutes: minutes[i] };
    await town.insert('training_attendances', { institutionId, registrationId, sessionId, ...mark });
  }
}

async function buildTrainings(): Promise<void> {
  const [anna, bert, cem] = [
    await staff('Anna', ['ahorn', 'birke']),
    await staff('Bert', ['ahorn']),
    await staff('Cem', ['birke']),
  ];
  await staff('Dora', ['ahorn'], { until: '2026-10-31' });
  await staff('Emil', ['other']);
  const fern = await staff('Fee', ['fern']);
  const old = await training('here', ['2026-06-10']);
  const two = await training('here', ['2026-09-10', '2026-09-17']);
  await training('here', ['2026-10-01']); // nobody came
  await attended('ahorn', anna, old, [180]);
  await attended('ahorn', anna, two, [180, 0]);
  await attended('ahorn', bert, two, [180, 0]);
  await attended('birke', cem, two, [90, 80]);
  await attended('fern', fern, await training('farTown', ['2026-09-10']), [180]);
}

async function figures(who: string, query = ''): Promise<ProgrammeFiguresDto> {
  const answer = await signedIn(app, people[who]!).get<ProgrammeFiguresDto>(
    `/api/overview/programme?${query}`,
  );
  expect(answer.status).toBe(200);
  return answer.json;
}

test('talks with the coach are those that took place in the year', async () => {
  expect((await figures('coordinator')).contacts).toEqual({ held: 2, minutes: 75, institutions: 2 });
  const before = await figures('coordinator', 'schoolYear=2025');
  expect(before.contacts).toEqual({ held: 1, minutes: 60, institutions: 1 });
});

test('modules are counted by format when delivered, with the parents who came', async () => {
  const { formats } = await figures('coordinator');
  expect(formats).toHaveLength(9);
  expect(formats.filter(({ delivered }) => delivered > 0)).toEqual([
    { format: 'workshop', delivered: 1, parents: 0 },
    { format: 'talk', delivered: 1, parents: 12 },
  ]);
});

test('of the planned modules those count whose day has come', async () => {
  expect((await figures('coordinator')).modules).toEqual({ planned: 4, delivered: 2 });
  expect((await figures('coordinator', `districtId=${ids['south']}`)).modules).toEqual({
    planned: 2,
    delivered: 1,
  });
});

test('trainings are those that somebody attended, and people are counted once', async () => {
  expect((await figures('coordinator')).trainings).toEqual({ held: 1, people: 3, minutes: 530 });
  expect((await figures('coordinator', 'kind=school')).trainings).toEqual({
    ...{ held: 1, people: 1, minutes: 170 },
  });
});

test('trained is who has attended four units in whatever year and still works in a house that takes part', async () => {
  const { trained } = await figures('coordinator');
  // Anna (360) and Bert (180), not Cem (170); both work in Kita Ahorn, Anna in the school as well.
  expect(trained).toEqual({ minutes: 180, staff: 3, trained: 2, institutions: 2, withTwo: 1 });
});

test('the list behind it names each house with its team', async () => {
  const path = '/api/overview/trained-staff';
  const first = await signedIn(app, people['coordinator']!).get<TrainedHouseListDto>(`${path}?limit=1`);
  expect(first.json.items).toMatchObject([{ name: 'Grundschule Birke', staff: 2, trained: 1 }]);
  const next = `${path}?limit=1&cursor=${first.json.next!}`;
  const second = await signedIn(app, people['coordinator']!).get<TrainedHouseListDto>(next);
  expect(second.json).toMatchObject({ items: [{ name: 'Kita Ahorn', staff: 2, trained: 2 }], next: null });
});

test('the programme lead sees the same figures, and those of all towns together', async () => {
  const here = await figures('programmeLead', `municipalityId=${ids['here']}`);
  const { dataAt: _here, ...own } = here;
  const { dataAt: _own, ...theirs } = await figures('coordinator');
  expect(own).toEqual(theirs);
  const all = await figures('programmeLead');
  expect(all.contacts).toEqual({ held: 3, minutes: 175, institutions: 3 });
  expect(all.trainings).toEqual({ held: 2, people: 4, minutes: 710 });
  expect(all.trained).toMatchObject({ staff: 4, trained: 3, institutions: 3 });
});

describe('the files behind the figures', () => {
  async function lines(who: string, path: string): Promise<string[]> {
    const answer = await signedIn(app, people[who]!).get(`/api/exports/${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text.trimEnd().split('\r\n');
  }

  test('hold the rows of the school year', async () => {
    // With the wish and the cancelled one that were never planned.
    expect(await lines('coordinator', 'bookings.csv?schoolYear=2026')).toHaveLength(1 + 7);
    expect(await lines('coordinator', 'coach-contacts.csv?schoolYear=2026')).toHaveLength(1 + 4);
    const held = 'coach-contacts.csv?schoolYear=2026&state=held';
    expect(await lines('coordinator', held)).toHaveLength(1 + 2);
    expect(await lines('coordinator', `${held}&from=2026-08-02`)).toHaveLength(1 + 1);
    expect(await lines('coordinator', 'trainings.csv?schoolYear=2026')).toHaveLength(1 + 2);
    expect(await lines('coordinator', 'attendance.csv?schoolYear=2026')).toHaveLength(1 + 6);
  });

  test('say in German what the codes mean, and units with a comma', async () => {
    const [header, ...rows] = await lines('coordinator', 'attendance.csv?schoolYear=2026&kind=school');
    expect(header).toContain('Personennummer;Name;Funktion');
    expect(rows.map((row) => row.split(';').slice(-4))).toEqual([
      ['180', 'anwesend', '80', '1,8'],
      ['180', 'anwesend', '90', '2,0'],
    ]);
  });

  test('name people only to those who may see them, and number them alike for all', async () => {
    const persons = async (who: string): Promise<string[][]> =>
      (await lines(who, `attendance.csv?municipalityId=${ids['here']}&kind=school&schoolYear=2026`))
        .slice(1)
        .map((row) => row.split(';').slice(4, 6));
    const [[number, name]] = (await persons('coordinator')) as [[string, string]];
    expect([number, name]).toEqual([expect.stringMatching(/^P[0-9A-F]{10}$/), 'Cem']);
    expect(await persons('programmeLead')).toEqual([
      [number, ''],
      [number, ''],
    ]);
  });

  test('are spreadsheets, too', async () => {
    for (const file of ['bookings', 'coach-contacts', 'trainings', 'attendance']) {
      const answer = await signedIn(app, people['coordinator']!).get(`/api/exports/${file}.xlsx`);
      expect([file, answer.status, answer.text.slice(0, 2)]).toEqual([file, 200, 'PK']);
    }
  });
});
