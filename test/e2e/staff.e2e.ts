import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import type { HouseKey, PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';

interface Member {
  id: string;
  name: string;
  version: number;
  editable: boolean;
  institutionId: string;
  positions: { id: string; institutionId: string; until: string | null; version: number }[];
}

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const houseId = (house: HouseKey): string => stage.city.houses[house].id;
const enter = (
  by: PersonKey,
  house: HouseKey,
  name: string,
  more: object = {},
): Promise<Answer<Member & Record<string, never>>> =>
  stage.as(by).post('/api/staff-members', {
    ...{ institutionId: houseId(house), name, function: 'educator', ...more },
  });
async function names(by: PersonKey, query = ''): Promise<string[]> {
  const { json } = await stage.as(by).get(`/api/staff-members?limit=200${query}`);
  return (json['items'] as unknown as Member[]).map(({ name }) => name);
}
async function find(by: PersonKey, id: string): Promise<Member | undefined> {
  const { json } = await stage.as(by).get('/api/staff-members?limit=200');
  return (json['items'] as unknown as Member[]).find((member) => member.id === id);
}
const place = (by: PersonKey, staffMemberId: string, house: HouseKey): Promise<Answer> =>
  stage.as(by).post('/api/staff-positions', { staffMemberId, institutionId: houseId(house) });

describe('a name', () => {
  test('is read by the lead of the house and the coordinators, and by nobody else', async () => {
    await enter('lead', 'kita', 'Ayşe Öztürk');
    for (const by of ['lead', 'coordinator'] as const) expect(await names(by)).toContain('Ayşe Öztürk');
    for (const by of ['schoolLead', 'distantLead', 'distantCoordinator'] as const)
      expect(await names(by)).not.toContain('Ayşe Öztürk');
    for (const by of ['educator', 'coach', 'programmeLead', 'administrator'] as const)
      expect((await stage.as(by).get('/api/staff-members')).status).toBe(403);
    expect(await names('lead', '&q=ozturk')).toEqual(['Ayşe Öztürk']);
  });

  test('cannot be had by saying that somebody works here too', async () => {
    const { id } = (await enter('schoolLead', 'school', 'Bruno Fremd')).json;
    const answer = await place('lead', id, 'kita');
    const unknown = await place('lead', randomUUID(), 'kita');
    expect([answer.status, answer.json['code']]).toEqual([404, 'not_found']);
    expect([unknown.status, unknown.json['title']]).toEqual([404, answer.json['title']]);
    expect(await names('lead')).not.toContain('Bruno Fremd');
  });

  test('is read in a second house once the coordinator has said so, up to the last day', async () => {
    const { id } = (await enter('schoolLead', 'school', 'Carla Doppelt')).json;
    const position = await place('coordinator', id, 'kita');
    expect(position.status).toBe(201);
    const seen = await find('lead', id);
    expect([seen?.name, seen?.editable, seen?.positions.map(({ institutionId }) => institutionId)]).toEqual([
      ...['Carla Doppelt', false, [houseId('kita')]],
    ]);
    const change = await stage.as('lead').patch(`/api/staff-members/${id}`, { name: 'X' }, 1);
    expect(change.status).toBe(403);

    const path = `/api/staff-positions/${position.field('id')}`;
    expect((await stage.as('lead').patch(path, { until: stage.city.today }, 1)).status).toBe(200);
    expect(await find('lead', id)).toBeDefined();
    const yesterday = addDays(stage.city.today, -1);
    expect((await stage.as('coordinator').patch(path, { until: yesterday }, 2)).status).toBe(200);
    expect(await find('lead', id)).toBeUndefined();
    expect((await find('schoolLead', id))?.name).toBe('Carla Doppelt');
  });
});

describe('a record', () => {
  test('sent twice is one, with one position', async () => {
    const id = randomUUID();
    expect((await enter('lead', 'kita', 'Dora Zweimal', { id })).status).toBe(201);
    const again = await enter('lead', 'kita', 'Dora Zweimal', { id });
    expect([again.status, again.json.positions.length]).toEqual([200, 1]);
    expect((await enter('lead', 'kita', 'Dora Anders', { id })).status).toBe(422);
  });

  test('with an address that somebody in the house has already is asked about', async () => {
    await enter('lead', 'kita', 'Emil Erst', { email: 'team@example.org' });
    const second = await enter('lead', 'kita', 'Emma Zweit', { email: 'TEAM@example.org' });
    expect([second.status, second.field('code')]).toEqual([409, 'same_email']);
    expect(second.field('title')).toContain('Emil Erst');
    const meant = { email: 'team@example.org', despiteSameEmail: true };
    expect((await enter('lead', 'kita', 'Emma Zweit', meant)).status).toBe(201);
    expect((await enter('schoolLead', 'school', 'Ein Dritter', { email: 'team@example.org' })).status).toBe(
      201,
    );
  });

  test('is linked with an account of the house, and with no other', async () => {
    const { people } = stage.city;
    const foreign = await enter('lead', 'kita', 'Frida', { accountId: people.schoolEducator.id });
    const unknown = await enter('lead', 'kita', 'Frida', { accountId: randomUUID() });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    const accountId = people.colleague.id;
    expect((await enter('lead', 'kita', 'Frida', { accountId })).status).toBe(201);
    expect((await enter('lead', 'kita', 'Frida', { accountId })).field('code')).toBe('account_taken');
  });

  test('goes with the person to another house, which then keeps it', async () => {
    const { id } = (await enter('lead', 'kita', 'Gerd Umzug')).json;
    const early = await stage
      .as('coordinator')
      .patch(`/api/staff-members/${id}`, { institutionId: houseId('school') }, 1);
    expect([early.status, early.json['field']]).toEqual([422, 'institutionId']);
    await place('coordinator', id, 'school');
    const moved = await stage
      .as('coordinator')
      .patch(`/api/staff-members/${id}`, { institutionId: houseId('school') }, 1);
    expect([moved.status, moved.json['institutionId']]).toEqual([200, houseId('school')]);
    expect((await find('lead', id))?.editable).toBe(false);
    expect((await place('coordinator', id, 'distant')).status).toBe(404);
  });

  test('is among the former ones after the last day', async () => {
    const { id, positions } = (await enter('lead', 'kita', 'Hanna Weg')).json;
    const until = addDays(stage.city.today, -1);
    await stage.as('lead').patch(`/api/staff-positions/${positions[0]!.id}`, { until }, 1);
    expect(await find('lead', id)).toBeUndefined();
    expect(await names('lead', `&former=true&institutionId=${houseId('kita')}`)).toContain('Hanna Weg');
    const wrong = await stage
      .as('lead')
      .patch(`/api/staff-positions/${positions[0]!.id}`, { since: stage.city.today }, 2);
    expect([wrong.status, wrong.json['field']]).toEqual([422, 'until']);
  });

  test('made by mistake goes, and one that was registered stays', async () => {
    const { id } = (await enter('lead', 'kita', 'Ida Irrtum')).json;
    expect((await stage.as('lead').send('DELETE', `/api/staff-members/${id}`, { version: 1 })).status).toBe(
      204,
    );
    const { id: kept } = (await enter('lead', 'kita', 'Jan Angemeldet')).json;
    const { municipalityId } = stage.city;
    const training = {
      id: randomUUID(),
      municipalityId,
      title: 'X',
      focusArea: 'active_learning',
      capacity: 1,
    };
    await stage.as('coordinator').post('/api/trainings', training);
    await stage.db.query(
      `insert into training_registrations (institution_id, id, training_id, staff_member_id, state, arrival)
       values ($1, gen_random_uuid(), $2, $3, 'confirmed', 1)`,
      [houseId('kita'), training.id, kept],
    );
    const answer = await stage.as('lead').send('DELETE', `/api/staff-members/${kept}`, { version: 1 });
    expect([answer.status, answer.json['code']]).toEqual([409, 'staff_member_in_use']);
  });
});
