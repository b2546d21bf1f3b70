import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';

/* What hangs on a house (closing days, contacts, titles, its timeline) or on the city (holidays, targets). */

type Row = Record<string, unknown>;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const items = ({ json }: Answer): Row[] => json['items'] as unknown as Row[];
const said = ({ status, json }: Answer): unknown[] => [status, json['field'] ?? json['code'], json['title']];

describe('closing days', () => {
  const create = (body: Row, by: PersonKey = 'lead'): Promise<Answer> =>
    stage.as(by).post('/api/closing-days', {
      ...{ institutionId: stage.city.houses.kita.id, reason: 'Konzeptionstag' },
      ...body,
    });

  test('are kept by the lead of the house and by the city, seen by who sees the house', async () => {
    const range = { firstDay: day(100), lastDay: day(102) };
    const answer = await create(range);
    expect([answer.status, answer.json]).toEqual([201, expect.objectContaining({ ...range, version: 1 })]);
    const path = `/api/closing-days/${answer.field('id')}`;
    expect((await stage.as('educator').patch(path, { reason: 'x' }, 1)).status).toBe(403);
    expect((await stage.as('schoolLead').patch(path, { reason: 'x' }, 1)).status).toBe(404);
    expect((await stage.as('coordinator').patch(path, { reason: 'Brauchtum' }, 1)).status).toBe(200);
    expect((await stage.as('lead').patch(path, { reason: 'Zu spät' }, 1)).status).toBe(412);
    const kita = `institutionId=${stage.city.houses.kita.id}`;
    expect(items(await stage.as('educator').get(`/api/closing-days?${kita}`))).toContainEqual(
      expect.objectContaining({ reason: 'Brauchtum' }),
    );
    expect(items(await stage.as('schoolEducator').get(`/api/closing-days?${kita}`))).toEqual([]);
    expect((await stage.as('lead').delete(path, 2)).status).toBe(204);
  });

  test('neither overlap nor run backwards nor go on for ever', async () => {
    const [first, last] = [day(200), day(204)];
    const kept = await create({ firstDay: first, lastDay: last, reason: 'Sommerschließung' });
    for (const [from, to] of [
      [190, 200],
      [204, 210],
      [202, 203],
      [190, 210],
    ] as const) {
      expect(said(await create({ firstDay: day(from), lastDay: day(to) }))).toEqual([
        ...[422, 'firstDay', expect.stringMatching(/^Erster Tag: überschneidet sich mit „Sommerschließung“/)],
      ]);
    }
    expect(said(await create({ firstDay: day(300), lastDay: day(299) }))[1]).toBe('lastDay');
    expect(said(await create({ firstDay: day(300), lastDay: day(360) }))[1]).toBe('lastDay');
    const path = `/api/closing-days/${kept.field('id')}`;
    expect((await stage.as('lead').patch(path, { firstDay: day(201) }, 1)).status).toBe(200);
    const both = await Promise.all([1, 2].map(() => create({ firstDay: day(310), lastDay: day(310) })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('are listed by school year; what reaches into two belongs to both', async () => {
    const { schoolYear, houses } = stage.city;
    const range = { firstDay: `${schoolYear + 2}-07-20`, lastDay: `${schoolYear + 2}-08-09` };
    await create({ ...range, reason: 'Über den August' });
    for (const [year, count] of [
      [schoolYear + 1, 1],
      [schoolYear + 2, 1],
      [schoolYear + 3, 0],
    ] as const) {
      const query = `institutionId=${houses.kita.id}&schoolYear=${year}`;
      const found = items(await stage.as('lead').get(`/api/closing-days?${query}`));
      expect(found.filter(({ reason }) => reason === 'Über den August')).toHaveLength(count);
    }
  });
});

describe('school holidays', () => {
  const autumn = {
    state: 'NW',
    name: 'Herbstferien',
    firstDay: '2030-10-14',
    lastDay: '2030-10-26',
    source: 'Test',
  };

  test('are kept by administrators, read by everybody, and do not overlap', async () => {
    const client = stage.as('administrator');
    const added = await client.post('/api/school-holidays', autumn);
    expect(added.status).toBe(201);
    const found = items(await stage.as('educator').get('/api/school-holidays?state=NW&schoolYear=2030'));
    expect(found).toEqual([expect.objectContaining(autumn)]);
    const over = await client.post('/api/school-holidays', { ...autumn, firstDay: '2030-10-20' });
    expect(said(over)).toEqual([
      ...[422, 'firstDay', 'Erster Tag: überschneidet sich mit „Herbstferien“ (14.10.2030 bis 26.10.2030).'],
    ]);
    expect((await client.post('/api/school-holidays', { ...autumn, state: 'HE' })).status).toBe(201);
    expect((await client.post('/api/school-holidays', { ...autumn, source: '' })).status).toBe(422);
    const path = `/api/school-holidays/${added.field('id')}`;
    expect((await client.patch(path, { lastDay: '2030-10-25' }, 1)).status).toBe(200);
    expect((await client.delete(path, 2)).status).toBe(204);
    expect((await stage.as('coordinator').post('/api/school-holidays', autumn)).status).toBe(403);
  });
});

describe('targets', () => {
  test('are one for a city and year, with at least one number', async () => {
    const { municipalityId, schoolYear } = stage.city;
    const client = stage.as('coordinator');
    const create = (body: Row): Promise<Answer> => client.post('/api/targets', { municipalityId, ...body });
    expect(said(await create({ schoolYear, children: 5 }))).toEqual([409, 'schoolYear', expect.any(String)]);
    const next = { schoolYear: schoolYear + 1 };
    expect(said(await create(next))).toEqual([
      422,
      'institutions',
      'Ziele: bitte mindestens eine Zahl angeben.',
    ]);
    const id = randomUUID();
    expect((await create({ id, ...next, teachingUnits: 400 })).status).toBe(201);
    expect((await create({ id, ...next, teachingUnits: 400 })).status).toBe(200);
    expect((await client.patch(`/api/targets/${id}`, { teachingUnits: null }, 1)).status).toBe(422);
    expect((await client.patch(`/api/targets/${id}`, { institutions: 75 }, 1)).json).toMatchObject({
      ...{ institutions: 75, teachingUnits: 400, children: null, version: 2 },
    });
    const others = { consultations: 200, weeklyMinutes: 60 };
    const none = { institutions: null, teachingUnits: null };
    expect((await client.patch(`/api/targets/${id}`, { ...none, ...others }, 2)).json).toMatchObject(others);
    const listed = items(await client.get('/api/targets'));
    expect(listed.map((target) => target['schoolYear'])).toEqual([schoolYear + 1, schoolYear]);
    expect((await stage.as('lead').get('/api/targets')).status).toBe(403);
  });
});

describe('a house', () => {
  test('has further contacts beside its main one', async () => {
    const { id: institutionId } = stage.city.houses.idle;
    const client = stage.as('coordinator');
    const body = {
      institutionId,
      name: 'Bo Ahorn',
      function: 'Verwaltung',
      email: 'BO@example.org',
      phone: '',
    };
    const added = await client.post('/api/institution-contacts', { ...body, phone: null });
    expect(added.json).toMatchObject({ name: 'Bo Ahorn', email: 'bo@example.org', phone: null });
    const wrong = await client.post('/api/institution-contacts', { ...body, phone: 'anrufen' });
    expect(wrong.status).toBe(422);
    const path = `/api/institution-contacts/${added.field('id')}`;
    expect((await client.patch(path, { function: null }, 1)).json).toMatchObject({
      function: null,
      version: 2,
    });
    expect((await client.delete(path, 1)).status).toBe(412);
    expect((await client.delete(path, 2)).status).toBe(204);
  });

  test('bears titles since a day, and loses it with the title', async () => {
    const { id } = stage.city.houses.idle;
    const client = stage.as('coordinator');
    const change = async (body: Row): Promise<Answer> => {
      const { version } = (await client.get(`/api/institutions/${id}`)).json as { version: number };
      return client.patch(`/api/institutions/${id}`, body, version);
    };
    const alone = await change({ plusKitaSince: '2020-08-01' });
    expect([alone.status, JSON.stringify(alone.json['errors'])]).toEqual([
      ...[422, expect.stringContaining('plusKita seit: gibt es nur mit dem Merkmal selbst.')],
    ]);
    expect((await change({ plusKita: true, plusKitaSince: day(1) })).status).toBe(422);
    const since = { plusKita: true, plusKitaSince: '2020-08-01' };
    expect((await change(since)).json).toMatchObject(since);
    expect((await change({ plusKita: false })).json).toMatchObject({ plusKita: false, plusKitaSince: null });
    const swapped = await change({ latitude: 7.2, longitude: 51.5 });
    expect([swapped.status, swapped.field('title')]).toEqual([422, expect.stringMatching(/sind vertauscht/)]);
  });
});

describe('the timeline', () => {
  const read = async (by: PersonKey, query = ''): Promise<Row[]> =>
    items(await stage.as(by).get(`/api/institutions/${stage.city.houses.kita.id}/timeline${query}`));

  test('tells what happened, the latest first, in pages', async () => {
    const { kita } = stage.city.houses;
    await stage.as('lead').patch(`/api/groups/${kita.groupId}`, { size: 21 }, 1);
    await stage.as('coordinator').patch(`/api/institutions/${kita.id}`, { phone: '02323 1' }, 1);
    const all = await read('coordinator', '?limit=200');
    const kinds = new Set(all.map(({ kind }) => kind));
    for (const kind of [
      'created',
      'step',
      'coach_began',
      'coach_ended',
      'person',
      'groups',
      'activities',
      'module_chosen',
      'contact',
      'change',
    ]) {
      expect([kind, kinds.has(kind)]).toEqual([kind, true]);
    }
    expect(all.map(({ on }) => on)).toEqual(
      all
        .map(({ on }) => String(on))
        .sort()
        .reverse(),
    );
    expect(all.find(({ action }) => action === 'institution.update')).toMatchObject({
      fields: ['phone'],
      count: 1,
    });
    expect(JSON.stringify(all)).not.toContain('02323 1');

    const paged: Row[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next = cursor === '' ? '' : `&cursor=${cursor}`;
      const { json } = await stage
        .as('coordinator')
        .get(`/api/institutions/${kita.id}/timeline?limit=2${next}`);
      paged.push(...(json['items'] as unknown as Row[]));
      cursor = json['next'] as string | null;
    }
    expect(paged).toEqual(all);
  });

  test('shows to each only what they may see', async () => {
    const countOf = (rows: Row[]): unknown => rows.find(({ kind }) => kind === 'activities')?.['count'];
    expect([countOf(await read('lead')), countOf(await read('educator'))]).toEqual([3, 1]);
    expect(countOf(await read('administrator'))).toBeUndefined();
    const { kita } = stage.city.houses;
    for (const by of ['schoolLead', 'distantCoordinator', 'formerCoach'] as const) {
      expect((await stage.as(by).get(`/api/institutions/${kita.id}/timeline`)).status).toBe(404);
    }
    // Educators know which modules their house chose, not how it was advised; administrators know neither.
    for (const [by, expected] of [
      ['lead', ['contact', 'module_chosen']],
      ['educator', ['module_chosen']],
      ['administrator', []],
    ] as const) {
      const kinds = (await read(by, '?limit=200')).map(({ kind }) => kind);
      expect(['contact', 'module_chosen'].filter((kind) => kinds.includes(kind))).toEqual(expected);
    }
    // What an educator noted is nobody's single entry here.
    const actions = (await read('coordinator', '?limit=200')).map(({ action }) => action);
    expect(actions.filter((action) => String(action).startsWith('activity'))).toEqual([]);
  });
});

test('a house whose closing days fall into the last four school weeks is quiet later', async () => {
  const { school } = stage.city.houses;
  await stage.db.query('update activities set held_on = $2 where institution_id = $1', [school.id, day(-60)]);
  const isQuiet = async (): Promise<boolean> => {
    const path = '/api/overview/institutions?show=quiet&limit=200';
    return items(await stage.as('coordinator').get(path)).some(
      ({ institutionId }) => institutionId === school.id,
    );
  };
  expect(await isQuiet()).toBe(true);
  const closed = { institutionId: school.id, firstDay: day(-55), lastDay: day(0), reason: 'Umbau' };
  const added = await stage.as('coordinator').post('/api/closing-days', closed);
  expect(await isQuiet()).toBe(false);
  await stage.as('coordinator').delete(`/api/closing-days/${added.field('id')}`, 1);
  expect(await isQuiet()).toBe(true);
});
