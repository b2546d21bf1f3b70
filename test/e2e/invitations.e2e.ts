import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { PersonKey } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const { firstAdministratorLink } = await load<typeof import('../../src/access/first-administrator.js')>(
  'access/first-administrator.js',
);

const PASSWORD = 'vier lange Wörter hintereinander';

let stage: Stage;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => stage.db.query('delete from sign_in_throttles'));
afterAll(() => stage.close());

const newEmail = (): string => `eingeladen${(number += 1)}@example.org`;
const tokenOf = (answer: Answer): string => answer.field('link').split('#')[1] ?? '';

/** Invites an educator of the kita, unless said otherwise. */
function invite(by: PersonKey, more: object = {}): Promise<Answer> {
  const { kita } = stage.city.houses;
  const body = { email: newEmail(), name: 'Ada Ämtlich', role: 'educator', institutionId: kita.id };
  return stage.as(by).post('/api/invitations', { ...body, ...more });
}

function accept(token: string, more: object = {}, client = stage.app.client()): Promise<Answer> {
  return client.post('/api/invitations/accept', { token, name: 'Ada Ämtlich', password: PASSWORD, ...more });
}

const preview = (token: string): Promise<Answer> =>
  stage.app.client().post('/api/invitations/preview', { token });
const refused = { status: 404, code: 'invitation_invalid' };

describe('inviting', () => {
  test('answers with a link that is shown once, and of which only a hash is kept', async () => {
    const email = newEmail();
    const { kita } = stage.city.houses;
    const answer = await invite('lead', { email: email.toUpperCase() });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      ...{ id: expect.any(String), email, name: 'Ada Ämtlich', role: 'educator', institutionId: kita.id },
      ...{ institutionName: kita.name, municipalityId: kita.municipalityId, municipalityName: 'Musterstadt' },
      ...{
        expiresAt: expect.any(String),
        mailedAt: null,
        delivery: 'not_configured',
        invitedByName: stage.city.people.lead.name,
        link: expect.stringMatching(/^http:\/\/localhost:3000\/einladung#[\w-]{43}$/),
      },
    });
    const hours = (Date.parse(answer.field('expiresAt')) - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(24, 1);
    const { items } = (await stage.as('lead').get<{ items: object[] }>('/api/invitations')).json;
    expect(items).toContainEqual(expect.objectContaining({ id: answer.json['id'], email }));
    expect(JSON.stringify(items)).not.toContain(tokenOf(answer));
    const [row] = await rowsOf<{ row: string }>(
      stage.db,
      'select v::text as row from invitations v where id = $1',
      [answer.json['id']],
    );
    expect(row!.row).not.toContain(tokenOf(answer));
  });

  test('twice with the same id is one invitation, and shows no second link', async () => {
    const [id, email] = [randomUUID(), newEmail()];
    expect((await invite('lead', { id, email })).status).toBe(201);
    const again = await invite('lead', { id, email });
    expect([again.status, again.json['link'], again.json['id']]).toEqual([200, null, id]);
    const other = await invite('lead', { id, email: newEmail() });
    expect([other.status, other.json['code']]).toEqual([422, 'id_reused']);
    expect((await stage.trail('invitation.create')).filter((row) => row.object_id === id)).toHaveLength(1);
  });

  // Who may invite whom, in every combination, is the matter of invitation-rules.spec.ts.
  test.each<[PersonKey, string, (of: Stage['city']) => object, number]>([
    ['administrator', 'administrator', () => ({ institutionId: null }), 201],
    ['administrator', 'programme_lead', () => ({ institutionId: null }), 201],
    [
      'administrator',
      'coordinator',
      (of) => ({ institutionId: null, municipalityId: of.distantMunicipalityId }),
      201,
    ],
    ['administrator', 'educator', (of) => ({ institutionId: of.houses.distant.id }), 201],
    ['coordinator', 'institution_lead', (of) => ({ institutionId: of.houses.school.id }), 201],
    ['coordinator', 'coach', (of) => ({ institutionId: null, municipalityId: of.municipalityId }), 201],
    [
      'coordinator',
      'coach',
      (of) => ({ institutionId: null, municipalityId: of.distantMunicipalityId }),
      404,
    ],
    ['coordinator', 'institution_lead', (of) => ({ institutionId: of.houses.distant.id }), 404],
    ['coordinator', 'educator', (of) => ({ institutionId: of.houses.kita.id }), 403],
    ['coordinator', 'administrator', () => ({ institutionId: null }), 403],
    ['lead', 'educator', (of) => ({ institutionId: of.houses.school.id }), 404],
    ['lead', 'institution_lead', (of) => ({ institutionId: of.houses.kita.id }), 403],
    ['lead', 'programme_lead', () => ({ institutionId: null }), 403],
    ['administrator', 'educator', (of) => ({ institutionId: of.houses.closed.id }), 404],
    ['administrator', 'educator', () => ({ institutionId: randomUUID() }), 404],
    ['administrator', 'coach', () => ({ institutionId: null, municipalityId: randomUUID() }), 404],
  ])('by the %s: %s %#', async (by, role, place, status) => {
    const answer = await invite(by, { role, ...place(stage.city) });
    expect([answer.status, answer.json['title']]).toEqual([status, answer.json['title']]);
  });

  test.each([
    [
      { role: 'educator', institutionId: null },
      'institutionId',
      'Einrichtung fehlt: bitte die Einrichtung angeben.',
    ],
    [{ role: 'coach', institutionId: null }, 'municipalityId', 'Kommune fehlt: bitte die Kommune angeben.'],
    [{ role: 'administrator' }, 'institutionId', 'Einrichtung: gehört nicht zu dieser Rolle.'],
    [
      { email: 'keine Adresse' },
      'email',
      'E-Mail-Adresse: bitte eine E-Mail-Adresse wie name@beispiel.de angeben.',
    ],
    [{ name: ' ' }, 'name', 'Name: bitte 1 bis 100 Zeichen angeben, ohne unsichtbare Steuerzeichen.'],
  ])('says what is missing: %j', async (more, field, title) => {
    const answer = await invite('administrator', more);
    expect([answer.status, answer.json['field'], answer.json['title']]).toEqual([422, field, title]);
  });
});

describe('looking at an invitation', () => {
  test('says for whom it is, and does not use it up', async () => {
    const invitation = await invite('lead');
    const token = tokenOf(invitation);
    for (let look = 0; look < 2; look += 1) {
      const answer = await preview(token);
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({
        ...{ name: 'Ada Ämtlich', email: invitation.json['email'], role: 'educator', accountExists: false },
        ...{ institutionName: stage.city.houses.kita.name, municipalityName: 'Musterstadt' },
        expiresAt: invitation.json['expiresAt'],
      });
    }
    expect((await accept(token)).status).toBe(201);
  });

  test('needs a POST: an address that is merely opened uses nothing up', async () => {
    const token = tokenOf(await invite('lead'));
    for (const path of ['accept', 'preview']) {
      const answer = await stage.app.client().get(`/api/invitations/${path}?token=${token}`);
      expect(answer.status).toBe(404);
    }
    expect((await preview(token)).status).toBe(200);
  });
});

describe('accepting', () => {
  test('makes the account with its role, and signs in', async () => {
    const client = stage.app.client();
    const invitation = await invite('lead');
    const answer = await accept(tokenOf(invitation), { name: 'Ada Sonnenschein' }, client);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      account: { email: invitation.json['email'], name: 'Ada Sonnenschein' },
      roles: [{ role: 'educator', institutionId: stage.city.houses.kita.id }],
    });
    expect(answer.cookies[0]).toMatch(/^olympia=[\w-]{43};.*HttpOnly/);
    expect((await client.get<{ items: unknown[] }>('/api/groups')).json.items).toHaveLength(2);
    const signIn = await stage.app
      .client()
      .post('/api/session', { email: invitation.json['email'], password: PASSWORD });
    expect(signIn.status).toBe(201);
  });

  test('works once', async () => {
    const token = tokenOf(await invite('lead'));
    expect((await accept(token)).status).toBe(201);
    expect((await accept(token)).json).toMatchObject(refused);
    expect((await preview(token)).json).toMatchObject(refused);
  });

  test('works once, also for twenty at the same time', async () => {
    const invitation = await invite('lead');
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(tokenOf(invitation))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(404)]);
    const accounts = await rowsOf<{ id: string; roles: number }>(
      stage.db,
      `select a.id, count(r.id)::int as roles from accounts a left join account_roles r on r.account_id = a.id
       where a.email = $1 group by a.id`,
      [invitation.json['email']],
    );
    expect(accounts).toEqual([{ id: expect.any(String), roles: 1 }]);
    const made = (await stage.trail('account.create')).filter((row) => row.object_id === accounts[0]!.id);
    expect(made).toEqual([{ object_id: accounts[0]!.id, actor_id: accounts[0]!.id, fields: ['role'] }]);
  });

  test('two invitations to one new address at the same time is one account, and nothing is lost', async () => {
    const email = newEmail();
    const tokens = [
      tokenOf(await invite('lead', { email })),
      tokenOf(await invite('administrator', { email })),
    ];
    const answers = await Promise.all(tokens.map((token) => accept(token)));
    expect(answers.map(({ status }) => status)).toContain(201);
    expect(answers.every(({ status }) => [201, 422, 503].includes(status))).toBe(true);
    for (const [i, { status }] of answers.entries()) {
      if (status !== 201) expect((await accept(tokens[i]!)).status).toBe(201);
    }
  });

  test.each([
    ['expired', 'expires_at = now()', true],
    ['expired long ago', `expires_at = now() - interval '31 days'`, false],
    ['withdrawn', 'withdrawn_at = now()', false],
  ])('is over once it is %s', async (_, change, isListed) => {
    const invitation = await invite('lead');
    await stage.db.query(`update invitations set ${change} where id = $1`, [invitation.json['id']]);
    expect((await preview(tokenOf(invitation))).json).toMatchObject(refused);
    expect((await accept(tokenOf(invitation))).json).toMatchObject(refused);
    const { items } = (await stage.as('lead').get<{ items: { id: string }[] }>('/api/invitations')).json;
    // What ran out lately is shown, to be renewed.
    expect(items.some(({ id }) => id === invitation.json['id'])).toBe(isListed);
  });

  test('is open again with a new link once it is renewed, and the old link is dead', async () => {
    const invitation = await invite('lead');
    await stage.db.query('update invitations set expires_at = now() where id = $1', [invitation.json['id']]);
    const renewed = await stage.as('lead').post(`/api/invitations/${invitation.field('id')}/renew`);
    expect([renewed.status, renewed.json['id']]).toEqual([200, invitation.json['id']]);
    expect((await accept(tokenOf(invitation))).json).toMatchObject(refused);
    expect((await accept(tokenOf(renewed))).status).toBe(201);
    const again = await stage.as('lead').post(`/api/invitations/${invitation.field('id')}/renew`);
    expect(again.status).toBe(404);
    expect((await stage.trail('invitation.renew')).at(-1)!.fields).toEqual(['expiresAt']);
  });

  test('can be renewed and withdrawn by whoever gives the role, and is theirs from then on', async () => {
    const { kita } = stage.city.houses;
    const body = { role: 'institution_lead', institutionId: kita.id };
    const invitation = await invite('administrator', body);
    const path = `/api/invitations/${invitation.field('id')}`;
    expect((await stage.as('distantCoordinator').post(`${path}/renew`)).status).toBe(404);
    expect((await stage.as('lead').delete(path)).status).toBe(404);
    const renewed = await stage.as('coordinator').post(`${path}/renew`);
    expect([renewed.status, renewed.json['invitedByName']]).toEqual([
      200,
      stage.city.people.coordinator.name,
    ]);
    expect((await stage.as('administrator').delete(path)).status).toBe(204);
    expect((await accept(tokenOf(renewed))).json).toMatchObject(refused);
  });

  test('is renewed only by who may still invite to the role', async () => {
    const invitation = await invite('lead');
    const { lead } = stage.city.people;
    await stage.db.query(`update account_roles set role = 'educator' where account_id = $1`, [lead.id]);
    const path = `/api/invitations/${invitation.field('id')}/renew`;
    expect((await stage.as('lead').post(path)).status).toBe(403);
    await stage.db.query(`update account_roles set role = 'institution_lead' where account_id = $1`, [
      lead.id,
    ]);
  });

  test('is over once the inviter takes it back', async () => {
    const invitation = await invite('lead');
    expect((await stage.as('lead').delete(`/api/invitations/${invitation.field('id')}`)).status).toBe(204);
    expect((await accept(tokenOf(invitation))).json).toMatchObject(refused);
  });

  test.each([
    ['kurz', /mindestens 15 Zeichen/],
    ['olympiaruftmachmit', /zu leicht zu erraten/],
    ['passwort123456789', /zu leicht zu erraten/],
    ['AdaÄmtlich2026Ada', /zu leicht zu erraten/],
    ['aaaaaaaaaaaaaaaaaaaa', /zu leicht zu erraten/],
  ])('refuses the password %s, and leaves the invitation open', async (password, reason) => {
    const token = tokenOf(await invite('lead'));
    const answer = await accept(token, { password });
    expect([answer.status, answer.json['code'], answer.json['field']]).toEqual([
      422,
      'weak_password',
      'password',
    ]);
    expect(answer.json['title']).toMatch(reason);
    expect((await accept(token)).status).toBe(201);
  });

  test.each(['a'.repeat(43), 'x', '%00', 'ß'.repeat(43), `${'a'.repeat(43)}' or true`])(
    'knows no invitation %s',
    async (token) => {
      expect((await accept(token)).json).toMatchObject(refused);
      expect((await preview(token)).json).toMatchObject(refused);
    },
  );
});

describe('an invitation to somebody who has an account', () => {
  test('adds the role for its password, and changes neither name nor password', async () => {
    const { schoolEducator: person } = stage.city.people;
    await stage.setPassword(person, PASSWORD);
    const token = tokenOf(await invite('lead', { email: person.email }));
    expect((await preview(token)).json['accountExists']).toBe(true);
    const wrong = await accept(token, { password: 'ein ganz anderes langes Passwort' });
    expect([wrong.status, wrong.json['code'], wrong.json['field']]).toEqual([
      422,
      'wrong_credentials',
      'password',
    ]);
    expect((await stage.as('schoolEducator').get('/api/session')).status).toBe(200);

    const right = await accept(token, { name: 'Ganz Anders' });
    expect(right.status).toBe(201);
    expect(right.json['account']).toEqual({ id: person.id, name: person.name, email: person.email });
    const roles = right.json['roles'] as { role: string; institutionId: string }[];
    const { kita, school } = stage.city.houses;
    expect(roles.map(({ role, institutionId }) => [role, institutionId]).sort()).toEqual(
      [kita.id, school.id].map((id) => ['educator', id]).sort(),
    );
    // New rights, new sessions.
    expect((await stage.as('schoolEducator').get('/api/session')).status).toBe(401);
    expect((await stage.trail('account.add_role')).at(-1)).toMatchObject({ object_id: person.id });
  });

  test('is no way around the brake on guessing', async () => {
    const { coach } = stage.city.people;
    await stage.setPassword(coach, PASSWORD);
    const token = tokenOf(await invite('administrator', { email: coach.email }));
    const guess = (): Promise<Answer> => accept(token, { password: 'ein ganz anderes langes Passwort' });
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test('opens nothing for a disabled one', async () => {
    const { disabled } = stage.city.people;
    await stage.setPassword(disabled, PASSWORD);
    const token = tokenOf(await invite('lead', { email: disabled.email }));
    expect((await accept(token)).json).toMatchObject(refused);
  });
});

describe('the first administrator', () => {
  let database: FreshDatabase;
  let app: TestApp;
  let first: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp(database.runtime);
    first = app.client();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const link = async (): Promise<string> => (await firstAdministratorLink(app.app)) ?? '';
  const tokenIn = (address: string): string => address.split('#')[1] ?? '';

  test('is made by a link that the next start replaces', async () => {
    const [old, current] = [await link(), await link()];
    expect(current).toMatch(/^http:\/\/localhost:3000\/einladung#[\w-]{43}$/);
    expect((await accept(tokenIn(old), { email: 'erste@example.org' }, first)).json).toMatchObject(refused);
    const look = await first.post('/api/invitations/preview', { token: tokenIn(current) });
    expect(look.json).toMatchObject({ role: 'administrator', email: null, name: null, accountExists: false });
    const nameless = await accept(tokenIn(current), {}, first);
    expect([nameless.status, nameless.json['field']]).toEqual([422, 'email']);
    const answer = await accept(tokenIn(current), { email: 'erste@example.org' }, first);
    expect(answer.status).toBe(201);
    expect(answer.json['roles']).toMatchObject([{ role: 'administrator' }]);
    expect((await accept(tokenIn(current), { email: 'zweite@example.org' })).json).toMatchObject(refused);
  });

  test('is the only one made that way', async () => {
    expect(await firstAdministratorLink(app.app)).toBeNull();
  });

  test('can go on by inviting', async () => {
    const city = await first.post('/api/municipalities', { name: 'Herne', key: '05916000' });
    expect(city.status).toBe(201);
    const municipalityId = city.json['id'];
    const coordinator = {
      email: 'koordination@example.org',
      name: 'Kim',
      role: 'coordinator',
      municipalityId,
    };
    expect((await first.post('/api/invitations', coordinator)).status).toBe(201);
  });
});
