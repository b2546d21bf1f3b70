import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { giveToken } from '../support/access-token.js';
import { openSession, type PersonKey, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { Mailbox } from '../support/mailbox.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'vier lange Wörter hintereinander';
const FRESH = 'Giraffen lesen nachts Fahrpläne';

let stage: Stage;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  stage = await Stage.open({ mail: mailbox.settings });
});
beforeEach(async () => {
  await stage.db.query('delete from sign_in_throttles');
  mailbox.received.length = 0;
  for (const key of ['educator', 'lead'] as const) await stage.setPassword(stage.city.people[key], PASSWORD);
});
afterAll(async () => {
  await stage.close();
  await mailbox.close();
});

const ask = (email: string): Promise<Answer> => stage.app.client().post('/api/password-reset', { email });
const preview = (token: string): Promise<Answer> =>
  stage.app.client().post('/api/password-reset/preview', { token });
const complete = (token: string, password = FRESH): Promise<Answer> =>
  stage.app.client().post('/api/password-reset/complete', { token, password });
const signIn = (key: PersonKey, password: string): Promise<Answer> =>
  stage.app.client().post('/api/session', { email: stage.city.people[key].email, password });
const help = async (by: PersonKey, whom: PersonKey): Promise<Answer> =>
  (await fresh(by)).post(`/api/accounts/${stage.city.people[whom].id}/password-reset`);
const refused = { status: 404, code: 'reset_invalid' };

async function mailedToken(key: PersonKey): Promise<string> {
  await ask(stage.city.people[key].email);
  const { text } = await mailbox.mailTo(stage.city.people[key].email);
  return /neues-passwort#([\w-]{43})/.exec(text)?.[1] ?? '';
}

async function fresh(key: PersonKey): Promise<Client> {
  const person = stage.city.people[key];
  return signedIn(stage.app, { ...person, token: await openSession(stage.db, person.id) });
}

describe('asking for a link', () => {
  test('answers the same, as fast, for an account and for none', async () => {
    const known = await ask(stage.city.people.educator.email);
    const answers = [known, await ask('niemand@example.org'), await ask(stage.city.people.disabled.email)];
    for (const { status, text, cookies } of answers) expect([status, text, cookies]).toEqual([202, '', []]);
    await mailbox.mailTo(stage.city.people.educator.email);
    expect(mailbox.received.map(({ to }) => to).flat()).toEqual([stage.city.people.educator.email]);
  });

  test('is answered before anything is looked up', async () => {
    // Whoever looks for the account has to wait; whoever asks has not.
    await stage.db.query('begin; lock table accounts in access exclusive mode');
    try {
      expect((await ask(stage.city.people.educator.email)).status).toBe(202);
      expect((await ask('niemand@example.org')).status).toBe(202);
    } finally {
      await stage.db.query('rollback');
    }
    await mailbox.mailTo(stage.city.people.educator.email);
  });

  test.each(['educator@example.org', 'niemand@example.org'])('is braked for %s', async (email) => {
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) statuses.push((await ask(email)).status);
    expect(statuses).toEqual([202, 202, 202, 429, 429]);
  });

  test('says whether it helps to ask', async () => {
    expect((await stage.app.client().get('/api/password-reset')).json).toEqual({ byMail: true });
  });
});

describe('the link', () => {
  test('says for whom it is, and a look does not use it up', async () => {
    const token = await mailedToken('educator');
    const { name, email } = stage.city.people.educator;
    for (let look = 0; look < 2; look += 1)
      expect((await preview(token)).json).toEqual({
        name,
        email,
        minLength: 15,
        expiresAt: expect.any(String),
      });
    for (const path of ['preview', 'complete'])
      expect((await stage.app.client().get(`/api/password-reset/${path}?token=${token}`)).status).toBe(404);
    const rows = await rowsOf<{ row: string }>(stage.db, 'select p::text as row from password_resets p');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('sets a new password once, and ends all sessions, tokens and the calendar address', async () => {
    const client = await fresh('lead');
    await giveToken(stage.db, stage.city.people.lead.id);
    const accountId = stage.city.people.lead.id;
    await insertRow(stage.db, 'calendar_feeds', { accountId, secretHash: Buffer.from('secret') });
    const [token, other] = [
      await mailedToken('lead'),
      (await help('administrator', 'lead')).field('link').split('#')[1]!,
    ];
    expect((await complete(token)).status).toBe(204);
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await signIn('lead', PASSWORD)).status).toBe(401);
    const signedInAgain = await signIn('lead', FRESH);
    expect(signedInAgain.status).toBe(201);
    expect((await rowsOf(stage.db, 'select from access_tokens')).length).toBe(0);
    expect((await rowsOf(stage.db, 'select from calendar_feeds')).length).toBe(0);
    for (const used of [token, other]) expect((await complete(used)).json).toMatchObject(refused);
    expect((await stage.trail('password_reset.use')).at(-1)).toMatchObject({
      object_id: stage.city.people.lead.id,
    });
  });

  test('works once, also for many at the same time', async () => {
    const token = await mailedToken('educator');
    const answers = await Promise.all(Array.from({ length: 6 }, () => complete(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(5).fill(404)]);
  });

  test.each([
    ['expired', 'update password_resets set expires_at = now()'],
    [
      'of an account that was disabled meanwhile',
      `update accounts set disabled_at = now() where email like 'educator@%'`,
    ],
  ])('is nothing once it is %s', async (_, change) => {
    const token = await mailedToken('educator');
    await stage.db.query(change);
    expect((await preview(token)).json).toMatchObject(refused);
    expect((await complete(token)).json).toMatchObject(refused);
    await stage.db.query(`update accounts set disabled_at = null where email like 'educator@%'`);
  });

  test('refuses a weak password and stays good', async () => {
    const token = await mailedToken('educator');
    expect((await complete(token, 'kurz')).json).toMatchObject({ status: 422, code: 'weak_password' });
    expect((await complete(token)).status).toBe(204);
  });

  test('leaves the second factor on, and lets eight signs do beside it', async () => {
    const { id } = stage.city.people.educator;
    await stage.db.query(
      `insert into second_factors (account_id, secret, confirmed_at) values ($1, '12345678901234567890', now())`,
      [id],
    );
    const token = await mailedToken('educator');
    expect((await preview(token)).json['minLength']).toBe(8);
    expect((await complete(token, 'Giraffe9x')).status).toBe(204);
    expect((await signIn('educator', 'Giraffe9x')).json['code']).toBe('second_factor_code_required');
    await stage.db.query('delete from second_factors');
  });
});

describe('a link made by somebody who helps', () => {
  test('is mailed and shown once', async () => {
    const answer = await help('lead', 'educator');
    expect(answer.json).toEqual({
      link: expect.stringMatching(/^http:\/\/localhost:3000\/neues-passwort#[\w-]{43}$/),
      delivery: 'sent',
      expiresAt: expect.any(String),
    });
    const { text } = await mailbox.mailTo(stage.city.people.educator.email);
    expect(text).toContain(answer.field('link'));
    expect(text).toContain(`${stage.city.people.lead.name} hat einen Link`);
    expect((await stage.trail('password_reset.create')).at(-1)).toEqual({
      ...{ object_id: stage.city.people.educator.id, actor_id: stage.city.people.lead.id, fields: [] },
    });
  });

  // Who may help whom, in every combination, is the matter of reset-rules.spec.ts and of the access matrix.
  test('is refused for somebody who has one role more than one could give', async () => {
    expect((await help('coordinator', 'lead')).status).toBe(200);
    await stage.db.query(
      `insert into account_roles (id, account_id, role) values (gen_random_uuid(), $1, 'administrator')`,
      [stage.city.people.lead.id],
    );
    expect((await help('coordinator', 'lead')).status).toBe(404);
    await stage.db.query(`delete from account_roles where account_id = $1 and role = 'administrator'`, [
      stage.city.people.lead.id,
    ]);
  });

  test('is refused for oneself and for a disabled account', async () => {
    expect((await help('administrator', 'administrator')).status).toBe(404);
    expect((await help('administrator', 'disabled')).json).toMatchObject({
      status: 409,
      code: 'account_disabled',
    });
  });
});
