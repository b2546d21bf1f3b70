import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer, Client } from '../support/client.js';
import type { TestApp } from '../support/app.js';
import { openSession } from '../support/city.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'vier lange Wörter hintereinander';
const HOUR_MS = 3_600_000;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { educator, coordinator, disabled } = stage.city.people;
  for (const person of [educator, coordinator, disabled]) await stage.setPassword(person, PASSWORD);
});
beforeEach(() => stage.db.query('delete from sign_in_throttles'));
afterAll(() => stage.close());

function signIn(
  client: Client,
  password = PASSWORD,
  email = stage.city.people.educator.email,
): Promise<Answer> {
  return client.post('/api/session', { email, password });
}

const withoutId = ({ json: { requestId: _, ...problem } }: Answer): object => problem;
const tokenIn = (client: Client): string => client.cookies.get('olympia') ?? '';
const until = (cookie: string | undefined): number =>
  (Date.parse(/Expires=([^;]+)/.exec(cookie ?? '')?.[1] ?? '') - Date.now()) / HOUR_MS;

describe('signing in', () => {
  test('says who one is, where, and what day it is', async () => {
    const answer = await signIn(stage.app.client());
    const { educator } = stage.city.people;
    const { kita } = stage.city.houses;
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      account: { id: educator.id, name: educator.name, email: educator.email },
      roles: [
        {
          role: 'educator',
          institutionId: kita.id,
          institutionName: kita.name,
          municipalityId: stage.city.municipalityId,
          municipalityName: 'Musterstadt',
        },
      ],
      sessionId: expect.any(String),
      tablet: null,
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      today: stage.city.today,
      schoolYear: stage.city.schoolYear,
      demo: false,
      secondFactorMissing: false,
    });
  });

  test('gives a cookie that no script and no other site can use, of which only a hash is kept', async () => {
    const client = stage.app.client();
    const { cookies } = await signIn(client);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^olympia=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(until(cookies[0])).toBeCloseTo(30 * 24, 0);
    const rows = await rowsOf<{ row: string }>(stage.db, 'select s::text as row from sessions s');
    expect(rows.filter(({ row }) => row.includes(tokenIn(client)))).toEqual([]);
    expect((await client.get('/api/session')).status).toBe(200);
  });

  test('makes a new token each time, whatever was presented', async () => {
    const client = stage.app.client();
    const chosen = 'A'.repeat(43);
    client.cookies.set('olympia', chosen);
    await signIn(client);
    const first = tokenIn(client);
    await signIn(client);
    const second = tokenIn(client);
    expect(new Set([chosen, first, second]).size).toBe(3);
    const attacker = stage.app.client();
    attacker.cookies.set('olympia', chosen);
    expect((await attacker.get('/api/session')).status).toBe(401);
  });

  test('does not mind how the address is typed, nor how the keyboard composes the password', async () => {
    const email = ` ${stage.city.people.educator.email.toUpperCase()} `;
    expect((await signIn(stage.app.client(), PASSWORD.normalize('NFD'), email)).status).toBe(201);
    expect((await signIn(stage.app.client(), `${PASSWORD} `)).status).toBe(401);
  });

  test('leaves a trace of who, from which network, and no more', async () => {
    await stage.db.query(`delete from audit_events where action = 'session.create'`);
    const answer = await signIn(stage.app.client());
    const rows = await rowsOf(
      stage.db,
      `select actor_id, object_id, origin from audit_events where action = 'session.create'`,
    );
    expect(rows).toEqual([
      {
        actor_id: stage.city.people.educator.id,
        object_id: answer.json['sessionId'],
        origin: '127.0.0.0/24',
      },
    ]);
  });
});

describe('a refused sign-in', () => {
  test('does not tell a wrong password from an unknown or disabled account, nor from one without a password', async () => {
    const { people } = stage.city;
    const answers = [
      await signIn(stage.app.client(), 'ein ganz anderes Passwort'),
      await signIn(stage.app.client(), PASSWORD, 'niemand@example.org'),
      await signIn(stage.app.client(), PASSWORD, people.disabled.email),
      await signIn(stage.app.client(), PASSWORD, people.lead.email),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.cookies).toEqual([]);
      expect(withoutId(answer)).toEqual({
        type: 'urn:olympia-ruft:problem:wrong_credentials',
        title: 'E-Mail-Adresse oder Passwort stimmt nicht. Bitte prüfen Sie beides.',
        status: 401,
        code: 'wrong_credentials',
      });
    }
  });
});

describe('a session', () => {
  test('ends with signing out, for whoever still has the token', async () => {
    const client = stage.app.client();
    await signIn(client);
    const thief = stage.app.client();
    thief.cookies.set('olympia', tokenIn(client));
    const answer = await client.delete('/api/session');
    expect(answer.status).toBe(204);
    expect(answer.cookies[0]).toMatch(/^olympia=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(tokenIn(client)).toBe('');
    expect((await thief.get('/api/session')).json['code']).toBe('signed_out');
  });

  test('is listed with its device, and can be ended from another one', async () => {
    const { coordinator } = stage.city.people;
    await stage.db.query('delete from sessions where account_id = $1', [coordinator.id]);
    const [phone, desk] = [stage.app.client(), stage.app.client()];
    const userAgent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
    const body = { email: coordinator.email, password: PASSWORD };
    await phone.post('/api/session', body, { headers: { 'user-agent': userAgent } });
    await signIn(desk, PASSWORD, coordinator.email);
    const { items } = (
      await desk.get<{ items: { id: string; device: string; current: boolean }[] }>('/api/sessions')
    ).json;
    expect(items.map(({ device, current }) => [device, current])).toEqual([
      ['Unbekanntes Gerät', true],
      ['Safari auf iPhone', false],
    ]);
    expect((await desk.delete(`/api/sessions/${items[1]!.id}`)).status).toBe(204);
    expect((await phone.get('/api/session')).status).toBe(401);
    expect((await desk.get('/api/session')).status).toBe(200);
    expect((await desk.delete(`/api/sessions/${items[1]!.id}`)).status).toBe(404);
  });

  test.each([
    ['idle too long', 'idle_until'],
    ['open too long, however busy', 'expires_at'],
  ])('is over when it was %s', async (_, column) => {
    const client = stage.app.client();
    const { sessionId } = (await signIn(client)).json;
    await stage.db.query(`update sessions set ${column} = now() where id = $1`, [sessionId]);
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.get('/api/groups')).status).toBe(401);
  });

  test('stays open while it is used', async () => {
    const client = stage.app.client();
    const { sessionId } = (await signIn(client)).json;
    await stage.db.query(
      `update sessions set last_seen_at = now() - interval '6 days', idle_until = now() + interval '1 day' where id = $1`,
      [sessionId],
    );
    await client.get('/api/session');
    const [row] = await rowsOf<{ days: string }>(
      stage.db,
      `select extract(epoch from idle_until - now()) / 86400 as days from sessions where id = $1`,
      [sessionId],
    );
    expect(Number(row!.days)).toBeCloseTo(7, 1);
  });

  test.each([
    ['educator', 7 * 24],
    ['coordinator', 12],
  ] as const)('of %s may be idle for %d hours', async (key, hours) => {
    const { sessionId } = (await signIn(stage.app.client(), PASSWORD, stage.city.people[key].email)).json;
    const [row] = await rowsOf<{ hours: string }>(
      stage.db,
      'select extract(epoch from idle_until - now()) / 3600 as hours from sessions where id = $1',
      [sessionId],
    );
    expect(Number(row!.hours)).toBeCloseTo(hours, 1);
  });

  test('opens nothing more once the account is disabled', async () => {
    const { colleague } = stage.city.people;
    expect((await stage.as('colleague').get('/api/session')).status).toBe(200);
    await stage.db.query('update accounts set disabled_at = now() where id = $1', [colleague.id]);
    expect((await stage.as('colleague').get('/api/session')).status).toBe(401);
  });

  test('changes nothing for a page that belongs to somebody else, as when another window has signed in as another person', async () => {
    const { educator, colleague } = stage.city.people;
    const pageOf = ({ id }: { id: string }) => ({ headers: { 'x-author': id } });
    const client = stage.as('educator');
    expect((await client.get('/api/session', pageOf(educator))).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/api/activities'],
      ['DELETE', '/api/sessions'],
    ] as const) {
      const answer = await client.send(method, path, pageOf(colleague));
      expect([answer.status, answer.json['code']]).toEqual([409, 'other_person']);
    }
  });

  test('follows its roles at once', async () => {
    const { id } = stage.city.people.schoolEducator;
    const client = stage.as('schoolEducator');
    expect((await client.get('/api/activities')).status).toBe(200);
    await stage.db.query('delete from account_roles where account_id = $1', [id]);
    expect((await client.get('/api/activities')).status).toBe(403);
    expect((await client.get('/api/groups')).json['items']).toEqual([]);
  });

  test.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, "' or true --", '%00'])(
    'is none for a cookie like %j',
    async (value) => {
      const answer = await stage.app
        .client()
        .get('/api/session', { headers: { cookie: `olympia=${value}` } });
      expect(answer.status).toBe(401);
    },
  );
});

describe('the brake on guessing', () => {
  const wrong = (client = stage.app.client(), email?: string): Promise<Answer> =>
    signIn(client, 'ein ganz anderes Passwort', email);
  /** As if the last failure were so long ago. */
  const waited = (seconds: number): Promise<unknown> =>
    stage.db.query(`update sign_in_throttles set last_failure_at = now() - make_interval(secs => $1)`, [
      seconds,
    ]);

  test('lets five failures pass, then makes each wait twice as long, at most a minute', async () => {
    for (let round = 0; round < 5; round += 1) expect((await wrong()).status).toBe(401);
    const waits: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      // On a busy machine the failure may be a while ago already.
      await waited(0);
      const answer = await wrong();
      expect([answer.status, answer.json['code']]).toEqual([429, 'too_many_attempts']);
      waits.push(String(answer.headers['retry-after']));
      await waited(Number(waits.at(-1)));
      expect((await wrong()).status).toBe(401);
    }
    expect(waits).toEqual(['1', '2', '4', '8', '16', '32', '60', '60']);
  });

  test('says in words how long to wait', async () => {
    for (let round = 0; round < 6; round += 1) await wrong();
    await waited(1);
    await wrong();
    expect((await wrong()).json['title']).toBe(
      'Zu viele Versuche. Bitte warten Sie 2 Sekunden und versuchen Sie es dann noch einmal.',
    );
  });

  test('never locks anybody out, and forgets after a success', async () => {
    for (let round = 0; round < 6; round += 1) await wrong();
    expect((await signIn(stage.app.client())).status).toBe(429);
    await waited(60);
    expect((await signIn(stage.app.client())).status).toBe(201);
    for (let round = 0; round < 5; round += 1) expect((await wrong()).status).toBe(401);
  });

  test('holds one account without holding the next', async () => {
    for (let round = 0; round < 6; round += 1) await wrong();
    expect((await signIn(stage.app.client(), PASSWORD, stage.city.people.coordinator.email)).status).toBe(
      201,
    );
  });

  test('brakes accounts that do not exist just the same', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1)
      statuses.push((await wrong(stage.app.client(), 'niemand@example.org')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('lets no guess slip past when many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong()));
    const tried = answers.filter(({ status }) => status === 401);
    expect(tried.length).toBeLessThanOrEqual(6);
    expect(answers.filter(({ status }) => status !== 401 && status !== 429)).toEqual([]);
  });

  test('also counts a network that tries many accounts, whatever it says about itself', async () => {
    await wrong();
    await stage.db.query('update sign_in_throttles set failures = 100');
    const forged = { headers: { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' } };
    const answer = await stage.app
      .client()
      .post('/api/session', { email: 'another@example.org', password: PASSWORD }, forged);
    expect(answer.status).toBe(429);
  });
});

describe('behind TLS and a proxy', () => {
  let proxied: Stage;
  beforeAll(async () => {
    proxied = await Stage.open({ publicUrl: 'https://olympia.example', trustedProxies: 1 });
    await proxied.setPassword(proxied.city.people.educator, PASSWORD);
  });
  afterAll(() => proxied.close());

  test('the cookie is bound to the host and to TLS', async () => {
    const client = proxied.app.client();
    const answer = await client.post('/api/session', {
      ...{ email: proxied.city.people.educator.email, password: PASSWORD },
    });
    expect(answer.cookies[0]).toMatch(
      /^__Host-olympia=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect((await client.get('/api/session')).status).toBe(200);
    // A plain cookie could be planted by a neighbouring host.
    expect(await statusWith(proxied.app, `olympia=${client.cookies.get('__Host-olympia')}`)).toBe(401);
    expect((await client.delete('/api/session')).cookies[0]).toMatch(/^__Host-olympia=;.*Secure/);
  });

  test('the network is the one the proxy saw, and not what the client claims beyond it', async () => {
    const token = await openSession(proxied.db, proxied.city.people.administrator.id);
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9', cookie: `__Host-olympia=${token}` };
    await proxied.app.client().post('/api/municipalities', { name: 'Neu', key: '05999009' }, { headers });
    const [row] = await rowsOf<{ origin: string }>(
      proxied.db,
      `select origin from audit_events where action = 'municipality.create'`,
    );
    expect(row!.origin).toBe('203.0.113.0/24');
  });
});

async function statusWith(app: TestApp, cookie: string): Promise<number> {
  return (await app.client().get('/api/session', { headers: { cookie } })).status;
}
