import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';

/* The catalogue of modules, what houses choose from it and what becomes of it, and the box of material. */

type Row = Record<string, unknown>;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const items = ({ json }: Answer): Row[] => json['items'] as unknown as Row[];
const said = ({ status, json }: Answer): unknown[] => [status, json['field'] ?? json['code'], json['title']];

const MODULE = { focusArea: 'fairplay_teamwork', audience: 'parents', format: 'talk', usualMinutes: 90 };
const addModule = (title: string, more: Row = {}): Promise<Answer> =>
  stage.as('administrator').post('/api/modules', { ...MODULE, title, ...more });

const choose = (by: PersonKey = 'lead', more: Row = {}): Promise<Answer> =>
  stage.as(by).post('/api/module-bookings', {
    ...{ institutionId: stage.city.houses.kita.id, moduleId: stage.city.moduleId },
    ...more,
  });
const change = (answer: Answer, changes: Row, by: PersonKey = 'lead'): Promise<Answer> =>
  stage.as(by).patch(`/api/module-bookings/${answer.field('id')}`, changes, Number(answer.json['version']));

describe('the catalogue', () => {
  test('is kept by administrators and read by everybody who is signed in', async () => {
    const added = await addModule('Elternabend Schlaf', { description: 'Warum Schlaf beim Wachsen hilft.' });
    expect([added.status, added.json]).toEqual([
      201,
      expect.objectContaining({ ...MODULE, active: true, version: 1 }),
    ]);
    for (const person of ['educator', 'lead', 'coach', 'coordinator', 'programmeLead', 'roleless'] as const) {
      expect((await stage.as(person).get(`/api/modules/${added.field('id')}`)).json).toEqual(added.json);
      expect((await stage.as(person).post('/api/modules', { ...MODULE, title: 'x' })).status).toBe(403);
    }
    const found = await stage.as('educator').get('/api/modules?q=schlaf&audience=parents&format=talk');
    expect(items(found)).toEqual([added.json]);
    expect(items(await stage.as('educator').get('/api/modules?q=schlaf&audience=staff'))).toEqual([]);
  });

  test('has a title once among what is offered, whatever its case; what is retired stays readable', async () => {
    const first = await addModule('Fair gewinnt');
    expect(said(await addModule('FAIR GEWINNT'))).toEqual([
      ...[409, 'title', 'Titel: Ein Modul mit diesem Titel gibt es im Katalog schon.'],
    ]);
    const path = `/api/modules/${first.field('id')}`;
    const retired = await stage.as('administrator').patch(path, { active: false }, 1);
    expect(retired.json).toMatchObject({ active: false, version: 2 });
    expect((await addModule('Fair gewinnt')).status).toBe(201);
    expect((await stage.as('lead').get(path)).json).toMatchObject({ title: 'Fair gewinnt', active: false });
    expect(said(await choose('lead', { moduleId: first.field('id') }))).toEqual([
      ...[422, 'moduleId', 'Modul: „Fair gewinnt“ wird nicht mehr angeboten.'],
    ]);
    expect((await stage.as('administrator').patch(path, { active: true }, 2)).status).toBe(409);
  });

  test('comes in the order of the focus areas, page by page', async () => {
    await addModule('Zum Schluss', { focusArea: 'global_learning' });
    await addModule('Zum Anfang', { focusArea: 'health_promotion' });
    const whole = items(await stage.as('lead').get('/api/modules?limit=200')).map(({ title }) => title);
    expect([whole[0], whole.at(-1)]).toEqual(['Zum Anfang', 'Zum Schluss']);
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await stage.as('lead').get(`/api/modules?limit=2${next}`);
      paged.push(...items(page).map(({ title }) => title));
      cursor = page.json['next'] as string | null;
    }
    expect(paged).toEqual(whole);
  });

  test('names the tasks it is good for, in the order of their catalogue; other tasks are a new version', async () => {
    const made = await addModule('Hüpfen und balancieren', { itemCodes: ['BR', 'SHH'] });
    expect(made.json).toMatchObject({ itemCodes: ['SHH', 'BR'], version: 1 });
    const path = `/api/modules/${made.field('id')}`;
    const changed = await stage.as('administrator').patch(path, { itemCodes: [] }, 1);
    expect(changed.json).toMatchObject({ itemCodes: [], active: true, version: 2 });
    expect((await stage.as('administrator').patch(path, { itemCodes: ['RB'] }, 1)).status).toBe(412);
    for (const itemCodes of [['NIE'], ['BR', 'BR'], ['br'], [null], 'BR', [1]]) {
      const refused = await stage.as('administrator').patch(path, { itemCodes }, 2);
      expect(said(refused).slice(0, 2)).toEqual([422, 'itemCodes']);
    }
    expect((await stage.as('lead').get(path)).json).toMatchObject({ itemCodes: [], version: 2 });
  });

  test('refuses what is no module', async () => {
    for (const [wrong, field] of [
      [{ focusArea: 'nothing' }, 'focusArea'],
      [{ audience: 'teachers' }, 'audience'],
      [{ format: 'party' }, 'format'],
      [{ title: '' }, 'title'],
      [{ usualMinutes: 4 }, 'usualMinutes'],
    ] as const) {
      expect(said(await addModule('Falsch', wrong)).slice(0, 2)).toEqual([422, field]);
    }
  });

  test('names focus areas as the administrator words them; the code stays', async () => {
    const [first] = items(await stage.as('educator').get('/api/focus-areas'));
    const path = `/api/focus-areas/${String(first!['id'])}`;
    expect((await stage.as('coordinator').patch(path, { title: 'x' }, 1)).status).toBe(403);
    const renamed = await stage.as('administrator').patch(path, { title: 'Gesund groß werden' }, 1);
    expect(renamed.json).toMatchObject({ code: 'health_promotion', title: 'Gesund groß werden', version: 2 });
    expect((await stage.as('administrator').patch(path, { title: 'x' }, 1)).status).toBe(412);
    expect(said(await stage.as('administrator').patch(path, { title: '' }, 2)).slice(0, 2)).toEqual([
      ...[422, 'title'],
    ]);
  });
});

describe('a module of a house', () => {
  test('goes from the wish over the plan to what took place, each move in the trail', async () => {
    const wished = await choose('lead', {
      wishedFrom: day(10),
      wishedTo: day(40),
      remarks: 'Gern vormittags',
    });
    expect([wished.status, wished.json]).toEqual([
      201,
      expect.objectContaining({
        ...{ state: 'wished', moduleTitle: 'Balancieren', audience: 'children', editable: true, version: 1 },
        ...{ wishedFrom: day(10), wishedTo: day(40), plannedOn: null },
      }),
    ]);
    const planned = await change(
      wished,
      { state: 'planned', plannedOn: day(0), plannedStart: '09:30' },
      'coach',
    );
    expect(planned.json).toMatchObject({ state: 'planned', plannedStart: '09:30', version: 2 });
    const done = { state: 'delivered', deliveredOn: day(0), minutes: 95, children: 18, staff: 2 };
    const delivered = await change(planned, done, 'coordinator');
    expect(delivered.json).toMatchObject({ ...done, plannedOn: day(0), remarks: 'Gern vormittags' });
    const id = wished.field('id');
    for (const action of ['create', 'plan', 'deliver']) {
      const entries = await stage.trail(`module_booking.${action}`);
      expect(entries.filter(({ object_id }) => object_id === id)).toHaveLength(1);
    }
  });

  test('falls out with a reason, and may be wished again', async () => {
    const wished = await choose();
    expect(said(await change(wished, { state: 'cancelled' }))).toEqual([
      ...[422, 'cancelReason', 'Grund fehlt: bitte angeben, warum es ausgefallen ist.'],
    ]);
    const cancelled = await change(wished, { state: 'cancelled', cancelReason: 'Referentin krank' });
    expect(cancelled.json).toMatchObject({ state: 'cancelled', cancelledOn: day(0) });
    expect(said(await change(cancelled, { state: 'delivered' })).slice(0, 2)).toEqual([409, 'state']);
    const again = await change(cancelled, { state: 'wished' });
    expect(again.json).toMatchObject({ state: 'wished', cancelReason: null, cancelledOn: null });
  });

  test('does not take place tomorrow, nor when the house did not take part', async () => {
    const wished = await choose();
    const done = { state: 'delivered', minutes: 60, children: 9 };
    expect(said(await change(wished, { ...done, deliveredOn: day(1) }))[1]).toBe('deliveredOn');
    expect(said(await change(wished, { ...done, deliveredOn: day(-501) }))).toEqual([
      ...[422, 'deliveredOn', expect.stringContaining('nimmt die Einrichtung nicht am Programm teil')],
    ]);
    expect((await change(wished, { ...done, deliveredOn: day(-500) })).status).toBe(200);
  });

  test('is chosen only by a house that takes part, and is open', async () => {
    const { idle, closed } = stage.city.houses;
    expect(said(await choose('coordinator', { institutionId: idle.id })).slice(0, 2)).toEqual([
      ...[409, 'not_participating'],
    ]);
    expect(said(await choose('coordinator', { institutionId: closed.id })).slice(0, 2)).toEqual([
      ...[409, 'institution_archived'],
    ]);
  });

  test('is kept by its lead, its coach and the city, read by its educators, and nobody else’s', async () => {
    const wished = await choose('coach');
    const path = `/api/module-bookings/${wished.field('id')}`;
    expect((await stage.as('educator').get(path)).json).toMatchObject({ editable: false });
    expect((await stage.as('programmeLead').get(path)).json).toMatchObject({ editable: false });
    for (const person of ['schoolLead', 'distantCoordinator', 'formerCoach'] as const) {
      expect((await stage.as(person).get(path)).status).toBe(404);
      expect((await stage.as(person).patch(path, { remarks: 'x' }, 1)).status).toBe(404);
    }
    for (const person of ['educator', 'administrator', 'programmeLead'] as const) {
      expect((await stage.as(person).patch(path, { remarks: 'x' }, 1)).status).toBe(403);
    }
    expect((await stage.as('administrator').get(path)).status).toBe(403);
  });

  test('sent twice is one, and two people who change it do not overwrite each other', async () => {
    const id = randomUUID();
    expect((await choose('lead', { id })).status).toBe(201);
    expect((await choose('lead', { id })).status).toBe(200);
    expect(said(await choose('lead', { id, remarks: 'anders' })).slice(0, 2)).toEqual([422, 'id']);
    const path = `/api/module-bookings/${id}`;
    expect((await stage.as('coach').patch(path, { remarks: 'zuerst' }, 1)).status).toBe(200);
    const late = await stage.as('lead').patch(path, { remarks: 'zu spät' }, 1);
    expect([late.status, late.json['current']]).toEqual([
      412,
      expect.objectContaining({ remarks: 'zuerst' }),
    ]);
    expect((await stage.as('lead').patch(path, { remarks: 'x' })).status).toBe(428);
  });

  test('is taken back while it is a wish, and not later', async () => {
    const wished = await choose();
    const planned = await change(await choose(), { state: 'planned', plannedOn: day(3) });
    const remove = (answer: Answer): Promise<Answer> =>
      stage.as('lead').delete(`/api/module-bookings/${answer.field('id')}`, Number(answer.json['version']));
    expect((await remove(wished)).status).toBe(204);
    expect(said(await remove(planned)).slice(0, 2)).toEqual([409, 'booking_not_wished']);
  });

  test('is listed by house, coach, state and day, and by what nobody has reported on', async () => {
    const { kita, school } = stage.city.houses;
    const late = await choose('coach', { state: 'planned', plannedOn: day(-30) });
    const list = async (query: string, by: PersonKey = 'coordinator'): Promise<Row[]> =>
      items(await stage.as(by).get(`/api/module-bookings?limit=200&${query}`));
    expect((await list(`overdue=true`)).map(({ id }) => id)).toEqual([late.field('id')]);
    expect(await list(`from=${day(-30)}&to=${day(-30)}&state=planned`)).toHaveLength(1);
    expect(await list(`from=${day(-29)}&to=${day(-29)}`)).toHaveLength(0);
    const own = await list(`coachId=${stage.city.people.coach.id}`);
    expect(new Set(own.map(({ institutionId }) => institutionId))).toEqual(new Set([kita.id]));
    const days = async (sort: string): Promise<unknown[]> => {
      const rows: unknown[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const next = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = await stage.as('lead').get(`/api/module-bookings?limit=2&sort=${sort}${next}`);
        rows.push(...items(page).map(({ id }) => id));
        cursor = page.json['next'] as string | null;
      }
      return rows;
    };
    expect(await days('day')).toEqual((await days('-day')).reverse());
    expect((await stage.as('lead').get('/api/module-bookings?sort=title')).status).toBe(400);
    expect(await list(`institutionId=${school.id}`, 'coach')).toEqual([]);
    expect((await list(`institutionId=${school.id}`)).map(({ id }) => id)).toEqual([school.bookingId]);
  });
});

describe('the box of material', () => {
  const run = async (): Promise<Row> => {
    const { json } = await stage.as('coordinator').get(`/api/institutions/${stage.city.houses.kita.id}`);
    return json['participation'] as unknown as Row;
  };
  const handOver = async (materialsOn: string | null, by: PersonKey = 'coach'): Promise<Answer> => {
    const { id, version } = await run();
    return stage
      .as(by)
      .patch(`/api/participations/${String(id)}/materials`, { materialsOn }, Number(version));
  };

  test('is handed over by the coach or the city, on a day of the run', async () => {
    expect((await handOver(day(-3))).json).toMatchObject({ materialsOn: day(-3), status: 'active' });
    expect(await run()).toMatchObject({ materialsOn: day(-3) });
    expect((await handOver(null, 'coordinator')).json).toMatchObject({ materialsOn: null });
    for (const wrong of [day(1), day(-501)]) expect(said(await handOver(wrong))[1]).toBe('materialsOn');
    const [entry] = await stage.trail('participation.hand_over');
    expect(entry).toMatchObject({ actor_id: stage.city.people.coach.id, fields: ['materialsOn'] });
  });

  test('is nothing that the lead, or whoever coached before, may say', async () => {
    expect((await handOver(day(0), 'lead')).status).toBe(403);
    expect((await handOver(day(0), 'formerCoach')).status).toBe(404);
    expect((await handOver(day(0), 'distantCoordinator')).status).toBe(404);
    const { id } = await run();
    const late = await stage
      .as('coach')
      .patch(`/api/participations/${String(id)}/materials`, { materialsOn: null }, 999);
    expect(late.status).toBe(412);
  });
});

describe('an activity', () => {
  const note = (moduleId: string | null): Promise<Answer> =>
    stage.as('educator').post('/api/activities', {
      ...{ institutionId: stage.city.houses.kita.id, groupId: stage.city.houses.kita.groupId },
      ...{ heldOn: day(0), focusArea: 'active_learning', minutes: 30, childrenPresent: 12, moduleId },
    });

  test('may name a module of the catalogue', async () => {
    const noted = await note(stage.city.moduleId);
    expect([noted.status, noted.json]).toEqual([
      201,
      expect.objectContaining({ moduleTitle: 'Balancieren' }),
    ]);
    expect((await note(null)).json).toMatchObject({ moduleId: null, moduleTitle: null });
    expect(said(await note(randomUUID()))).toEqual([404, 'moduleId', 'Modul: Dieses Modul gibt es nicht.']);
    const retired = await addModule('Nicht mehr im Angebot', { active: false });
    expect(said(await note(retired.field('id'))).slice(0, 2)).toEqual([422, 'moduleId']);
  });
});
