import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../src/kernel/calendar/calendar-date.js';
import { addChildRows } from '../../support/child-rows.js';
import type { Answer } from '../../support/client.js';
import { insertRow, rowsOf } from '../../support/rows.js';
import { givePin, type NewTablet, SharedTablet } from '../../support/shared-tablet.js';
import { Stage } from '../../support/stage.js';
import { addTestDayRows, type TestDayRows } from '../../support/test-day-rows.js';

/* The devices that a house's people share: how they become one, what they show, how they stop being one. */

let stage: Stage;
let days: TestDayRows;

beforeAll(async () => {
  stage = await Stage.open();
  days = await addTestDayRows(stage.db, stage.city, await addChildRows(stage.db, stage.city));
});
beforeEach(() => stage.db.query('delete from sign_in_throttles'));
afterAll(() => stage.close());

const kitaId = (): string => stage.city.houses.kita.id;

function add(more: object = {}): Promise<Answer<NewTablet>> {
  return stage.as('lead').post('/api/tablets', { institutionId: kitaId(), name: 'Turnhalle', ...more });
}

function use(code: string, client = stage.app.client()): Promise<Answer> {
  return client.post('/api/tablet', { code });
}

describe('a one-time code', () => {
  test('stands in the fragment of the address, and makes a device the tablet', async () => {
    const { enrolment, id } = (await add()).json;
    expect(enrolment.link).toBe(`http://localhost:3000/tablet#${enrolment.code}`);
    expect(enrolment.code).toMatch(/^[\w-]{43}$/);
    const device = stage.app.client();
    const answer = await use(enrolment.code, device);
    expect([answer.status, (answer.json['tablet'] as { id: string }).id]).toEqual([200, id]);
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^olympia_tablet=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await device.get('/api/tablet')).status).toBe(200);
  });

  test('is good once, and not after ten minutes', async () => {
    const first = (await add()).json.enrolment;
    expect((await use(first.code)).status).toBe(200);
    const late = (await add()).json;
    const [row] = await rowsOf<{ minutes: number }>(
      stage.db,
      'select round(extract(epoch from code_expires_at - now()) / 60)::int as minutes from tablets where id = $1',
      [late.id],
    );
    expect(row!.minutes).toBe(10);
    await stage.db.query('update tablets set code_expires_at = now() where id = $1', [late.id]);
    for (const code of [first.code, late.enrolment.code, 'A'.repeat(43)]) {
      const { status, json } = await use(code);
      expect([status, json['code']]).toEqual([404, 'code_invalid']);
    }
  });

  test('used by fifteen devices at once lets one in', async () => {
    const { code } = (await add()).json.enrolment;
    const answers = await Promise.all(Array.from({ length: 15 }, () => use(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('cannot be guessed: the network is slowed down', async () => {
    const guess = async (): Promise<number> => (await use('geraten')).status;
    const statuses: number[] = [];
    for (let i = 0; i < 20; i += 1) statuses.push(await guess());
    expect(new Set(statuses)).toEqual(new Set([404]));
    // As after many more of them.
    await stage.db.query('update sign_in_throttles set failures = 30');
    expect(await guess()).toBe(429);
  });

  test('takes the place of the code before, and of the device before', async () => {
    const { id, enrolment } = (await add()).json;
    const [old, young] = [stage.app.client(), stage.app.client()];
    await use(enrolment.code, old);
    const [second, third] = [await newCode(id), await newCode(id)];
    expect((await use(second, young)).status).toBe(404);
    expect((await use(third, young)).status).toBe(200);
    expect([(await old.get('/api/tablet')).status, (await young.get('/api/tablet')).status]).toEqual([
      401, 200,
    ]);
  });

  test('is shown only once, however often the tablet is made', async () => {
    const id = randomUUID();
    const [first, second] = [await add({ id }), await add({ id })];
    expect([first.status, second.status, second.json.enrolment]).toEqual([201, 200, null]);
    expect((await add({ id, name: 'Halle' })).status).toBe(422);
  });
});

async function newCode(id: string): Promise<string> {
  return (await stage.as('lead').post<{ code: string }>(`/api/tablets/${id}/enrolment`, {})).json.code;
}

describe('the list', () => {
  test('says when each was used last, and is the lead’s', async () => {
    const tablet = await SharedTablet.enrol(stage);
    const listed = await itemOf(tablet.id);
    expect(listed).toMatchObject({ name: 'Turnhalle', peopleShown: 'first_names', revokedAt: null });
    expect(listed['lastUsedAt']).toEqual(expect.any(String));
    expect(JSON.stringify(listed)).not.toMatch(/hash|token/i);
    for (const person of ['educator', 'coordinator', 'administrator'] as const)
      expect((await stage.as(person).get(`/api/tablets?institutionId=${kitaId()}`)).status).toBe(403);
  });

  test('takes a tablet out of use at once, and for good', async () => {
    const tablet = await SharedTablet.enrol(stage);
    await givePin(stage, ['educator']);
    const page = await tablet.unlocked('educator');
    expect((await stage.as('lead').delete(`/api/tablets/${tablet.id}`)).status).toBe(204);
    expect((await page.get('/api/session')).status).toBe(401);
    const { status, json } = await tablet.browser.get('/api/tablet');
    expect([status, json['code']]).toEqual([401, 'tablet_unknown']);
    expect((await tablet.byPin('educator')).status).toBe(401);
    expect((await stage.as('lead').post(`/api/tablets/${tablet.id}/enrolment`, {})).status).toBe(409);
    expect((await stage.as('lead').delete(`/api/tablets/${tablet.id}`)).status).toBe(404);
    expect((await itemOf(tablet.id))['revokedAt']).toEqual(expect.any(String));
  });

  test('loses a tablet that is left at the tablet itself, by whoever has unlocked it or leads the house', async () => {
    const [left, taken, kept] = [
      await SharedTablet.enrol(stage),
      await SharedTablet.enrol(stage),
      await SharedTablet.enrol(stage),
    ];
    const page = await left.unlocked('educator');
    expect((await page.send('DELETE', '/api/tablet')).status).toBe(204);
    expect((await page.get('/api/session')).status).toBe(401);
    expect((await left.browser.get('/api/tablet')).status).toBe(401);
    for (const [person, status] of [
      ['schoolLead', 403],
      ['educator', 403],
    ] as const) {
      kept.browser.cookies.set('olympia', stage.city.people[person].token);
      expect((await kept.browser.delete('/api/tablet')).status).toBe(status);
    }
    taken.browser.cookies.set('olympia', stage.city.people.lead.token);
    expect((await taken.browser.delete('/api/tablet')).status).toBe(204);
    const states = await Promise.all([left, taken, kept].map(({ id }) => itemOf(id)));
    expect(states.map(({ revokedAt }) => revokedAt === null)).toEqual([false, false, true]);
  });
});

async function itemOf(id: string): Promise<Record<string, unknown>> {
  const list = await stage
    .as('lead')
    .get<{ items: Record<string, unknown>[] }>(`/api/tablets?institutionId=${kitaId()}`);
  return list.json.items.find((item) => item['id'] === id)!;
}

interface Desk {
  people: { accountId: string; label: string; hasPin: boolean; locked: boolean }[];
  groups: { id: string; institutionId: string }[];
  focusAreas: { code: string }[];
  modules: { id: string }[];
  institution: { id: string };
  testDays: { testDay: Record<string, unknown>; children: Child[]; protocols: object[] }[];
}
interface Child {
  childId: string;
  code: string;
  results: { state: string; trials: object[]; likely: object | null }[];
}

describe('a locked tablet', () => {
  let desk: Answer<Desk>;

  beforeAll(async () => {
    const { people, houses, today } = stage.city;
    for (const [key, name] of Object.entries({
      educator: 'Anna Berg',
      colleague: 'Anna Bauer',
      lead: 'Dr. Lena Kurz',
    }))
      await stage.db.query('update accounts set name = $2 where id = $1', [people[key as 'lead'].id, name]);
    const plain = { institutionId: houses.kita.id, groupId: houses.kita.groupId, sex: 'male' };
    const birthMonth = `${addDays(today, -1_900).slice(0, 7)}-01`;
    await insertRow(stage.db, 'children', { ...plain, id: randomUUID(), code: 'NCHTX', birthMonth });
    const day = { institutionId: houses.kita.id, batteryId: days.batteries.kita, wave: 'exit' };
    for (const heldOn of [addDays(today, 7), addDays(today, 8), addDays(today, -1)])
      await insertRow(stage.db, 'test_days', { ...day, id: randomUUID(), heldOn });
    const tablet = await SharedTablet.enrol(stage);
    desk = await tablet.browser.get<Desk>('/api/tablet');
  });

  test('calls the people of its house by first names, and nobody else', () => {
    const { people, houses } = stage.city;
    expect(desk.json.people.map(({ label }) => label)).toEqual([
      'Anna Ba.',
      'Anna Be.',
      'KANARIENVOGEL-PERSON-expired',
      'Lena',
    ]);
    const ids = [people.colleague, people.educator, people.expired, people.lead].map(({ id }) => id);
    expect(desk.json.people.map(({ accountId }) => accountId)).toEqual(ids);
    expect(desk.json.institution.id).toBe(houses.kita.id);
    expect(desk.text).not.toMatch(/@example\.org|Berg|Bauer|Kurz/);
  });

  test('knows the groups, and test days of a week with the codes of children with consent', () => {
    const { houses, today } = stage.city;
    expect(desk.json.groups.map(({ id }) => id)).toEqual([houses.kita.groupId]);
    expect(desk.json.modules.map(({ id }) => id)).toEqual([stage.city.moduleId]);
    expect(desk.json.focusAreas).toHaveLength(5);
    const listed = desk.json.testDays.map(({ testDay }) => testDay);
    expect(listed.map(({ heldOn }) => heldOn).sort()).toEqual([today, today, addDays(today, 7)]);
    const [tested] = desk.json.testDays.filter(({ testDay }) => testDay['id'] === days.days.kita);
    expect(tested!.children.map(({ code }) => code)).toEqual(['KNRYK']);
    expect(tested!.protocols.length).toBeGreaterThan(3);
    expect(tested!.testDay).toMatchObject({ started: 0, complete: 0, releasedBy: null });
  });

  test('knows nothing of what has been measured, nor how old a child is', () => {
    const results = desk.json.testDays.flatMap(({ children }) => children.flatMap((child) => child.results));
    expect(results.length).toBeGreaterThan(3);
    const blank = { state: 'open', reason: null, value: null, version: 0, trials: [], likely: null };
    for (const result of results) expect(result).toMatchObject(blank);
    expect(desk.text).not.toMatch(/birthMonth|female|NCHTX/);
  });

  test('shows initials where the lead prefers them', async () => {
    const tablet = await SharedTablet.enrol(stage, 'kita', { peopleShown: 'initials' });
    const { json } = await tablet.browser.get<Desk>('/api/tablet');
    expect(json.people.map(({ label }) => label)).toEqual(['ABa', 'ABe', 'K', 'LK']);
  });

  test('of an archived house says so', async () => {
    const tablet = await SharedTablet.enrol(stage, 'school');
    const archive = 'update institutions set archived_at = $2 where id = $1';
    await stage.db.query(archive, [stage.city.houses.school.id, new Date()]);
    const { status, json } = await tablet.browser.get('/api/tablet');
    expect([status, json['code']]).toEqual([403, 'house_closed']);
    await stage.db.query(archive, [stage.city.houses.school.id, null]);
  });
});
