import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonDto, PersonListDto } from '../../src/access/accounts/account.dto.js';
import { openSession, type PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { insertRow } from '../support/rows.js';
import { Snapshot } from '../support/snapshot.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let snapshot: Snapshot;

beforeAll(async () => {
  stage = await Stage.open();
  snapshot = await Snapshot.take(stage.db);
});
beforeEach(() => snapshot.restore());
afterAll(() => stage.close());

const idOf = (person: PersonKey): string => stage.city.people[person].id;
const pathOf = (person: PersonKey, rest = ''): string => `/api/accounts/${idOf(person)}${rest}`;

async function list(by: PersonKey, query = ''): Promise<string[]> {
  const answer = await stage.as(by).get<PersonListDto>(`/api/accounts?${query}`);
  expect(answer.status).toBe(200);
  return answer.json.items.map(({ name }) => name.replace('KANARIENVOGEL-PERSON-', ''));
}

async function person(by: PersonKey, whom: PersonKey): Promise<PersonDto> {
  return (await stage.as(by).get<PersonDto>(pathOf(whom))).json;
}

function change(by: PersonKey, whom: PersonKey, body: object, version = 1): Promise<Answer> {
  return stage.as(by).patch(pathOf(whom), body, version);
}

async function give(whom: PersonKey, role: string, at: object = {}): Promise<void> {
  await insertRow(stage.db, 'account_roles', { id: randomUUID(), accountId: idOf(whom), role, ...at });
}

const take = (by: PersonKey, whom: PersonKey, role: Record<string, string>): Promise<Answer> =>
  stage.as(by).send('DELETE', pathOf(whom, `/roles?${new URLSearchParams(role).toString()}`));

const isSignedIn = async (whom: PersonKey): Promise<boolean> =>
  (await stage.as(whom).get('/api/session')).status === 200;

describe('the list of people', () => {
  // Who sees whom at all is the matter of the access matrix.
  test('is in German order, in pages', async () => {
    const names = ['Zander', 'Öztürk', 'Ohm', 'Özdemir', 'ohm'];
    for (const [i, key] of (['educator', 'colleague', 'lead', 'disabled', 'expired'] as const).entries()) {
      await stage.db.query('update accounts set name = $1 where id = $2', [names[i], idOf(key)]);
    }
    expect(await list('lead')).toEqual(['ohm', 'Ohm', 'Özdemir', 'Öztürk', 'Zander']);
    const first = await stage.as('lead').get<PersonListDto>('/api/accounts?limit=2');
    const second = await stage
      .as('lead')
      .get<PersonListDto>(`/api/accounts?limit=2&cursor=${first.json.next}`);
    expect([...first.json.items, ...second.json.items].map(({ name }) => name)).toEqual([
      ...['ohm', 'Ohm', 'Özdemir', 'Öztürk'],
    ]);
  });

  test('finds names and addresses, however the umlaut is typed', async () => {
    await stage.db.query(`update accounts set name = 'Jörg Müller' where id = $1`, [idOf('educator')]);
    for (const q of ['müller', 'mueller', 'MULLER', 'joerg m', 'educator@example']) {
      expect(await list('lead', `q=${encodeURIComponent(q)}`)).toEqual(['Jörg Müller']);
    }
    expect(await list('lead', 'q=%25')).toEqual([]);
  });

  test('filters by role, house and state', async () => {
    const { kita, school } = stage.city.houses;
    expect(await list('coordinator', 'role=institution_lead')).toEqual(['lead', 'schoolLead']);
    expect(await list('coordinator', `institutionId=${school.id}`)).toEqual(['schoolEducator', 'schoolLead']);
    expect(await list('coordinator', `institutionId=${kita.id}&role=institution_lead`)).toEqual(['lead']);
    expect(await list('lead', 'state=disabled')).toEqual(['disabled']);
    expect(await list('lead', 'state=active')).not.toContain('disabled');
    await stage.db.query('update accounts set last_sign_in_at = now() where id <> $1', [idOf('colleague')]);
    expect(await list('lead', 'state=never_signed_in')).toEqual(['colleague']);
    expect(await list('administrator', 'q=roleless')).toEqual(['roleless']);
  });

  test('shows only the roles at places one looks after, and what one may do about them', async () => {
    await give('educator', 'educator', { institutionId: stage.city.houses.school.id });
    const seen = await person('lead', 'educator');
    expect(seen.roles).toMatchObject([{ role: 'educator', mayRemove: true }]);
    expect(seen).toMatchObject({ mayChange: false, sessions: 1, email: 'educator@example.org' });
    const fromTown = await person('coordinator', 'educator');
    expect(fromTown.roles.map(({ mayRemove }) => mayRemove)).toEqual([false, false]);
    expect(fromTown).toMatchObject({ mayChange: false, sessions: null });
    expect(await person('administrator', 'educator')).toMatchObject({ mayChange: true, sessions: 1 });
  });

  test('whether there is a second factor only administrators learn', async () => {
    const shown = async (asker: PersonKey): Promise<unknown> =>
      (await person(asker, 'educator')).hasSecondFactor;
    expect([await shown('administrator'), await shown('lead')]).toEqual([false, null]);
    const factor = {
      accountId: stage.city.people.educator.id,
      secret: Buffer.from('s'),
      confirmedAt: new Date(),
    };
    await insertRow(stage.db, 'second_factors', factor);
    expect([await shown('administrator'), await shown('lead')]).toEqual([true, null]);
  });
});

describe('changing an account', () => {
  test('renames, and says so in the trail without the name', async () => {
    const answer = await change('lead', 'educator', { name: 'Ada Neu' });
    expect(answer.json).toMatchObject({ name: 'Ada Neu', version: 2 });
    expect(await stage.trail('account.update')).toEqual([
      { object_id: idOf('educator'), actor_id: idOf('lead'), fields: ['name'] },
    ]);
    expect(await isSignedIn('educator')).toBe(true);
  });

  test('locking ends the sessions at once, and can be undone', async () => {
    expect((await change('lead', 'educator', { disabled: true })).json['disabledAt']).not.toBeNull();
    expect(await isSignedIn('educator')).toBe(false);
    expect(await stage.count(`sessions where account_id = '${idOf('educator')}'`)).toBe(0);
    expect((await change('lead', 'educator', { disabled: false }, 2)).json['disabledAt']).toBeNull();
  });

  test('is refused to the second of two, with the record as it is', async () => {
    await change('lead', 'educator', { name: 'Ada Neu' });
    const answer = await change('lead', 'educator', { name: 'Ada Anders' });
    expect([answer.status, answer.json['current']]).toMatchObject([412, { name: 'Ada Neu' }]);
    expect((await stage.as('lead').send('PATCH', pathOf('educator'), { body: { name: 'x' } })).status).toBe(
      428,
    );
  });

  test.each<[string, PersonKey, PersonKey]>([
    ['a role that somebody else gives', 'coordinator', 'educator'],
    ['the same role', 'lead', 'lead'],
  ])('is refused for people with %s', async (_, by, whom) => {
    const answer = await change(by, whom, { disabled: true });
    expect([answer.status, answer.json['code']]).toEqual([403, 'governed_elsewhere']);
    expect(await isSignedIn(whom)).toBe(true);
  });

  test('is refused for people with another role that one does not even see', async () => {
    await give('educator', 'programme_lead');
    await give('schoolLead', 'administrator');
    for (const [by, whom] of [
      ['lead', 'educator'],
      ['coordinator', 'schoolLead'],
    ] as const) {
      expect((await person(by, whom)).roles).toHaveLength(1);
      expect((await change(by, whom, { disabled: true })).json['code']).toBe('governed_elsewhere');
    }
  });

  test('never locks the own account', async () => {
    await give('lead', 'administrator');
    const answer = await change('administrator', 'administrator', { disabled: true });
    expect([answer.status, answer.json['code']]).toEqual([409, 'own_account']);
  });
});

describe('giving a role', () => {
  test('adds it, and has the person sign in again', async () => {
    const role = { role: 'institution_lead', institutionId: stage.city.houses.school.id };
    const answer = await stage.as('coordinator').post<PersonDto>(pathOf('lead', '/roles'), role);
    expect([answer.status, answer.json.roles.length]).toEqual([201, 2]);
    expect(await isSignedIn('lead')).toBe(false);
    expect((await stage.trail('account.add_role'))[0]!.fields).toEqual(['role', 'institutionId']);
  });

  test('twice is once, and signs nobody out', async () => {
    const role = { role: 'educator', institutionId: stage.city.houses.kita.id };
    const answer = await stage.as('lead').post(pathOf('educator', '/roles'), role);
    expect(answer.status).toBe(200);
    expect(await isSignedIn('educator')).toBe(true);
    expect(await stage.trail('account.add_role')).toEqual([]);
  });

  // The same rule as for invitations; all its combinations are the matter of invitation-rules.spec.ts.
  test.each<[PersonKey, PersonKey, (of: Stage['city']) => object, number]>([
    ['lead', 'educator', (of) => ({ role: 'educator', institutionId: of.houses.school.id }), 404],
    ['lead', 'educator', (of) => ({ role: 'institution_lead', institutionId: of.houses.kita.id }), 403],
    ['lead', 'lead', () => ({ role: 'administrator' }), 403],
    ['coordinator', 'coordinator', () => ({ role: 'programme_lead' }), 403],
    ['coordinator', 'lead', (of) => ({ role: 'institution_lead', institutionId: of.houses.distant.id }), 404],
    ['coordinator', 'distantLead', (of) => ({ role: 'coach', municipalityId: of.municipalityId }), 404],
    ['coordinator', 'lead', (of) => ({ role: 'institution_lead', institutionId: of.houses.closed.id }), 404],
    ['administrator', 'lead', () => ({ role: 'coach' }), 422],
  ])('by the %s to the %s is held to the rule: %#', async (by, whom, role, status) => {
    expect((await stage.as(by).post(pathOf(whom, '/roles'), role(stage.city))).status).toBe(status);
    expect(await isSignedIn(whom)).toBe(true);
  });
});

describe('taking a role away', () => {
  test('leaves the others, and signs the person out', async () => {
    const { kita, school } = stage.city.houses;
    await give('educator', 'educator', { institutionId: school.id });
    expect((await take('lead', 'educator', { role: 'educator', institutionId: kita.id })).status).toBe(204);
    expect(await isSignedIn('educator')).toBe(false);
    expect((await person('administrator', 'educator')).roles).toMatchObject([{ institutionId: school.id }]);
    expect((await stage.as('lead').get(pathOf('educator'))).status).toBe(404);
    expect((await stage.trail('account.remove_role'))[0]).toMatchObject({
      fields: ['role', 'institutionId'],
    });
  });

  test('also from somebody who has greater rights elsewhere', async () => {
    await give('educator', 'administrator');
    const role = { role: 'educator', institutionId: stage.city.houses.kita.id };
    expect((await take('lead', 'educator', role)).status).toBe(204);
    expect(await isSignedIn('educator')).toBe(false);
  });

  test('is only for who may give it', async () => {
    const role = { role: 'educator', institutionId: stage.city.houses.kita.id };
    expect((await take('coordinator', 'educator', role)).status).toBe(403);
    expect((await take('schoolLead', 'educator', role)).status).toBe(404);
    expect((await take('lead', 'educator', { ...role, role: 'institution_lead' })).status).toBe(404);
    expect(await isSignedIn('educator')).toBe(true);
  });
});

describe('signing somebody out', () => {
  test('ends all their sessions', async () => {
    await openSession(stage.db, idOf('educator'));
    expect(await person('lead', 'educator')).toMatchObject({ sessions: 2 });
    expect((await stage.as('lead').delete(pathOf('educator', '/sessions'))).status).toBe(204);
    expect(await person('lead', 'educator')).toMatchObject({ sessions: 0 });
    expect(await isSignedIn('educator')).toBe(false);
  });

  test('is only for who gives one of their roles', async () => {
    expect((await stage.as('coordinator').delete(pathOf('educator', '/sessions'))).status).toBe(403);
    expect(await isSignedIn('educator')).toBe(true);
  });
});

describe('the last administrator', () => {
  const administrators = `account_roles r join accounts a on a.id = r.account_id where r.role = 'administrator' and a.disabled_at is null`;

  test('keeps the role, also against themselves', async () => {
    const answer = await take('administrator', 'administrator', { role: 'administrator' });
    expect([answer.status, answer.json['code']]).toEqual([409, 'last_administrator']);
    await give('lead', 'administrator');
    await stage.db.query('update accounts set disabled_at = now() where id = $1', [idOf('lead')]);
    expect((await take('administrator', 'administrator', { role: 'administrator' })).status).toBe(409);
  });

  test('may go once there is another', async () => {
    await give('lead', 'administrator');
    expect((await take('administrator', 'administrator', { role: 'administrator' })).status).toBe(204);
    expect(await isSignedIn('administrator')).toBe(false);
  });

  test.each<[string, (by: PersonKey, whom: PersonKey) => Promise<Answer>]>([
    ['take the role from', (by, whom) => take(by, whom, { role: 'administrator' })],
    ['lock', (by, whom) => change(by, whom, { disabled: true })],
  ])('stays when two %s each other at the same moment', async (_, act) => {
    for (let round = 0; round < 5; round += 1) {
      await snapshot.restore();
      await give('lead', 'administrator');
      const answers = await Promise.all([act('administrator', 'lead'), act('lead', 'administrator')]);
      expect(await stage.count(administrators)).toBe(1);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    }
  });
});
