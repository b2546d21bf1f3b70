import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { secretText, stepOf } from '../../src/access/second-factor/totp.js';
import { Secret, TOTP } from 'otpauth';
import { askPlainly, asksForSecondFactor } from './access-matrix/second-factor-cells.js';
import { readRoutes } from '../support/openapi.js';
import { openSession, type PersonKey, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'vier lange Wörter hintereinander';
const STEP_MS = 30_000;

let stage: Stage;
/** The instant that the server believes in: codes belong to it. */
let now: number;

beforeAll(async () => {
  stage = await Stage.open({ secondFactorRequired: true });
  for (const person of Object.values(stage.city.people)) await stage.setPassword(person, PASSWORD);
});
beforeEach(async () => {
  now = Date.now();
  stage.app.clock.standAt(new Date(now).toISOString());
  await stage.db.query('delete from sign_in_throttles');
});
afterAll(() => stage.close());

/** Some steps later, codes are new. */
function later(steps = 2): void {
  now += steps * STEP_MS;
  stage.app.clock.standAt(new Date(now).toISOString());
}

function codeOf(secret: string, offset = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + offset * STEP_MS });
}

async function fresh(key: PersonKey): Promise<Client> {
  const { id } = stage.city.people[key];
  return signedIn(stage.app, { ...stage.city.people[key], token: await openSession(stage.db, id) });
}

interface Factor {
  client: Client;
  secret: string;
  codes: string[];
}

/** The person with a second factor, newly set up. */
async function withFactor(key: PersonKey): Promise<Factor> {
  const { id } = stage.city.people[key];
  await stage.db.query('delete from second_factors where account_id = $1', [id]);
  const client = await fresh(key);
  const secret = (await client.post('/api/second-factor', {})).field('secret');
  const confirmed = await client.post<{ recoveryCodes: string[] }>('/api/second-factor/confirm', {
    code: codeOf(secret),
  });
  expect(confirmed.status).toBe(200);
  later();
  return { client, secret, codes: confirmed.json.recoveryCodes };
}

function signIn(key: PersonKey, code?: string, password = PASSWORD): Promise<Answer> {
  const { email } = stage.city.people[key];
  return stage.app.client().post('/api/session', { email, password, ...(code !== undefined && { code }) });
}

const outcome = ({ status, json }: Answer): [number, unknown] => [status, json['code']];

describe('whose role asks for it and who has none', () => {
  test.each<PersonKey>(['coordinator', 'programmeLead', 'administrator'])(
    'the %s can do nothing but set it up',
    async (key) => {
      const client = await fresh(key);
      const session = await client.get('/api/session');
      expect([session.status, session.json['secondFactorMissing']]).toEqual([200, true]);
      const refused: string[] = [];
      for (const route of readRoutes().filter(asksForSecondFactor)) {
        const { operationId } = route;
        const answer = await askPlainly(client, route);
        expect([operationId, ...outcome(answer)]).toEqual([operationId, 403, 'second_factor_required']);
        refused.push(operationId);
      }
      expect(refused.length).toBeGreaterThan(60);
    },
  );

  test('everything opens in the same session once it is set up', async () => {
    const { client } = await withFactor('administrator');
    expect((await client.get('/api/session')).json['secondFactorMissing']).toBe(false);
    expect((await client.get('/api/invitations')).status).toBe(200);
  });

  test.each<PersonKey>(['educator', 'lead', 'coach'])('the %s is not asked', async (key) => {
    const client = await fresh(key);
    expect((await client.get('/api/session')).json['secondFactorMissing']).toBe(false);
    expect((await client.get('/api/groups')).status).toBe(200);
  });
});

describe('setting up', () => {
  test('shows a secret for any app, and is off until a first code was right', async () => {
    const client = await fresh('educator');
    const { secret, uri } = (await client.post<{ secret: string; uri: string }>('/api/second-factor', {}))
      .json;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Olympia%20ruft:educator(%40|@)example\.org\?/);
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toMatch(/algorithm=SHA1&digits=6&period=30/);
    expect((await client.get('/api/second-factor')).json['on']).toBe(false);
    expect((await signIn('educator')).status).toBe(201);
    expect(outcome(await client.post('/api/second-factor/confirm', { code: '000000' }))).toEqual([
      422,
      'wrong_code',
    ]);
    expect((await signIn('educator')).status).toBe(201);
  });

  test('signs out elsewhere, gives ten recovery codes, and keeps only hashes of them', async () => {
    const elsewhere = await fresh('coach');
    const { client, codes } = await withFactor('coach');
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await client.get('/api/session')).status).toBe(200);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
    const rows = await rowsOf<{ row: string }>(stage.db, 'select r::text as row from recovery_codes r');
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
    expect((await stage.trail('second_factor.create')).at(-1)).toMatchObject({
      object_id: stage.city.people.coach.id,
    });
  });

  test('asks for the password when signing in was long ago, and for the old code when it is replaced', async () => {
    const { client, secret } = await withFactor('coach');
    const start = (body: object): Promise<Answer> => client.post('/api/second-factor', body);
    expect((await start({})).json['field']).toBe('password');
    expect(outcome(await start({ password: 'ganz falsch' }))).toEqual([422, 'wrong_credentials']);
    expect(outcome(await start({ password: PASSWORD }))).toEqual([422, 'second_factor_code_required']);
    expect((await start({ password: PASSWORD, code: codeOf(secret) })).status).toBe(200);
    later();
    // The old one is good until the new one is confirmed.
    expect((await signIn('coach', codeOf(secret))).status).toBe(201);
    const old = await fresh('colleague');
    await stage.db.query(`update sessions set created_at = now() - interval '11 minutes'`);
    expect((await old.post('/api/second-factor', {})).json['field']).toBe('password');
  });
});

describe('signing in', () => {
  test('asks for the code only after the right password', async () => {
    const { secret } = await withFactor('lead');
    expect(outcome(await signIn('lead', undefined, 'ein ganz anderes Passwort'))).toEqual([
      401,
      'wrong_credentials',
    ]);
    expect(outcome(await signIn('lead', codeOf(secret), 'ein ganz anderes Passwort'))).toEqual([
      401,
      'wrong_credentials',
    ]);
    const asked = await signIn('lead');
    expect([...outcome(asked), asked.json['field'], asked.cookies]).toEqual([
      ...[422, 'second_factor_code_required', 'code'],
      [],
    ]);
    expect((await signIn('lead', codeOf(secret))).status).toBe(201);
  });

  test('takes the code before and the one after, and none beyond', async () => {
    const { secret } = await withFactor('lead');
    later(10);
    expect(outcome(await signIn('lead', codeOf(secret, -2)))).toEqual([422, 'wrong_code']);
    expect(outcome(await signIn('lead', codeOf(secret, 2)))).toEqual([422, 'wrong_code']);
    expect((await signIn('lead', codeOf(secret, -1))).status).toBe(201);
    expect((await signIn('lead', codeOf(secret, 1))).status).toBe(201);
  });

  test('takes no code twice, nor one before it, also from many at once', async () => {
    const { secret } = await withFactor('lead');
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn('lead', code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(outcome(await signIn('lead', codeOf(secret, -1)))[0]).not.toBe(201);
  });

  test('takes a recovery code once, however it is typed', async () => {
    const { client, codes } = await withFactor('lead');
    const typed = codes[0]!.toUpperCase().replaceAll('-', ' ');
    expect((await signIn('lead', typed)).status).toBe(201);
    expect(outcome(await signIn('lead', codes[0]))).toEqual([422, 'wrong_code']);
    expect((await client.get('/api/second-factor')).json['recoveryCodesLeft']).toBe(9);
    expect((await stage.trail('recovery_code.use')).at(-1)).toMatchObject({
      object_id: stage.city.people.lead.id,
    });
  });

  test('brakes guessing codes by account, whoever guesses, and does not forget by asking again', async () => {
    const { secret } = await withFactor('lead');
    // Only the brake on codes is looked at: as if each guess came from another network.
    const elsewhere = (): Promise<unknown> =>
      stage.db.query(
        `delete from sign_in_throttles where key <> sha256(convert_to('codes of account:' || $1, 'utf8'))`,
        [stage.city.people.lead.id],
      );
    const guess = async (): Promise<number> => {
      await elsewhere();
      expect(outcome(await signIn('lead'))).toEqual([422, 'second_factor_code_required']);
      return (await signIn('lead', '000000')).status;
    };
    const statuses: number[] = [];
    for (let round = 0; round < 7; round += 1) statuses.push(await guess());
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    await elsewhere();
    await stage.db.query(`update sign_in_throttles set last_failure_at = now() - interval '20 minutes'`);
    expect((await signIn('lead', codeOf(secret))).status).toBe(201);
  });

  test('an accepted invitation is no way around it', async () => {
    const { secret } = await withFactor('educator');
    await withFactor('administrator')
      .then(({ client }) =>
        client.post('/api/invitations', {
          email: stage.city.people.educator.email,
          name: 'X',
          role: 'institution_lead',
          institutionId: stage.city.houses.kita.id,
        }),
      )
      .then(async (invitation) => {
        const token = invitation.field('link').split('#')[1];
        const accept = (code?: string): Promise<Answer> =>
          stage.app.client().post('/api/invitations/accept', { token, name: 'X', password: PASSWORD, code });
        expect(outcome(await accept())).toEqual([422, 'second_factor_code_required']);
        expect(outcome(await accept('000000'))).toEqual([422, 'wrong_code']);
        later();
        expect((await accept(codeOf(secret))).status).toBe(201);
      });
  });
});

describe('switching off', () => {
  test('asks for password and code, and is not for those whose role asks for it', async () => {
    const { client, secret } = await withFactor('coach');
    const remove = (body: object): Promise<Answer> => client.post('/api/second-factor/remove', body);
    expect(outcome(await remove({ password: 'falsch', code: codeOf(secret) }))).toEqual([
      422,
      'wrong_credentials',
    ]);
    expect(outcome(await remove({ password: PASSWORD, code: '000000' }))).toEqual([422, 'wrong_code']);
    expect((await remove({ password: PASSWORD, code: codeOf(secret) })).status).toBe(204);
    expect((await signIn('coach')).status).toBe(201);
    const coordinator = await withFactor('coordinator');
    expect(
      outcome(
        await coordinator.client.post('/api/second-factor/remove', {
          password: PASSWORD,
          code: codeOf(coordinator.secret),
        }),
      ),
    ).toEqual([409, 'second_factor_required']);
  });

  test('never leaves a short password behind', async () => {
    const short = 'Giraffe9x';
    const { client, secret } = await withFactor('schoolLead');
    const change = (current: string, password: string): Promise<Answer> =>
      client.post('/api/account/password', { current, password });
    expect((await change(PASSWORD, short)).status).toBe(200);
    const remove = (): Promise<Answer> =>
      client.post('/api/second-factor/remove', { password: short, code: codeOf(secret) });
    expect(outcome(await remove())).toEqual([409, 'password_too_short_alone']);
    later();
    expect((await signIn('schoolLead', codeOf(secret), short)).status).toBe(201);
    expect((await change(short, PASSWORD)).status).toBe(200);
    later();
    expect(
      (await client.post('/api/second-factor/remove', { password: PASSWORD, code: codeOf(secret) })).status,
    ).toBe(204);
    expect(outcome(await change(PASSWORD, short))).toEqual([422, 'weak_password']);
  });

  test('by an administrator in person ends the sessions, and takes a short password along', async () => {
    const administrator = (await withFactor('administrator')).client;
    const { client } = await withFactor('schoolLead');
    await client.post('/api/account/password', { current: PASSWORD, password: 'Giraffe9x' });
    const { id } = stage.city.people.schoolLead;
    const reset = await administrator.delete(`/api/accounts/${id}/second-factor`);
    expect([reset.status, reset.json]).toEqual([200, { passwordRemoved: true }]);
    expect((await client.get('/api/session')).status).toBe(401);
    expect(outcome(await signIn('schoolLead', undefined, 'Giraffe9x'))).toEqual([401, 'wrong_credentials']);
    expect((await administrator.delete(`/api/accounts/${id}/second-factor`)).status).toBe(404);
    expect((await stage.trail('second_factor.reset')).at(-1)).toMatchObject({
      object_id: id,
      actor_id: stage.city.people.administrator.id,
    });
    // An invitation does not give a password to an account that has lost its own.
    const invitation = await administrator.post('/api/invitations', {
      ...{ email: stage.city.people.schoolLead.email, name: 'X', role: 'educator' },
      institutionId: stage.city.houses.school.id,
    });
    const token = invitation.field('link').split('#')[1];
    const accepted = await stage.app
      .client()
      .post('/api/invitations/accept', { token, name: 'X', password: PASSWORD });
    expect(outcome(accepted)).toEqual([422, 'wrong_credentials']);
    await stage.setPassword(stage.city.people.schoolLead, PASSWORD);
  });

  test('one’s own that way is refused', async () => {
    const { client } = await withFactor('administrator');
    const { id } = stage.city.people.administrator;
    expect(outcome(await client.delete(`/api/accounts/${id}/second-factor`))).toEqual([409, 'own_account']);
  });

  test('new recovery codes void the old ones', async () => {
    const { client, codes } = await withFactor('coach');
    const renewed = await client.post<{ recoveryCodes: string[] }>('/api/second-factor/recovery-codes', {
      password: PASSWORD,
    });
    expect(renewed.json.recoveryCodes).toHaveLength(10);
    expect(outcome(await signIn('coach', codes[1]))).toEqual([422, 'wrong_code']);
    expect((await signIn('coach', renewed.json.recoveryCodes[0])).status).toBe(201);
  });
});

test('codes are those of RFC 6238', () => {
  // Appendix B, SHA-1, shortened to six digits.
  const secret = Buffer.from('12345678901234567890');
  const at = (seconds: number, code: string): number | null => stepOf(secret, code, new Date(seconds * 1000));
  expect(secretText(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(at(59, '287082')).toBe(1);
  expect(at(1_111_111_109, '081804')).toBe(37_037_036);
  expect(at(1_234_567_890, '005924')).toBe(41_152_263);
  expect(at(2_000_000_000, '279037')).toBe(66_666_666);
  expect(at(2_000_000_000, '279038')).toBeNull();
});
