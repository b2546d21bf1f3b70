import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import { GROUP_SIZE, type House, type PersonKey } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { entry, standAtNoon, storeEntry } from '../support/entries.js';
import { insertRow } from '../support/rows.js';
import { Stage } from '../support/stage.js';

/* What becomes of an entry after it was made: changing, deleting, reading. */

let stage: Stage;
let kita: House;

beforeAll(async () => {
  stage = await Stage.open();
  ({ kita } = stage.city.houses);
});
beforeEach(() => {
  standAtNoon(stage);
});
afterAll(() => stage.close());

const pathOf = (id: string): string => `/api/activities/${id}`;
const codeOf = ({ status, json }: Answer): unknown[] => [status, json['code']];
const notFound = [404, 'not_found'];

async function makeGroup(more: object = {}): Promise<string> {
  const group = { id: randomUUID(), institutionId: kita.id, name: `Gruppe ${randomUUID()}` };
  await insertRow(stage.db, 'groups', {
    ...group,
    ...{ schoolYear: stage.city.schoolYear, size: GROUP_SIZE, ...more },
  });
  return group.id;
}

async function age(id: string, interval: string): Promise<void> {
  await stage.db.query('update activities set created_at = now() - $2::interval where id = $1', [
    id,
    interval,
  ]);
}

describe('changing an entry', () => {
  test('needs the version that was read, and keeps what was not said', async () => {
    const id = await storeEntry(stage, { note: 'Alt', place: 'hall' });
    const educator = stage.as('educator');
    const change = { minutes: 45, note: '', adultsPresent: 1 };
    expect(codeOf(await educator.patch(pathOf(id), change))).toEqual([428, 'precondition_required']);
    const answer = await educator.patch(pathOf(id), change, 1);
    const changed = { minutes: 45, note: null, adultsPresent: 1, place: 'hall', version: 2 };
    expect([answer.status, answer.json]).toEqual([200, expect.objectContaining(changed)]);
    const stale = await educator.patch(pathOf(id), { minutes: 60 }, 1);
    expect(codeOf(stale)).toEqual([412, 'changed_meanwhile']);
    expect(stale.json['current']).toEqual(answer.json);
    expect((await educator.get(pathOf(id))).json).toEqual(answer.json);
    const traces = (await stage.trail('activity.update')).filter((row) => row.object_id === id);
    expect(traces).toEqual([
      { object_id: id, actor_id: stage.city.people.educator.id, fields: expect.any(Array) },
    ]);
    expect(traces[0]!.fields.toSorted()).toEqual(Object.keys(change).sort());
  });

  test('of which two versions were compared says what was chosen, also where nothing else is changed', async () => {
    const id = await storeEntry(stage, { note: 'Alt' });
    const [educator, lead] = [stage.as('educator'), stage.as('lead')];
    await lead.patch(pathOf(id), { minutes: 60, note: 'Der Leitung' }, 1);
    const kept = [
      { field: 'minutes', chosen: 'own' },
      { field: 'note', chosen: 'stored' },
    ];
    const conflict = { version: 1, kept };
    const settled = await educator.patch(pathOf(id), { minutes: 45, conflict }, 2);
    expect([settled.status, settled.json]).toEqual([
      200,
      expect.objectContaining({ minutes: 45, note: 'Der Leitung', version: 3 }),
    ]);
    const left = { version: 3, kept: [{ field: 'place', chosen: 'stored' }] };
    expect((await educator.patch(pathOf(id), { conflict: left }, 3)).status).toBe(200);
    const fieldsOf = async (action: string): Promise<unknown[]> =>
      (await stage.trail(action)).filter((row) => row.object_id === id).map(({ fields }) => fields);
    expect(await fieldsOf('activity.settle_conflict')).toEqual([['minutes', 'note'], ['place']]);
    expect(await fieldsOf('activity.accept_stored')).toEqual([['note'], ['place']]);
    for (const bad of [
      null,
      [],
      { version: 1 },
      { version: 1, kept: [{ field: 'authorId', chosen: 'own' }] },
    ])
      expect((await educator.patch(pathOf(id), { conflict: bad }, 3)).status).toBe(422);
  });

  test('from ten places at once happens once, and tells the others what is stored now', async () => {
    const id = await storeEntry(stage);
    const educator = stage.as('educator');
    const minutes = Array.from({ length: 10 }, (_, i) => 50 + i);
    const answers = await Promise.all(minutes.map((n) => educator.patch(pathOf(id), { minutes: n }, 1)));
    const [won, ...more] = answers.filter(({ status }) => status === 200);
    expect([won?.json['version'], more]).toEqual([2, []]);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.map(({ status, json }) => [status, json['current']])).toEqual(
      Array.from({ length: 9 }, () => [412, won!.json]),
    );
  });

  test('is held to the rules about what it changes', async () => {
    const id = await storeEntry(stage);
    const changes: [object, number, string][] = [
      [{ heldOn: addDays(stage.city.today, 1) }, 422, 'heldOn'],
      [{ heldOn: addDays(stage.city.today, -401) }, 422, 'heldOn'],
      [{ childrenPresent: GROUP_SIZE + 11 }, 422, 'childrenPresent'],
      [{ groupId: kita.lastYearGroupId }, 422, 'groupId'],
      [{ groupId: await makeGroup({ size: 1 }) }, 422, 'childrenPresent'],
      [{ groupId: stage.city.houses.school.groupId }, 404, 'groupId'],
      [{ focusArea: 'yoga' }, 422, 'focusArea'],
    ];
    for (const [change, status, field] of changes) {
      const answer = await stage.as('educator').patch(pathOf(id), change, 1);
      expect([change, answer.status, answer.json['field']]).toEqual([change, status, field]);
    }
  });

  test.each<[string, () => Promise<object>]>([
    ['of over 400 days ago', async () => Promise.resolve({ heldOn: addDays(stage.city.today, -450) })],
    ['of an archived group', async () => ({ groupId: await makeGroup({ archivedAt: new Date() }) })],
    ['of a group that shrank', async () => ({ groupId: await makeGroup({ size: 1 }) })],
    ['of before the participation', async () => Promise.resolve({ heldOn: '2020-01-01' })],
  ])('%s is held to no other rule', async (_, make) => {
    const id = await storeEntry(stage, await make());
    const lead = stage.as('lead');
    const future = { heldOn: addDays(stage.city.today, 1) };
    expect((await lead.patch(pathOf(id), future, 1)).json).toMatchObject({ status: 422, field: 'heldOn' });
    const answer = await lead.patch(pathOf(id), { note: 'Berichtigt', minutes: 10 }, 1);
    expect([answer.status, answer.json['note'], answer.json['version']]).toEqual([200, 'Berichtigt', 2]);
  });

  test('is open to its author for 30 days, to the lead always', async () => {
    const id = await storeEntry(stage);
    const [educator, lead] = [stage.as('educator'), stage.as('lead')];
    await age(id, '29 days 23 hours');
    expect((await educator.get(pathOf(id))).json['editable']).toBe(true);
    expect((await educator.patch(pathOf(id), { minutes: 31 }, 1)).status).toBe(200);
    await age(id, '30 days 1 second');
    expect((await educator.get(pathOf(id))).json['editable']).toBe(false);
    const over = await educator.patch(pathOf(id), { minutes: 32 }, 2);
    expect([...codeOf(over), over.json['title']]).toEqual([
      ...[409, 'edit_period_over'],
      'Eigene Einträge lassen sich 30 Tage lang ändern. Bitte wenden Sie sich an die Leitung der Einrichtung.',
    ]);
    expect(codeOf(await educator.delete(pathOf(id), 2))).toEqual([409, 'edit_period_over']);
    expect((await lead.patch(pathOf(id), { minutes: 33 }, 2)).status).toBe(200);
    expect((await lead.delete(pathOf(id), 3)).status).toBe(204);
    const restored = await educator.send('POST', `${pathOf(id)}/restore`, { version: 4 });
    expect(codeOf(restored)).toEqual([409, 'edit_period_over']);
  });
});

describe('deleting an entry', () => {
  const restore = (by: Client, id: string, version?: number): Promise<Answer> =>
    by.send('POST', `${pathOf(id)}/restore`, version === undefined ? {} : { version });

  test('takes it away, and can be taken back on the same day', async () => {
    const id = await storeEntry(stage, { note: 'Bleibt' });
    const educator = stage.as('educator');
    expect(codeOf(await educator.delete(pathOf(id)))).toEqual([428, 'precondition_required']);
    expect(codeOf(await educator.delete(pathOf(id), 7))).toEqual([412, 'changed_meanwhile']);
    expect(codeOf(await restore(educator, id, 1))).toEqual(notFound);
    expect((await educator.delete(pathOf(id), 1)).status).toBe(204);
    expect(codeOf(await educator.get(pathOf(id)))).toEqual(notFound);
    expect(codeOf(await educator.patch(pathOf(id), { minutes: 5 }, 2))).toEqual(notFound);
    expect(codeOf(await educator.delete(pathOf(id), 2))).toEqual(notFound);
    const { items } = (await educator.get<{ items: { id: string }[] }>('/api/activities')).json;
    expect(items.map((item) => item.id)).not.toContain(id);

    expect(codeOf(await restore(educator, id))).toEqual([428, 'precondition_required']);
    expect(codeOf(await restore(educator, id, 1))).toEqual([412, 'changed_meanwhile']);
    const answer = await restore(educator, id, 2);
    expect([answer.status, answer.json]).toEqual([
      200,
      expect.objectContaining({ note: 'Bleibt', version: 3, deletedAt: null }),
    ]);
    expect((await educator.get(pathOf(id))).json).toEqual(answer.json);
  });

  test('cannot be taken back after midnight in Berlin', async () => {
    const id = await storeEntry(stage);
    const day = `${stage.city.schoolYear}-07-31`;
    stage.app.clock.standAt(`${day}T21:59:58Z`);
    await stage.as('educator').delete(pathOf(id), 1);
    stage.app.clock.standAt(`${day}T22:00:00Z`);
    expect(codeOf(await restore(stage.as('educator'), id, 2))).toEqual(notFound);
    stage.app.clock.standAt(`${day}T21:59:59Z`);
    expect((await restore(stage.as('educator'), id, 2)).status).toBe(200);
  });
});

describe('reading entries', () => {
  const reads = async (by: PersonKey, id: string): Promise<boolean> => {
    const answer = await stage.as(by).get(pathOf(id));
    const list = await stage.as(by).get<{ items: { id: string }[] }>('/api/activities?limit=200');
    const listed = list.json.items.some((item) => item.id === id);
    expect([by, answer.status]).toEqual([by, listed ? 200 : 404]);
    return listed;
  };

  test('an educator knows nothing of those of others, the lead all', async () => {
    const { colleague } = stage.city.activities;
    expect(await reads('educator', colleague)).toBe(false);
    const educator = stage.as('educator');
    expect(codeOf(await educator.patch(pathOf(colleague), { minutes: 5 }, 1))).toEqual(notFound);
    expect(codeOf(await educator.delete(pathOf(colleague), 1))).toEqual(notFound);
    expect(await reads('colleague', colleague)).toBe(true);
    expect(await reads('lead', colleague)).toBe(true);
    expect((await stage.as('lead').get(pathOf(colleague))).json['editable']).toBe(true);
    expect(await reads('schoolLead', colleague)).toBe(false);
  });

  test.each<[PersonKey, number, boolean]>([
    ['coach', -1, false],
    ['coach', 0, true],
    ['coach', 1000, true],
    ['formerCoach', -401, false],
    ['formerCoach', -400, true],
    ['formerCoach', -1, true],
    ['formerCoach', 0, false],
    ['distantCoach', 0, false],
  ])('the %s on day %d: %s', async (coach, later, readable) => {
    standAtNoon(stage, later);
    expect(await reads(coach, stage.city.activities.educator)).toBe(readable);
  });

  test('a coach changes nothing, and an administrator does not even read', async () => {
    const path = pathOf(stage.city.activities.educator);
    for (const by of ['coach', 'administrator'] as const) {
      const client = stage.as(by);
      const answers = [
        await client.post('/api/activities', entry(stage)),
        await client.patch(path, { minutes: 5 }, 1),
        await client.delete(path, 1),
        await client.send('POST', `${path}/restore`, { version: 1 }),
        await client.get('/api/activities/last'),
        ...(by === 'coach' ? [] : [await client.get('/api/activities'), await client.get(path)]),
      ];
      for (const answer of answers) expect(codeOf(answer)).toEqual([403, 'forbidden']);
    }
  });

  test('the last own one is the pattern for the next', async () => {
    const { people, houses } = stage.city;
    const colleague = stage.as('colleague');
    const own = { authorId: people.colleague.id };
    const latest = await storeEntry(stage, { ...own, heldOn: addDays(stage.city.today, -3) });
    await age(await storeEntry(stage, own), '1 hour');
    await storeEntry(stage, { ...own, deletedAt: new Date() });
    await storeEntry(stage);
    for (const query of ['', `?institutionId=${kita.id}`]) {
      expect((await colleague.get(`/api/activities/last${query}`)).json['id']).toBe(latest);
    }
    const elsewhere = `/api/activities/last?institutionId=${houses.school.id}`;
    expect(codeOf(await colleague.get(elsewhere))).toEqual(notFound);
    for (const query of ['', `?institutionId=${houses.distant.id}`]) {
      const none = await stage.as('distantLead').get(`/api/activities/last${query}`);
      expect([none.status, none.text]).toEqual([204, '']);
    }
  });
});

describe('the list', () => {
  /** Of the school, where no other test writes: the city's own entry of today, and these. */
  let ids: string[];
  let other: string;
  const day = (n: number): string => addDays(stage.city.today, n);

  beforeAll(async () => {
    const { school } = stage.city.houses;
    other = await makeGroup({ institutionId: school.id });
    const authorId = stage.city.people.schoolLead.id;
    const base = { institutionId: school.id, groupId: school.groupId, authorId };
    const plans = [
      ...[{ heldOn: day(-1) }, { heldOn: day(-1) }, { heldOn: day(-1), groupId: other }, { heldOn: day(-1) }],
      ...[
        { heldOn: day(-2), focusArea: 'inclusion_paralympics' },
        { heldOn: day(-3), groupId: other },
      ],
    ];
    ids = [school.activityId!];
    for (const plan of plans) ids.push(await storeEntry(stage, { ...base, ...plan }));
  });

  async function pages(limit: number): Promise<{ id: string; heldOn: string }[][]> {
    const found: { id: string; heldOn: string }[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/api/activities?limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const answer: Answer<{ items: { id: string; heldOn: string }[]; next: string | null }> = await stage
        .as('schoolLead')
        .get(path);
      found.push(answer.json.items);
      cursor = answer.json.next;
    }
    return found;
  }

  test.each([1, 2, 3, 6, 7, 200])(
    'comes newest first in pages of %d, nothing lost or twice',
    async (limit) => {
      const found = await pages(limit);
      const all = found.flat();
      expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      expect(all.map(({ heldOn }) => heldOn)).toEqual([0, -1, -1, -1, -1, -2, -3].map(day));
      expect(found).toHaveLength(Math.ceil(ids.length / limit));
      expect(all).toEqual((await pages(50)).flat());
    },
  );

  test.each<[string, () => string, number[]]>([
    ['a group', () => `groupId=${other}`, [3, 6]],
    ['a first day', () => `from=${day(-1)}`, [0, 1, 2, 3, 4]],
    ['a last day', () => `to=${day(-2)}`, [5, 6]],
    ['one day', () => `from=${day(-2)}&to=${day(-2)}`, [5]],
    ['a focus area', () => 'focusArea=inclusion_paralympics', [5]],
    ['the own ones', () => 'mine=true', [1, 2, 3, 4, 5, 6]],
    ['all of it at once', () => `mine=true&groupId=${other}&from=${day(-2)}&focusArea=active_learning`, [3]],
    ['a house that is not theirs', () => `institutionId=${kita.id}`, []],
  ])('can be narrowed to %s', async (_, query, expected) => {
    const answer = await stage
      .as('schoolLead')
      .get<{ items: { id: string }[] }>(`/api/activities?${query()}`);
    expect(answer.json.items.map(({ id }) => ids.indexOf(id)).toSorted()).toEqual(expected);
  });
});
