import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { type Course, Courses, type Registered } from './support.js';

let stage: Stage;
let courses: Courses;

beforeAll(async () => {
  stage = await Stage.open();
  courses = new Courses(stage);
});
afterAll(() => stage.close());

interface Sheet {
  totalMinutes: number;
  people: { id: string; name: string; state: string; attendedMinutes: number; marks: Mark[] }[];
}
interface Mark {
  registrationId: string;
  state: string | null;
  minutes: number;
  version: number;
}

const present = ({ id: registrationId }: Registered, sessionId: string, more: object = {}): object => ({
  ...{ registrationId, sessionId, state: 'present', ...more },
});
async function sheetOf({ id }: Course, by: Parameters<Stage['as']>[0] = 'coordinator'): Promise<Sheet> {
  const { json } = await stage.as(by).get(`/api/trainings/${id}/attendance`);
  return json as unknown as Sheet;
}
const first = async (course: Course): Promise<Sheet['people'][number]> => (await sheetOf(course)).people[0]!;

describe('a tick', () => {
  test('is kept with all minutes of the session unless somebody left early', async () => {
    const course = await courses.open([-1, 0]);
    const ada = await courses.register(course, 'Ada');
    const [one, two] = course.sessions as [string, string];
    const answer = await courses.tick(course, [present(ada, one), present(ada, two, { minutes: 90 })]);
    expect([answer.status, answer.json['items']]).toEqual([
      200,
      [
        { registrationId: ada.id, sessionId: one, state: 'present', minutes: 180, version: 1 },
        { registrationId: ada.id, sessionId: two, state: 'present', minutes: 90, version: 1 },
      ],
    ]);
    expect(await sheetOf(course)).toMatchObject({
      totalMinutes: 360,
      people: [{ id: ada.id, name: 'Ada', state: 'confirmed', attendedMinutes: 270 }],
    });
  });

  test('sent twice is one tick, with one entry in the trail', async () => {
    const course = await courses.open([0]);
    const ada = await courses.register(course, 'Ada');
    const [session] = course.sessions as [string];
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => courses.tick(course, [present(ada, session)])),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await first(course)).marks).toMatchObject([{ state: 'present', minutes: 180, version: 1 }]);
    const entries = (await stage.trail('attendance.take')).filter(({ object_id }) => object_id === ada.id);
    expect(entries).toEqual([
      { object_id: ada.id, actor_id: stage.city.people.coordinator.id, fields: ['attendance', 'minutes'] },
    ]);
  });

  test('from an older list does not write over a newer one', async () => {
    const course = await courses.open([0]);
    const ada = await courses.register(course, 'Ada');
    const [session] = course.sessions as [string];
    await courses.tick(course, [present(ada, session)]);
    await courses.tick(course, [present(ada, session, { state: 'excused', version: 1 })]);
    const late = await courses.tick(course, [present(ada, session, { state: 'absent', version: 1 })]);
    expect([late.status, late.json['code'], late.json['current']]).toEqual([
      ...[412, 'changed_meanwhile'],
      { items: [{ registrationId: ada.id, sessionId: session, state: 'excused', minutes: 0, version: 2 }] },
    ]);
  });

  test('that a person chose of two is told by the trail, also where it is the one that was there', async () => {
    const course = await courses.open([0]);
    const ada = await courses.register(course, 'Ada');
    const [session] = course.sessions as [string];
    await courses.tick(course, [present(ada, session)]);
    const stored = { version: 1, chosen: 'stored' };
    const own = { state: 'absent', version: 1, chosen: 'own' };
    for (const choice of [stored, own])
      expect((await courses.tick(course, [present(ada, session, choice)])).status).toBe(200);
    expect((await first(course)).marks).toMatchObject([{ state: 'absent', version: 2 }]);
    const trail = async (action: string): Promise<number> =>
      (await stage.trail(action)).filter(({ object_id }) => object_id === ada.id).length;
    expect([
      await trail('attendance.take'),
      await trail('attendance.settle_conflict'),
      await trail('attendance.accept_stored'),
    ]).toEqual([2, 2, 1]);
  });

  test('can be taken back', async () => {
    const course = await courses.open([0]);
    const ada = await courses.register(course, 'Ada');
    const [session] = course.sessions as [string];
    await courses.tick(course, [present(ada, session)]);
    const undone = await courses.tick(course, [present(ada, session, { state: null, version: 1 })]);
    expect([undone.status, undone.json['items']]).toEqual([
      200,
      [{ registrationId: ada.id, sessionId: session, state: null, minutes: 0, version: 0 }],
    ]);
    expect(await first(course)).toMatchObject({ attendedMinutes: 0, marks: [] });
  });

  test('of many is all or nothing', async () => {
    const course = await courses.open([0]);
    const [ada, bea] = [await courses.register(course, 'Ada'), await courses.register(course, 'Bea')];
    const [session] = course.sessions as [string];
    const answer = await courses.tick(course, [
      present(ada, session),
      present(bea, session, { minutes: 181 }),
    ]);
    expect([answer.status, answer.json['field']]).toEqual([422, 'minutes']);
    expect((await sheetOf(course)).people.flatMap(({ marks }) => marks)).toEqual([]);
  });

  test('is said once for each person and session', async () => {
    const course = await courses.open([0]);
    const ada = await courses.register(course, 'Ada');
    const [session] = course.sessions as [string];
    const answer = await courses.tick(course, [
      present(ada, session),
      present(ada, session, { state: 'absent' }),
    ]);
    expect([answer.status, answer.json['field']]).toEqual([422, 'marks']);
    expect((await first(course)).marks).toEqual([]);
  });

  test('is for who has a place, at a session of the training, on the day at the earliest', async () => {
    const course = await courses.open([0, 1]);
    const other = await courses.open([0]);
    const ada = await courses.register(course, 'Ada');
    const waiting = await courses.register(course, 'Wanda', { state: 'waiting' });
    const elsewhere = await courses.register(other, 'Ella');
    const [today, tomorrow] = course.sessions as [string, string];
    const codes = [];
    for (const mark of [
      present(waiting, today),
      present(elsewhere, today),
      present(ada, other.sessions[0]!),
      present(ada, randomUUID()),
      present(ada, tomorrow),
      present(ada, tomorrow, { state: 'absent' }),
      present(ada, tomorrow, { state: 'excused' }),
    ]) {
      const { status, json } = await courses.tick(course, [mark]);
      codes.push(status === 200 ? 200 : json['code']);
    }
    expect(codes).toEqual([
      ...['not_found', 'not_found', 'not_found', 'not_found'],
      ...['session_not_yet', 'session_not_yet', 200],
    ]);
  });

  test('is for trainings that take place', async () => {
    for (const more of [{ state: 'draft' }, { state: 'cancelled', cancelReason: 'Krank' }]) {
      const course = await courses.open([0], more);
      const ada = await courses.register(course, 'Ada');
      const { status, json } = await courses.tick(course, [present(ada, course.sessions[0]!)]);
      expect([status, json['code']]).toEqual([409, 'no_attendance']);
    }
  });

  test('after the end is a correction, and the trail says so', async () => {
    const course = await courses.open([-3], { state: 'completed' });
    const ada = await courses.register(course, 'Ada');
    const mark = { registrationId: ada.id, sessionId: course.sessions[0], state: 'excused' };
    expect((await courses.tick(course, [mark])).status).toBe(200);
    const entries = (await stage.trail('attendance.correct')).filter(({ object_id }) => object_id === ada.id);
    expect(entries).toHaveLength(1);
  });
});

describe('the list', () => {
  test('shows each who may read the name: leads their team, people themselves, nobody else anybody', async () => {
    const course = await courses.open([0]);
    const { educator } = stage.city.people;
    await courses.register(course, 'Ada', { accountId: educator.id });
    await courses.register(course, 'Bea');
    await courses.register(course, 'Cem', { house: 'school' });
    const names = async (by: Parameters<Stage['as']>[0]): Promise<string[]> =>
      (await sheetOf(course, by)).people.map(({ name }) => name);
    expect(await names('coordinator')).toEqual(['Ada', 'Bea', 'Cem']);
    expect(await names('lead')).toEqual(['Ada', 'Bea']);
    expect(await names('schoolLead')).toEqual(['Cem']);
    expect(await names('educator')).toEqual(['Ada']);
    expect(await names('colleague')).toEqual([]);
    const path = `/api/trainings/${course.id}/attendance`;
    for (const by of ['coach', 'programmeLead', 'administrator'] as const) {
      expect((await stage.as(by).get(path)).status).toBe(403);
    }
    expect((await stage.as('distantCoordinator').get(path)).status).toBe(404);
    expect((await stage.as('distantCoordinator').put(path, { marks: [] })).status).toBe(404);
  });
});

describe('somebody who just came', () => {
  const walkIn = (course: Course, body: object) =>
    stage.as('coordinator').post(`/api/trainings/${course.id}/walk-ins`, body);
  const places = async ({ id }: Course): Promise<unknown> =>
    (await rowsOf(stage.db, 'select confirmed, waiting, capacity from trainings where id = $1', [id]))[0];

  test('is on the list, and takes nobody a place', async () => {
    const course = await courses.open([0], { capacity: 1 });
    await courses.register(course, 'Ada');
    const other = await courses.register(await courses.open([0]), 'Bea', { house: 'school' });
    const answer = await walkIn(course, { staffMemberId: other.staffMemberId });
    expect([answer.status, answer.json['name'], answer.json['state']]).toEqual([201, 'Bea', 'walk_in']);
    expect(answer.json['institutionId']).toBe(stage.city.houses.school.id);
    expect(await places(course)).toEqual({ confirmed: 1, waiting: 0, capacity: 1 });
    const marked = await courses.tick(course, [
      { registrationId: answer.json['id'], sessionId: course.sessions[0], state: 'present' },
    ]);
    expect(marked.status).toBe(200);
  });

  test('and is new is on the staff of the house from then on; sent twice it is one person', async () => {
    const course = await courses.open([0]);
    const body = { id: randomUUID(), institutionId: stage.city.houses.kita.id, name: 'Nguyễn Thị Hòa' };
    const [one, two] = [await walkIn(course, body), await walkIn(course, body)];
    expect([one.status, two.status, two.json['id']]).toEqual([201, 200, body.id]);
    const other = await walkIn(course, { ...body, name: 'Jemand anders' });
    expect([other.status, other.json['code']]).toEqual([422, 'id_reused']);
    const staff = await rowsOf(stage.db, 'select id from staff_members where name = $1', [body.name]);
    expect(staff).toHaveLength(1);
    expect((await sheetOf(course, 'lead')).people.map(({ name }) => name)).toEqual([body.name]);
  });

  test('and was waiting waits no longer; those behind move up one', async () => {
    const course = await courses.open([0], { capacity: 1 });
    await courses.register(course, 'Ada');
    const waiting = await courses.register(course, 'Wanda', { state: 'waiting' });
    const behind = await courses.register(course, 'Xaver', { state: 'waiting' });
    const answer = await walkIn(course, { staffMemberId: waiting.staffMemberId });
    expect([answer.status, answer.json['id'], answer.json['state']]).toEqual([200, waiting.id, 'walk_in']);
    expect(await places(course)).toMatchObject({ confirmed: 1, waiting: 1 });
    const [row] = await rowsOf<{ place: number }>(
      stage.db,
      'select waiting_place as place from training_registrations where id = $1',
      [behind.id],
    );
    expect(row!.place).toBe(1);
  });

  test('has to be somebody: a house of the municipality and a name', async () => {
    const course = await courses.open([0]);
    const { kita, distant, closed } = stage.city.houses;
    const codes = [];
    for (const body of [
      { name: 'Ohne Haus' },
      { institutionId: kita.id },
      { institutionId: distant.id, name: 'Fremd' },
      { institutionId: closed.id, name: 'Geschlossen' },
      { staffMemberId: randomUUID() },
    ]) {
      codes.push((await walkIn(course, body)).status);
    }
    expect(codes).toEqual([422, 422, 404, 404, 404]);
  });
});
