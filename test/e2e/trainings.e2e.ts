import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';

interface Training {
  id: string;
  title: string;
  state: string;
  version: number;
  minutes: number;
  sessions: { id: string; heldOn: string; minutes: number }[];
}

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const session = (days: number, more: object = {}): Record<string, unknown> => ({
  ...{ heldOn: day(days), startsAt: '09:00', endsAt: '16:00', breakMinutes: 60, ...more },
});
const begin = (more: object = {}, by: PersonKey = 'coordinator'): Promise<Answer> =>
  stage.as(by).post('/api/trainings', {
    ...{ municipalityId: stage.city.municipalityId, title: 'Bewegte Pause', focusArea: 'active_learning' },
    ...{ capacity: 12, ...more },
  });
const change = (id: string, changes: object, version: number): Promise<Answer> =>
  stage.as('coordinator').patch(`/api/trainings/${id}`, changes, version);
const one = (answer: Answer): Training => answer.json as unknown as Training;
async function titles(by: PersonKey, query: string): Promise<string[]> {
  const { json } = await stage.as(by).get(`/api/trainings?limit=200${query}`);
  return (json['items'] as unknown as Training[]).map(({ title }) => title);
}

test('a draft is its coordinators’ alone; opened it is everybody’s of the municipality', async () => {
  const made = await begin({
    title: 'Nur ein Entwurf',
    sessions: [session(20)],
    moduleIds: [stage.city.moduleId],
  });
  const { id } = one(made);
  expect(made.json).toMatchObject({
    ...{
      state: 'draft',
      minutes: 360,
      teachingUnits: 8,
      free: 12,
      registerBy: day(20),
      registrationOpen: false,
    },
    modules: [{ id: stage.city.moduleId, title: 'Balancieren' }],
  });
  const status = async (by: PersonKey): Promise<number> =>
    (await stage.as(by).get(`/api/trainings/${id}`)).status;
  const others = ['educator', 'schoolLead', 'coach', 'programmeLead', 'administrator'] as const;
  for (const by of [...others, 'distantCoordinator'] as const)
    expect([by, await status(by)]).toEqual([by, 404]);
  expect((await change(id, { state: 'open' }, 1)).json).toMatchObject({
    state: 'open',
    registrationOpen: true,
  });
  for (const by of others) expect([by, await status(by)]).toEqual([by, 200]);
  for (const by of ['distantLead', 'distantCoach', 'distantCoordinator', 'formerCoach', 'roleless'] as const)
    expect([by, await status(by)]).toEqual([by, 404]);
  expect((await begin({ municipalityId: stage.city.distantMunicipalityId })).status).toBe(404);
});

describe('what is sent', () => {
  test.each([
    [{ sessions: [{ heldOn: '2026-03-29', startsAt: '02:30', endsAt: '04:00' }] }, 'sessions.0.startsAt'],
    [{ sessions: [{ heldOn: '2027-01-10', startsAt: '10:00', endsAt: '09:00' }] }, 'sessions.0.endsAt'],
    [{ sessions: [{ heldOn: '2027-01-10', startsAt: '24:00', endsAt: '25:00' }] }, 'sessions.0.startsAt'],
    [{ sessions: [{ heldOn: '2027-02-29', startsAt: '09:00', endsAt: '10:00' }] }, 'sessions.0.heldOn'],
    [
      { sessions: [{ heldOn: '2027-01-10', startsAt: '09:00', endsAt: '10:00', breakMinutes: 60 }] },
      'sessions.0.breakMinutes',
    ],
    [{ capacity: 0 }, 'capacity'],
    [{ capacity: '12' }, 'capacity'],
    [{ kinds: [] }, 'kinds'],
    [{ kinds: ['kita', 'kita'] }, 'kinds'],
    [{ thresholdPercent: 101 }, 'thresholdPercent'],
    [{ focusArea: 'nonsense' }, 'focusArea'],
    [{ title: ' ' }, 'title'],
  ])('%j is refused at its field', async (more, field) => {
    const answer = await begin(more);
    const fields = [
      answer.json['field'],
      ...((answer.json['errors'] ?? []) as { field: string }[]).map((e) => e.field),
    ];
    expect([answer.status, fields.includes(field)]).toEqual([422, true]);
  });

  test('names only modules and districts that there are', async () => {
    for (const more of [{ moduleIds: [randomUUID()] }, { districtIds: [stage.city.distantDistrictId] }])
      expect((await begin(more)).status).toBe(404);
  });

  test('twice is one', async () => {
    const body = { id: randomUUID(), title: 'Zweimal', sessions: [session(3)] };
    expect([(await begin(body)).status, (await begin(body)).status]).toEqual([201, 200]);
    expect((await begin({ ...body, title: 'Anders' })).json['code']).toBe('id_reused');
  });
});

test('sessions are changed by their id; those left out go', async () => {
  const made = one(await begin({ sessions: [session(5), session(6)] }));
  const [first] = made.sessions;
  const sessions = [session(5, { id: first!.id, endsAt: '12:00' }), session(7)];
  const changed = one(await change(made.id, { sessions }, 1));
  expect(changed.sessions.map(({ id, heldOn, minutes }) => [id === first!.id, heldOn, minutes])).toEqual([
    [true, day(5), 120],
    [false, day(7), 360],
  ]);
  expect(changed.version).toBe(2);
  // Another training's session is not to be had by naming it.
  const other = one(await begin({ sessions: [session(8)] }));
  await change(other.id, { sessions: [session(9, { id: first!.id })] }, 1);
  const { json } = await stage.as('coordinator').get(`/api/trainings/${made.id}`);
  expect((json as unknown as Training).sessions.map(({ heldOn }) => heldOn)).toEqual([day(5), day(7)]);
});

test('goes from the draft to the people and to its end, a step at a time', async () => {
  const { id } = one(await begin());
  expect((await change(id, { state: 'open' }, 1)).json['field']).toBe('sessions');
  expect((await change(id, { sessions: [session(0)], state: 'open' }, 1)).status).toBe(200);
  expect((await change(id, { sessions: [] }, 2)).status).toBe(422);
  expect((await change(id, { state: 'draft' }, 2)).json['code']).toBe('no_such_step');
  const remove = (version: number): Promise<Answer> =>
    stage.as('coordinator').send('DELETE', `/api/trainings/${id}`, { version });
  expect((await remove(2)).json['code']).toBe('not_a_draft');
  expect((await change(id, { state: 'completed' }, 2)).json).toMatchObject({ state: 'completed' });
  expect((await change(id, { capacity: 3 }, 2)).status).toBe(412);
  const draft = one(await begin());
  expect(
    (await stage.as('coordinator').send('DELETE', `/api/trainings/${draft.id}`, { version: 1 })).status,
  ).toBe(204);
});

test('lists by date, what comes apart from what was, and finds by words', async () => {
  for (const [title, days] of [
    ['Später', 90],
    ['Früher', 60],
    ['Vorbei', -10],
    ['Länger vorbei', -40],
  ] as const) {
    const { id } = one(await begin({ title: `Liste ${title}`, sessions: [session(days)] }));
    await change(id, { state: 'open' }, 1);
  }
  expect(await titles('educator', '&q=liste&when=upcoming')).toEqual(['Liste Früher', 'Liste Später']);
  expect(await titles('educator', '&q=liste&when=past')).toEqual(['Liste Vorbei', 'Liste Länger vorbei']);
  const { json } = await stage.as('educator').get('/api/trainings?q=liste&limit=3');
  const rest = await stage
    .as('educator')
    .get(`/api/trainings?q=liste&limit=3&cursor=${json['next'] as string}`);
  expect((rest.json['items'] as unknown as Training[]).map(({ title }) => title)).toEqual(['Liste Später']);
});
