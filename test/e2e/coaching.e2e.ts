import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';

interface Assignment {
  id: string;
  coachId: string;
  coachName: string | null;
  firstDay: string;
  lastDay: string | null;
  version: number;
}

let stage: Stage;
let house: string;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const id = (person: PersonKey): string => stage.city.people[person].id;

async function newHouse(): Promise<string> {
  const { municipalityId, districtIds } = stage.city;
  const form = { municipalityId, districtId: districtIds[0], kind: 'kita', providerKind: 'municipal' };
  return (
    await stage.as('coordinator').post('/api/institutions', { ...form, name: `Haus ${(number += 1)}` })
  ).field('id');
}
const assign = (coach: PersonKey, firstDay: string, more: object = {}): Promise<Answer> =>
  stage.as('coordinator').post(`/api/institutions/${house}/coach-assignments`, {
    ...{ coachId: id(coach), firstDay, ...more },
  });
async function terms(): Promise<Assignment[]> {
  const { json } = await stage.as('coordinator').get(`/api/institutions/${house}/coach-assignments`);
  return json['items'] as unknown as Assignment[];
}
const days = async (): Promise<unknown[]> =>
  (await terms()).map(({ coachId, firstDay, lastDay }) => [coachId, firstDay, lastDay]);
const seen = async (by: PersonKey): Promise<number> =>
  (await stage.as(by).get(`/api/institutions/${house}`)).status;
const coachToday = async (): Promise<unknown> => {
  const { json } = await stage.as('coordinator').get(`/api/institutions/${house}`);
  return (json['participation'] as { coach: { id: string } | null }).coach?.id ?? null;
};

beforeEach(async () => {
  house = await newHouse();
  await stage.as('coordinator').post(`/api/institutions/${house}/participations`, {
    ...{ status: 'active', reachedOn: day(-50) },
  });
});

test('a coach begins on a day and sees the house from then on', async () => {
  expect((await assign('coach', day(-10))).status).toBe(201);
  expect([await coachToday(), await seen('coach')]).toEqual([id('coach'), 200]);
  expect(await terms()).toMatchObject([
    { coachName: stage.city.people.coach.name, lastDay: null, version: 1 },
  ]);
});

test('the next coach follows from a day on; whoever coached before ends on the day before', async () => {
  await assign('coach', day(-10));
  expect((await assign('formerCoach', day(0))).status).toBe(201);
  expect(await days()).toEqual([
    [id('formerCoach'), day(0), null],
    [id('coach'), day(-10), day(-1)],
  ]);
  expect([await seen('coach'), await seen('formerCoach')]).toEqual([404, 200]);
  const actions = (await stage.trail('coach_assignment.update')).filter(({ fields }) =>
    fields.includes('lastDay'),
  );
  expect(actions.length).toBeGreaterThan(0);
});

test('a change may be planned: until then all stays as it is', async () => {
  await assign('coach', day(-10));
  await assign('formerCoach', day(30));
  expect(await days()).toEqual([
    [id('formerCoach'), day(30), null],
    [id('coach'), day(-10), day(29)],
  ]);
  expect([await coachToday(), await seen('coach'), await seen('formerCoach')]).toEqual([
    id('coach'),
    200,
    404,
  ]);
});

test('steps of the participation leave the coach alone', async () => {
  await assign('coach', day(-10));
  const { json } = await stage.as('coordinator').get(`/api/institutions/${house}/participations`);
  const [run] = json['items'] as unknown as { id: string; version: number }[];
  const end = { status: 'completed', reachedOn: day(0) };
  await stage.as('coordinator').post(`/api/participations/${run!.id}/steps`, end, { version: run!.version });
  expect(await days()).toEqual([[id('coach'), day(-10), null]]);
});

test('an assignment ends on a day, is corrected, and is taken back if it never was', async () => {
  await assign('coach', day(-10));
  const [term] = await terms();
  const path = `/api/coach-assignments/${term!.id}`;
  const client = stage.as('coordinator');
  expect((await client.patch(path, { lastDay: day(-1) }, 1)).status).toBe(200);
  expect([await coachToday(), await seen('coach')]).toEqual([null, 404]);
  expect((await client.patch(path, { lastDay: null }, 1)).status).toBe(412);
  expect((await client.patch(path, { lastDay: day(-11) }, 2)).json['errors']).toEqual([
    { field: 'lastDay', message: 'Letzter Tag: liegt vor dem ersten Tag.' },
  ]);
  expect((await client.patch(path, { lastDay: null }, 2)).status).toBe(200);
  expect(await seen('coach')).toBe(200);
  expect((await client.delete(path, 3)).status).toBe(204);
  expect(await days()).toEqual([]);
});

describe('a house has one coach at a time', () => {
  beforeEach(async () => {
    await assign('coach', day(-40), { lastDay: day(-20) });
    await assign('formerCoach', day(-10));
  });

  test.each([
    ['inside', -30, -25],
    ['over an edge', -50, -40],
    ['around', -50, -11],
    ['on the day on which the running one began', -10, null],
    ['before the running one, until further notice', -15, null],
  ])('%s of another term is refused', async (_, first, last) => {
    const before = await days();
    const answer = await assign('coach', day(first), { lastDay: last === null ? null : day(last) });
    expect([answer.status, answer.field('title')]).toEqual([422, expect.stringMatching(/^Erster Tag: Von /)]);
    expect(await days()).toEqual(before);
  });

  test('also when a term is moved', async () => {
    const [, old] = await terms();
    const moved = await stage
      .as('coordinator')
      .patch(`/api/coach-assignments/${old!.id}`, { lastDay: day(-10) }, 1);
    expect(moved.status).toBe(422);
  });

  test('also for two who write at once', async () => {
    house = await newHouse();
    const answers = await Promise.all([assign('coach', day(-1)), assign('formerCoach', day(-1))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('and the same order sent twice is one', async () => {
    house = await newHouse();
    const body = { id: randomUUID() };
    expect([
      (await assign('coach', day(0), body)).status,
      (await assign('coach', day(0), body)).status,
    ]).toEqual([...[201, 200]]);
    expect((await assign('coach', day(1), body)).json['code']).toBe('id_reused');
  });
});

test.each<[string, PersonKey]>([
  ['who leads a house', 'lead'],
  ["another city's coach", 'distantCoach'],
])('%s cannot be assigned', async (_, person) => {
  const answer = await assign(person, day(0));
  expect([answer.status, answer.field('title')]).toEqual([
    ...[422, 'Coach: Diese Person hat in der Kommune nicht die Rolle Coach.'],
  ]);
  expect(await days()).toEqual([]);
});
