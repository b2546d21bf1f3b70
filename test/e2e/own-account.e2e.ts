import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import { giveToken } from '../support/access-token.js';
import { openSession, type PersonKey, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { rowsOf } from '../support/rows.js';
import { startApp } from '../support/app.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'vier lange Wörter hintereinander';
const FRESH = 'Giraffen lesen nachts Fahrpläne';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  await stage.db.query('delete from sign_in_throttles');
  for (const key of ['lead', 'coordinator'] as const)
    await stage.setPassword(stage.city.people[key], PASSWORD);
});
afterAll(() => stage.close());

async function fresh(key: PersonKey): Promise<Client> {
  const person = stage.city.people[key];
  return signedIn(stage.app, { ...person, token: await openSession(stage.db, person.id) });
}

describe('the own name', () => {
  test('is changed from the version that was read', async () => {
    const client = await fresh('colleague');
    const { version } = (await client.get<{ version: number }>('/api/account')).json;
    const changed = await client.patch('/api/account', { name: 'Änne Neu' }, version);
    expect([changed.status, changed.json['name'], changed.json['version']]).toEqual([
      200,
      'Änne Neu',
      version + 1,
    ]);
    expect((await client.get('/api/session')).json['account']).toMatchObject({ name: 'Änne Neu' });
    expect((await client.patch('/api/account', { name: 'Zu spät' }, version)).json).toMatchObject({
      ...{ status: 412, current: { name: 'Änne Neu' } },
    });
    expect((await client.patch('/api/account', { name: 'X' })).status).toBe(428);
  });
});

describe('the own password', () => {
  const change = (client: Client, current: string, password: string): Promise<Answer> =>
    client.post('/api/account/password', { current, password });

  test('is changed for the old one, ends all other sessions and gives this one a new token', async () => {
    const [client, other] = [await fresh('lead'), await fresh('lead')];
    const before = client.cookies.get('olympia');
    expect((await change(client, PASSWORD, FRESH)).status).toBe(200);
    expect(client.cookies.get('olympia')).not.toBe(before);
    expect((await client.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    const thief = stage.app.client();
    thief.cookies.set('olympia', before!);
    expect((await thief.get('/api/session')).status).toBe(401);
    const signIn = (password: string): Promise<Answer> =>
      stage.app.client().post('/api/session', { email: stage.city.people.lead.email, password });
    expect([(await signIn(PASSWORD)).status, (await signIn(FRESH)).status]).toEqual([401, 201]);
  });

  test('needs the old one, and guessing it is braked', async () => {
    const client = await fresh('lead');
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1)
      statuses.push((await change(client, 'ganz falsch', FRESH)).status);
    statuses.push((await change(client, PASSWORD, FRESH)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  });

  test.each(['kurz', 'olympiaruftmachmit', 'Giraffe9x'])('may not be %s', async (password) => {
    const answer = await change(await fresh('lead'), PASSWORD, password);
    expect([answer.status, answer.json['code'], answer.json['field']]).toEqual([
      422,
      'weak_password',
      'password',
    ]);
  });
});

test('signing out everywhere else leaves this session', async () => {
  const [client, other] = [await fresh('lead'), await fresh('lead')];
  expect((await client.delete('/api/sessions')).status).toBe(204);
  expect((await client.get('/api/session')).status).toBe(200);
  expect((await other.get('/api/session')).status).toBe(401);
  expect((await stage.trail('session.remove_others')).at(-1)).toMatchObject({
    object_id: stage.city.people.lead.id,
  });
});

describe('a personal access token', () => {
  const FILE = '/api/exports/institutions.csv?form=machine';
  const good = (): object => ({
    ...{ name: 'Monatsbericht', scopes: ['exports'], password: PASSWORD },
    expiresOn: addDays(stage.city.today, 30),
  });
  const create = async (more: object = {}): Promise<Answer> =>
    (await fresh('coordinator')).post('/api/access-tokens', { ...good(), ...more });
  const use = (token: string, path = FILE): Promise<Answer> =>
    stage.app.client().get(path, { headers: { authorization: `Bearer ${token}` } });

  beforeEach(() => stage.db.query('delete from access_tokens'));

  test('is shown once, kept as a hash, and fetches what its owner may', async () => {
    const id = randomUUID();
    const answer = await create({ id });
    expect(answer.status).toBe(201);
    const token = answer.field('token');
    expect(token).toMatch(/^olympia_pat_[\w-]{43}$/);
    const again = await create({ id });
    expect([again.status, again.json['token']]).toEqual([200, null]);
    const rows = await rowsOf<{ row: string }>(stage.db, 'select t::text as row from access_tokens t');
    expect(JSON.stringify(rows)).not.toContain(token);

    const file = await use(token);
    expect(file.status).toBe(200);
    expect(file.text).toContain(stage.city.houses.kita.name);
    expect(file.text).not.toContain(stage.city.houses.distant.name);
    expect(file.cookies).toEqual([]);
    const { items } = (
      await (await fresh('coordinator')).get<{ items: { lastUsedAt: string }[] }>('/api/access-tokens')
    ).json;
    expect(Date.now() - Date.parse(items[0]!.lastUsedAt)).toBeLessThan(60_000);
    expect((await stage.trail('institution.export')).at(-1)).toMatchObject({
      actor_id: stage.city.people.coordinator.id,
    });
  });

  test.each([
    ['yesterday', -1, 422],
    ['today', 0, 201],
    ['in a year', 365, 201],
    ['in more than a year', 366, 422],
  ])('may end %s: %d', async (_, days, status) => {
    expect((await create({ expiresOn: addDays(stage.city.today, days) })).status).toBe(status);
  });

  test('needs the password, a purpose, and at most ten of them', async () => {
    expect((await create({ password: 'falsch' })).json).toMatchObject({
      status: 422,
      code: 'wrong_credentials',
    });
    expect((await create({ scopes: [] })).json).toMatchObject({ status: 422, field: 'scopes' });
    expect((await create({ scopes: ['exports', 'exports'] })).status).toBe(422);
    expect((await create({ scopes: ['everything'] })).status).toBe(422);
    for (let round = 0; round < 10; round += 1) expect((await create()).status).toBe(201);
    expect((await create()).json).toMatchObject({ status: 409, code: 'too_many_tokens' });
    expect(await stage.count('access_tokens')).toBe(10);
  });

  test.each<[string, (id: string, owner: string) => Promise<unknown>]>([
    ['revoked', async (id) => (await fresh('coordinator')).delete(`/api/access-tokens/${id}`)],
    ['past its last day', () => stage.db.query(`update access_tokens set expires_on = '2000-01-01'`)],
    [
      'of a disabled account',
      (_, owner) => stage.db.query('update accounts set disabled_at = now() where id = $1', [owner]),
    ],
  ])('opens nothing once it is %s', async (_, end) => {
    const { id: owner } = stage.city.people.coordinator;
    const { id, token } = await giveToken(stage.db, owner);
    expect((await use(token)).status).toBe(200);
    await end(id, owner);
    expect((await use(token)).json).toMatchObject({ status: 401, code: 'token_invalid' });
    await stage.db.query('update accounts set disabled_at = null where id = $1', [owner]);
  });

  test('loses what its owner loses', async () => {
    const { id } = stage.city.people.distantCoordinator;
    const { token } = await giveToken(stage.db, id);
    expect((await use(token)).status).toBe(200);
    await stage.db.query('delete from account_roles where account_id = $1', [id]);
    expect((await use(token)).json).toMatchObject({ status: 403, code: 'forbidden' });
  });

  test('is no good while its owner lacks the second factor that the role asks for', async () => {
    const app = await startApp(stage.database.runtime, { secondFactorRequired: true });
    const { token } = await giveToken(stage.db, stage.city.people.coordinator.id);
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.client().get(FILE, { headers })).json).toMatchObject({
      ...{ status: 403, code: 'second_factor_required' },
    });
    await app.close();
  });

  test('is judged alone, whatever cookie comes along, and opens nothing as a cookie', async () => {
    const { token } = await giveToken(stage.db, stage.city.people.coordinator.id, ['reports']);
    const headers = { authorization: `Bearer ${token}` };
    const client = await fresh('administrator');
    expect((await client.get(FILE, { headers })).json['code']).toBe('token_scope');
    expect((await client.get('/api/session', { headers })).json['code']).toBe('token_scope');
    expect(
      (await client.get(FILE, { headers: { authorization: `Bearer olympia_pat_${'x'.repeat(43)}` } })).status,
    ).toBe(401);
    // A proxy's own password is none of our business.
    expect((await client.get(FILE, { headers: { authorization: 'Basic dXNlcjpwYXNz' } })).status).toBe(200);
    const thief = stage.app.client();
    thief.cookies.set('olympia', token.slice('olympia_pat_'.length));
    expect((await thief.get('/api/session')).status).toBe(401);
  });
});
