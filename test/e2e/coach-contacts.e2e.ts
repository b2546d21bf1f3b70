import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate, mondayOf } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { insertRow } from '../support/rows.js';
import { Stage } from '../support/stage.js';

/* When coaches advised houses, what was agreed, and what a coach begins the day with. */

type Row = Record<string, unknown>;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  // The coach of today has been there for a while.
  await stage.db.query(`delete from coach_assignments where account_id = $1`, [
    stage.city.people.formerCoach.id,
  ]);
  await stage.db.query(`update coach_assignments set first_day = $2 where account_id = $1`, [
    stage.city.people.coach.id,
    day(-100),
  ]);
});
afterAll(() => stage.close());

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const items = ({ json }: Answer): Row[] => json['items'] as unknown as Row[];
const said = ({ status, json }: Answer): unknown[] => [status, json['field'] ?? json['code'], json['title']];

const HELD = { state: 'held', way: 'on_site', minutes: 45 };
const enter = (more: Row = {}, by: PersonKey = 'coach'): Promise<Answer> =>
  stage.as(by).post('/api/coach-contacts', {
    ...{ institutionId: stage.city.houses.kita.id, heldOn: day(-2), ...HELD },
    ...more,
  });
const change = (answer: Answer, changes: Row, by: PersonKey = 'coach'): Promise<Answer> =>
  stage.as(by).patch(`/api/coach-contacts/${answer.field('id')}`, changes, Number(answer.json['version']));

describe('a contact', () => {
  test('is entered by the house’s coach, in the own name, or by the city in the coach’s', async () => {
    const held = await enter({ topics: 'Bewegungsecke', nextStep: 'Matten bestellen', nextStepDue: day(7) });
    expect([held.status, held.json]).toEqual([
      201,
      expect.objectContaining({ ...HELD, coachId: stage.city.people.coach.id, editable: true, version: 1 }),
    ]);
    expect((await enter({}, 'coordinator')).json).toMatchObject({ coachId: stage.city.people.coach.id });
    const other = { coachId: stage.city.people.formerCoach.id };
    expect(said(await enter(other)).slice(0, 2)).toEqual([404, 'coachId']);
    expect(said(await enter(other, 'coordinator'))).toEqual([
      ...[422, 'heldOn', expect.stringContaining('ist jemand anderes Coach der Einrichtung')],
    ]);
    expect(said(await enter({ heldOn: day(-101) }))).toEqual([
      ...[422, 'heldOn', expect.stringContaining('hat die Einrichtung keinen Coach')],
    ]);
  });

  test('is read by the lead, the coach, the city and the programme lead; not by educators or administrators', async () => {
    const path = `/api/coach-contacts/${(await enter()).field('id')}`;
    for (const person of ['lead', 'coach', 'coordinator', 'programmeLead'] as const) {
      expect((await stage.as(person).get(path)).status).toBe(200);
    }
    for (const person of ['educator', 'administrator'] as const) {
      expect((await stage.as(person).get(path)).status).toBe(403);
    }
    for (const person of ['schoolLead', 'distantCoach', 'formerCoach', 'distantCoordinator'] as const) {
      expect((await stage.as(person).get(path)).status).toBe(404);
    }
    expect((await stage.as('lead').patch(path, { topics: 'x' }, 1)).status).toBe(403);
    expect((await stage.as('distantCoach').patch(path, { topics: 'x' }, 1)).status).toBe(404);
  });

  test('is planned, then held or cancelled; a next step is done', async () => {
    const planned = await enter({ state: 'planned', minutes: null, heldOn: day(5), startsAt: '10:15' });
    expect(planned.json).toMatchObject({ state: 'planned', startsAt: '10:15', minutes: null });
    expect(said(await change(planned, { state: 'held', minutes: 30 }))[1]).toBe('heldOn');
    const step = { nextStep: 'Anrufen', nextStepDue: day(1) };
    const held = await change(planned, { state: 'held', heldOn: day(0), minutes: 30, ...step });
    expect(held.json).toMatchObject({ state: 'held', ...step, version: 2 });
    expect((await change(held, { nextStepDoneOn: day(0) })).json).toMatchObject({ nextStepDoneOn: day(0) });
    expect(
      (await change(await enter({ state: 'planned', heldOn: day(2) }), { state: 'cancelled' })).status,
    ).toBe(200);
    const open = await stage.as('lead').get('/api/coach-contacts?openStep=true&limit=200');
    expect(items(open).map(({ id }) => id)).not.toContain(held.field('id'));
  });

  test('says what is missing or cannot be', async () => {
    for (const [wrong, field] of [
      [{ minutes: null }, 'minutes'],
      [{ minutes: 0 }, 'minutes'],
      [{ heldOn: day(1) }, 'heldOn'],
      [{ state: 'planned', heldOn: day(-1) }, 'heldOn'],
      [{ nextStepDue: day(3) }, 'nextStep'],
      [{ nextStep: 'x', nextStepDue: day(-3) }, 'nextStepDue'],
      [{ startsAt: '24:00' }, 'startsAt'],
      [{ way: 'letter' }, 'way'],
    ] as const) {
      expect(said(await enter(wrong)).slice(0, 2)).toEqual([422, field]);
    }
  });

  test('sent twice is one; two who change it do not overwrite each other; a mistake is removed', async () => {
    const id = randomUUID();
    const sent = [await enter({ id }), await enter({ id })];
    expect(sent.map(({ status }) => status)).toEqual([201, 200]);
    expect(said(await enter({ id, topics: 'anders' })).slice(0, 2)).toEqual([422, 'id']);
    expect((await change(sent[0]!, { topics: 'zuerst' }, 'coordinator')).status).toBe(200);
    expect((await change(sent[0]!, { topics: 'zu spät' })).status).toBe(412);
    expect((await stage.as('coach').delete(`/api/coach-contacts/${id}`, 2)).status).toBe(204);
    expect((await stage.as('coach').get(`/api/coach-contacts/${id}`)).status).toBe(404);
  });
});

describe('the coach’s desk', () => {
  test('shows the houses of today, longest without contact first, what was agreed and what is to come', async () => {
    const { coach } = stage.city.people;
    const { kita, school } = stage.city.houses;
    await stage.db.query('delete from coach_contacts');
    await stage.db.query('delete from module_bookings');
    const desk = async (): Promise<Row> => (await stage.as('coach').get('/api/coach-desk')).json;
    expect((await desk())['houses']).toMatchObject([{ institutionId: kita.id, lastContactOn: null }]);

    const assignment = {
      institutionId: school.id,
      id: randomUUID(),
      accountId: coach.id,
      firstDay: day(-50),
    };
    await insertRow(stage.db, 'coach_assignments', assignment);
    await enter({ heldOn: day(-40), nextStep: 'Später', nextStepDue: day(30) });
    await enter({ institutionId: school.id, heldOn: day(-10), nextStep: 'Bald', nextStepDue: day(1) });
    const planned = { state: 'planned', minutes: null };
    await enter({ ...planned, heldOn: day(0), startsAt: '14:00', institutionId: school.id });
    const wish = { institutionId: kita.id, moduleId: stage.city.moduleId };
    const book = (more: Row): Promise<Answer> =>
      stage.as('coach').post('/api/module-bookings', { ...wish, ...more });
    await book({});
    await book({ state: 'planned', plannedOn: day(0), plannedStart: '09:00' });
    await book({ state: 'planned', plannedOn: day(-8) });

    const shown = await desk();
    expect(shown['houses']).toMatchObject([
      {
        institutionId: kita.id,
        lastContactOn: day(-40),
        daysSince: 40,
        wished: 1,
        planned: 2,
        nextContactOn: null,
      },
      { institutionId: school.id, lastContactOn: day(-10), daysSince: 10, wished: 0, nextContactOn: day(0) },
    ]);
    expect(shown['nextSteps']).toMatchObject([{ nextStep: 'Bald' }, { nextStep: 'Später' }]);
    expect(shown['week']).toMatchObject({
      from: mondayOf(stage.city.today),
      dates: [
        { kind: 'booking', day: day(0), time: '09:00', title: 'Balancieren' },
        { kind: 'contact', day: day(0), time: '14:00', way: 'on_site' },
      ],
    });
    expect(shown['unreported']).toMatchObject([{ kind: 'booking', day: day(-8) }]);
  });

  test('is empty for a coach without a house, and nobody else’s', async () => {
    const empty = await stage.as('formerCoach').get('/api/coach-desk');
    expect(empty.json).toMatchObject({ houses: [], nextSteps: [], unreported: [], week: { dates: [] } });
    expect((await stage.as('coordinator').get('/api/coach-desk')).status).toBe(403);
  });
});
