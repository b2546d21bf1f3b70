import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { HouseKey, PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

interface Registered {
  staffMemberId: string;
  outcome: string;
  code: string | null;
  reason: string | null;
  registration: { id: string; waitingPlace: number | null; version: number } | null;
}

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
afterEach(() => stage.app.clock.standAt(null));

const day = (days: number): CalendarDate => addDays(stage.city.today, days);
const session = (days: number, startsAt = '09:00', endsAt = '16:00'): object => ({
  ...{ heldOn: day(days), startsAt, endsAt, breakMinutes: 60 },
});

/** An open training in 30 days, unless said otherwise. */
async function newTraining(capacity: number, more: object = {}): Promise<string> {
  const coordinator = stage.as('coordinator');
  const made = await coordinator.post('/api/trainings', {
    ...{ municipalityId: stage.city.municipalityId, title: 'Bewegte Pause', focusArea: 'active_learning' },
    ...{ capacity, place: 'Turnhalle', sessions: [session(30)], ...more },
  });
  expect(made.status).toBe(201);
  const opened = await coordinator.patch(`/api/trainings/${made.field('id')}`, { state: 'open' }, 1);
  expect(opened.status).toBe(200);
  return made.field('id');
}

async function newMember(house: HouseKey, name: string, more: object = {}): Promise<string> {
  const answer = await stage.as('coordinator').post('/api/staff-members', {
    ...{ institutionId: stage.city.houses[house].id, name, function: 'educator', ...more },
  });
  expect(answer.status).toBe(201);
  return answer.field('id');
}

async function register(
  by: PersonKey,
  trainingId: string,
  staffMemberIds: string[],
  more: object = {},
): Promise<Registered[]> {
  const body = { trainingId, staffMemberIds, ...more };
  const answer = await stage.as(by).post('/api/training-registrations', body);
  expect([answer.status, answer.json['title'] ?? '']).toEqual([200, '']);
  return answer.json['items'] as unknown as Registered[];
}
const outcomes = async (...asked: Parameters<typeof register>): Promise<unknown[]> =>
  (await register(...asked)).map(
    ({ outcome, code, registration }) => code ?? registration?.waitingPlace ?? outcome,
  );

const training = async (id: string, by: PersonKey = 'coordinator'): Promise<Answer> =>
  stage.as(by).get(`/api/trainings/${id}`);
async function seats(id: string): Promise<unknown[]> {
  const { json } = await training(id);
  return [json['confirmed'], json['waiting'], json['free']];
}
async function change(id: string, changes: object): Promise<Answer> {
  const { json } = await training(id);
  return stage.as('coordinator').patch(`/api/trainings/${id}`, changes, json['version'] as number);
}
async function withdraw(by: PersonKey, id: string): Promise<Answer> {
  const [row] = await rowsOf<{ version: number }>(
    stage.db,
    'select version from training_registrations where id = $1',
    [id],
  );
  return stage.as(by).send('POST', `/api/training-registrations/${id}/withdraw`, { version: row!.version });
}
/** Who is told what, in the order it was written. */
const mails = async (address: string): Promise<string[]> =>
  (
    await rowsOf<{ kind: string }>(
      stage.db,
      'select kind from mail_outbox where recipient_address = $1 order by id',
      [address],
    )
  ).map(({ kind }) => kind);

describe('the last seat', () => {
  test('goes to as many as there are seats when forty come at once; the others wait in the order they came', async () => {
    const id = await newTraining(7);
    const members: string[] = [];
    for (let n = 0; n < 40; n += 1) members.push(await newMember(n % 2 ? 'kita' : 'school', `Person ${n}`));
    const answers = await Promise.all(
      members.map((member, n) => register(n % 2 ? 'lead' : 'schoolLead', id, [member])),
    );
    const outcome = (wanted: string): Registered[] =>
      answers.flat().filter((answer) => answer.outcome === wanted);
    expect([outcome('confirmed').length, outcome('waiting').length]).toEqual([7, 33]);
    expect(await seats(id)).toEqual([7, 33, 0]);

    const rows = await rowsOf<{ id: string; state: string; arrival: number; waiting_place: number | null }>(
      stage.db,
      'select id, state, arrival, waiting_place from training_registrations where training_id = $1 order by arrival',
      [id],
    );
    expect(rows.map(({ arrival }) => arrival)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(rows.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 7 }, () => 'confirmed'),
      ...Array.from({ length: 33 }, () => 'waiting'),
    ]);
    expect(rows.slice(7).map((row) => row.waiting_place)).toEqual(
      Array.from({ length: 33 }, (_, n) => n + 1),
    );
    // What everybody was told is what stands there.
    for (const { registration } of outcome('waiting'))
      expect(rows.find((row) => row.id === registration!.id)!.waiting_place).toBe(registration!.waitingPlace);
  }, 30_000);

  test('given back by one and taken again by forty at once goes to whoever waits longest', async () => {
    const id = await newTraining(1);
    const [first, next, ...others] = await Promise.all(
      Array.from({ length: 8 }, (_, n) => newMember('kita', `Reihe ${n}`)),
    );
    const [seat] = await register('lead', id, [first!]);
    expect(await outcomes('lead', id, [next!])).toEqual([1]);
    const [given] = await Promise.all([
      withdraw('lead', seat!.registration!.id),
      ...others.map((member) => register('lead', id, [member])),
    ]);
    expect([given.status, given.json['state']]).toEqual([200, 'withdrawn']);
    expect(await seats(id)).toEqual([1, 6, 0]);
    expect(await register('lead', id, [next!])).toMatchObject([{ outcome: 'confirmed' }]);
    // Whoever gave it back comes anew, at the end.
    expect(await outcomes('lead', id, [first!])).toEqual([7]);
  });

  test('asked for twice is one registration', async () => {
    const id = await newTraining(1);
    const member = await newMember('kita', 'Doppelklick');
    const answers = await Promise.all(Array.from({ length: 10 }, () => register('lead', id, [member])));
    expect(new Set(answers.flat().map(({ registration }) => registration!.id)).size).toBe(1);
    expect(await seats(id)).toEqual([1, 0, 0]);
    const entries = await stage.trail('training_registration.create');
    const [{ registration }] = answers[0] as [Registered];
    expect(entries.filter(({ object_id }) => object_id === registration!.id)).toHaveLength(1);
  });
});

describe('the messages', () => {
  test('say who has a seat, who waits, and who moves up', async () => {
    const id = await newTraining(1);
    const [a, b, c] = [
      await newMember('kita', 'Anna', { email: 'anna@example.org' }),
      await newMember('kita', 'Berta', { email: 'berta@example.org' }),
      await newMember('kita', 'Cem'),
    ];
    const [first, second, third] = await register('lead', id, [a, b, c]);
    expect([first!.outcome, second!.registration!.waitingPlace, third!.registration!.waitingPlace]).toEqual([
      ...['confirmed', 1, 2],
    ]);
    expect([await mails('anna@example.org'), await mails('berta@example.org')]).toEqual([
      ['training_confirmed'],
      ['training_waiting'],
    ]);
    await withdraw('lead', first!.registration!.id);
    expect(await mails('berta@example.org')).toEqual(['training_waiting', 'training_moved_up']);
    const { json } = await stage.as('lead').get(`/api/training-registrations?trainingId=${id}`);
    expect(
      (json['items'] as { name: string; state: string; hasEmail: boolean }[]).map((row) => [
        row.name,
        row.state,
        row.hasEmail,
      ]),
    ).toEqual([
      ['Anna', 'withdrawn', true],
      ['Berta', 'confirmed', true],
      ['Cem', 'waiting', false],
    ]);

    expect((await change(id, { state: 'cancelled' })).status).toBe(422);
    expect((await change(id, { state: 'cancelled', cancelReason: 'Trainerin krank' })).status).toBe(200);
    expect((await mails('berta@example.org')).at(-1)).toBe('training_cancelled');
    const renamed = await change(id, { title: 'Doch noch' });
    expect([renamed.status, renamed.json['code']]).toEqual([409, 'training_cancelled']);
    expect(await mails('anna@example.org')).toEqual(['training_confirmed']);
  });

  test('tell of another date or place, and not of other words', async () => {
    const id = await newTraining(3);
    await register('lead', id, [await newMember('kita', 'Dilek', { email: 'dilek@example.org' })]);
    await change(id, { title: 'Bewegte Pausen', contents: 'Neues' });
    expect(await mails('dilek@example.org')).toEqual(['training_confirmed']);
    await change(id, { place: 'Aula' });
    await change(id, { sessions: [session(31)] });
    expect(await mails('dilek@example.org')).toEqual([
      ...['training_confirmed', 'training_changed', 'training_changed'],
    ]);
  });
});

describe('the capacity', () => {
  test('raised lets the first ones move up; lowered below the confirmed asks and drops nobody', async () => {
    const id = await newTraining(2);
    const members = await Promise.all(Array.from({ length: 5 }, (_, n) => newMember('kita', `Platz ${n}`)));
    const rows = await register('lead', id, members);
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      'confirmed',
      'confirmed',
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect((await change(id, { capacity: 4 })).status).toBe(200);
    expect(await outcomes('lead', id, members)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'confirmed',
      1,
    ]);
    const lower = await change(id, { capacity: 3 });
    expect([lower.status, lower.json['code'], lower.json['field']]).toEqual([
      409,
      'below_confirmed',
      'capacity',
    ]);
    expect((await change(id, { capacity: 3, confirm: true })).status).toBe(200);
    expect(await seats(id)).toEqual([4, 1, 0]);
    // Over the limit, a seat that is given back is gone.
    await withdraw('lead', rows[0]!.registration!.id);
    expect(await seats(id)).toEqual([3, 1, 0]);
    await withdraw('lead', rows[1]!.registration!.id);
    expect(await seats(id)).toEqual([3, 0, 0]);
  });
});

describe('registering', () => {
  test('ends with its last day, but for the coordinators', async () => {
    const id = await newTraining(5, { registerUntil: day(10) });
    const [a, b, c] = [
      await newMember('kita', 'A'),
      await newMember('kita', 'B'),
      await newMember('kita', 'C'),
    ];
    stage.app.clock.standAt(`${day(10)}T21:30:00Z`);
    expect(await outcomes('lead', id, [a])).toEqual(['confirmed']);
    stage.app.clock.standAt(`${day(11)}T05:00:00Z`);
    const late = await stage
      .as('lead')
      .post('/api/training-registrations', { trainingId: id, staffMemberIds: [b] });
    expect([late.status, late.json['code']]).toEqual([409, 'registration_closed']);
    expect(late.field('title')).toContain('war bis zum');
    expect(await outcomes('coordinator', id, [b])).toEqual(['confirmed']);
    await change(id, { state: 'closed' });
    expect(await outcomes('coordinator', id, [c])).toEqual(['confirmed']);
  });

  test('is for the kinds and districts that the training is for', async () => {
    const [kita, school] = [await newMember('kita', 'Kita'), await newMember('school', 'Schule')];
    const [, south] = stage.city.districtIds;
    const schools = await newTraining(5, { kinds: ['school'] });
    const inTheSouth = await newTraining(5, { districtIds: [south], sessions: [session(40)] });
    for (const id of [schools, inTheSouth])
      expect(await outcomes('coordinator', id, [kita, school])).toEqual(['not_for_house', 'confirmed']);
    const [refused] = await register('coordinator', inTheSouth, [kita]);
    expect(refused!.reason).toBe('Diese Fortbildung ist nur für Kitas und Schulen in Süden.');
    expect((await training(schools, 'lead')).json).toMatchObject({ forMe: false });
    expect((await training(schools, 'schoolLead')).json).toMatchObject({ forMe: true });
  });

  test('warns of another training at the same time, and does it all the same if that is meant', async () => {
    const member = await newMember('kita', 'Überall');
    const sessions = [session(50), session(51)];
    const first = await newTraining(5, { title: 'Rückenschule', sessions });
    const second = await newTraining(5, { sessions: [session(51, '15:00', '18:00')] });
    const after = await newTraining(5, { sessions: [session(51, '16:00', '19:00')] });
    expect(await outcomes('lead', first, [member])).toEqual(['confirmed']);
    const [warned] = await register('lead', second, [member]);
    expect([warned!.code, warned!.reason]).toEqual(['overlap', expect.stringContaining('„Rückenschule“')]);
    expect(await outcomes('lead', after, [member])).toEqual(['confirmed']);
    expect(await outcomes('lead', second, [member], { despiteOverlap: true })).toEqual(['confirmed']);
  });

  test('reaches only people of the own house', async () => {
    const id = await newTraining(5);
    const own = await newMember('kita', 'Eigene');
    const foreign = await newMember('school', 'Fremde');
    expect(await outcomes('lead', id, [foreign, randomUUID(), own])).toEqual([
      ...['not_found', 'not_found', 'confirmed'],
    ]);
    await register('coordinator', id, [foreign]);
    const { json } = await stage.as('lead').get(`/api/training-registrations?trainingId=${id}`);
    expect((json['items'] as { name: string }[]).map(({ name }) => name)).toEqual(['Eigene']);
    expect((await training(id, 'lead')).json).toMatchObject({ confirmed: 2, free: 3 });
  });
});

describe('an educator', () => {
  test('registers without being asked anything twice, and gives the place back', async () => {
    const id = await newTraining(5);
    const { educator } = stage.city.people;
    const mine = await stage.as('educator').post('/api/training-registrations/mine', { trainingId: id });
    expect([mine.status, mine.json['state'], mine.json['name'], mine.json['hasEmail']]).toEqual([
      ...[200, 'confirmed', educator.name, true],
    ]);
    expect(await mails(educator.email)).toEqual(['training_confirmed']);
    const members = await stage.as('lead').get(`/api/staff-members?q=${educator.name}`);
    expect(members.json['items']).toMatchObject([
      { name: educator.name, email: educator.email, accountId: educator.id, function: 'educator' },
    ]);
    expect((await training(id, 'educator')).json['mine']).toMatchObject({ state: 'confirmed' });
    const list = await stage.as('educator').get('/api/trainings?mine=true');
    expect((list.json['items'] as { id: string }[]).map((item) => item.id)).toEqual([id]);
    expect((await withdraw('educator', mine.field('id'))).status).toBe(200);
    expect((await training(id, 'educator')).json['mine']).toBeNull();
    expect((await withdraw('educator', mine.field('id'))).json['code']).toBe('already_withdrawn');
  });

  test('is taken for the record that the lead has made with the same address', async () => {
    const { colleague } = stage.city.people;
    const known = await newMember('kita', 'Wie die Leitung sie nennt', { email: colleague.email });
    const id = await newTraining(5);
    const mine = await stage.as('colleague').post('/api/training-registrations/mine', { trainingId: id });
    expect([mine.status, mine.json['staffMemberId']]).toEqual([200, known]);
  });

  test('waits, and cannot register for what is not for the house, is over, or is still a draft', async () => {
    const full = await newTraining(1);
    await register('coordinator', full, [await newMember('kita', 'Schon da')]);
    const waits = await stage.as('educator').post('/api/training-registrations/mine', { trainingId: full });
    expect(waits.json).toMatchObject({ state: 'waiting', waitingPlace: 1 });
    const mine = (trainingId: string): Promise<Answer> =>
      stage.as('educator').post('/api/training-registrations/mine', { trainingId });
    const schools = await mine(await newTraining(5, { kinds: ['school'], sessions: [session(70)] }));
    expect([schools.status, schools.json['code']]).toEqual([409, 'not_for_house']);
    const { json: draft } = await stage.as('coordinator').post('/api/trainings', {
      ...{
        municipalityId: stage.city.municipalityId,
        title: 'Geheim',
        focusArea: 'active_learning',
        capacity: 5,
      },
    });
    expect([(await mine(draft['id'] as string)).status, (await mine(randomUUID())).status]).toEqual([
      404, 404,
    ]);
    expect((await training(draft['id'] as string, 'educator')).status).toBe(404);
  });

  test('cannot give back the place of somebody else', async () => {
    const id = await newTraining(5);
    const [other] = await register('coordinator', id, [await newMember('kita', 'Jemand anders')]);
    expect((await withdraw('educator', other!.registration!.id)).status).toBe(404);
    expect((await withdraw('schoolLead', other!.registration!.id)).status).toBe(404);
    expect((await withdraw('lead', other!.registration!.id)).status).toBe(200);
  });

  test('cannot give it back any more once the training has begun; the coordinator can, and nobody moves up', async () => {
    const id = await newTraining(1, { sessions: [session(2), session(9)] });
    const [a, b] = [await newMember('kita', 'Beginnt'), await newMember('kita', 'Wartet')];
    const [first] = await register('lead', id, [a, b]);
    stage.app.clock.standAt(`${day(3)}T08:00:00Z`);
    const late = await withdraw('lead', first!.registration!.id);
    expect([late.status, late.json['code']]).toEqual([409, 'training_begun']);
    expect((await withdraw('coordinator', first!.registration!.id)).status).toBe(200);
    expect(await seats(id)).toEqual([0, 1, 1]);
  });
});
