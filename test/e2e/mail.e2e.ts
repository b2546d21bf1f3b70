import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Mailbox, mailSettings, silentServer } from '../support/mailbox.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const { Mailer } = await load<typeof import('../../src/mail/mailer.js')>('mail/mailer.js');

let stage: Stage;
let mailbox: Mailbox;
let apps: TestApp[] = [];
let number = 0;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  stage = await Stage.open({ mail: mailbox.settings });
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
});
afterAll(async () => {
  await stage.close();
  await mailbox.close();
});

const newEmail = (): string => `post${(number += 1)}@example.org`;

function invite(email: string, app = stage.app, more: object = {}): Promise<Answer> {
  const { kita } = stage.city.houses;
  const body = { email, name: 'Ada Ämtlich', role: 'educator', institutionId: kita.id };
  return signedIn(app, stage.city.people.lead).post('/api/invitations', { ...body, ...more });
}

/** The same application, with another mail server or none. */
async function appWith(mail: TestApp['settings']['mail']): Promise<TestApp> {
  const app = await startApp(stage.database.runtime, { mail });
  app.hush();
  apps.push(app);
  return app;
}

describe('an invitation', () => {
  test('is mailed to the person, with a link that works', async () => {
    const email = newEmail();
    const answer = await invite(email);
    expect([answer.status, answer.json['delivery']]).toEqual([201, 'sent']);
    const { from, to, text, raw } = await mailbox.mailTo(email);
    expect([from, to]).toEqual(['olympia@example.org', [email]]);
    expect(text).toContain('Guten Tag Ada Ämtlich,');
    expect(text).toContain(`${stage.city.people.lead.name} lädt`);
    expect(text).toContain(`als Fachkraft / Lehrkraft für ${stage.city.houses.kita.name}.`);
    expect(text).toMatch(/Der Link gilt bis \d+\. \S+ \d{4} um \d\d:\d\d Uhr und nur einmal/);
    expect(text).toContain(answer.field('link'));
    const token = /einladung#([\w-]{43})/.exec(text)?.[1];
    const preview = await stage.app.client().post('/api/invitations/preview', { token });
    expect([preview.status, preview.json['email']]).toEqual([200, email]);
    expect(raw).toMatch(/Auto-Submitted: auto-generated/i);
    expect(raw).not.toMatch(/<img|src=/i);
  });

  test('remembers that it was mailed, and is not mailed twice', async () => {
    const [id, email] = [randomUUID(), newEmail()];
    await invite(email, stage.app, { id });
    const again = await invite(email, stage.app, { id });
    expect([again.status, again.json['delivery'], again.json['link']]).toEqual([200, 'sent', null]);
    expect(mailbox.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
    const { items } = (
      await stage.as('lead').get<{ items: { id: string; mailedAt: string | null }[] }>('/api/invitations')
    ).json;
    expect(items.find((item) => item.id === id)?.mailedAt).toMatch(/^\d{4}-.*Z$/);
  });

  test('is mailed only after it is stored: a refused one sends nothing', async () => {
    const email = newEmail();
    expect((await invite(email, stage.app, { institutionId: randomUUID() })).status).toBe(404);
    expect(mailbox.received.filter(({ to }) => to.includes(email))).toEqual([]);
  });

  test('cannot smuggle anything into the mail', async () => {
    const email = newEmail();
    const name = '<img src=x> "Bcc: a@example.org"';
    expect((await invite(email, stage.app, { name })).json['delivery']).toBe('sent');
    const { raw, to } = await mailbox.mailTo(email);
    expect(to).toEqual([email]);
    expect(raw).not.toMatch(/^Bcc:/im);
    expect(raw.split('text/html')[1]).toContain('&lt;img');
    expect(raw.split('text/html')[1]).not.toContain('<img');
  });
});

describe('when the mail cannot be handed over', () => {
  async function failsBut(answer: Answer): Promise<void> {
    expect([answer.status, answer.json['delivery'], answer.json['mailedAt']]).toEqual([201, 'failed', null]);
    const token = answer.field('link').split('#')[1];
    const preview = await stage.app.client().post('/api/invitations/preview', { token });
    expect(preview.status).toBe(200);
  }

  test('because no server answers, the inviter has the link', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', () => done()));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    await failsBut(await invite(newEmail(), await appWith(mailSettings(port))));
  });

  test('because the server does not want the recipient, the inviter has the link', async () => {
    const [email, app] = [newEmail(), await appWith(mailbox.settings)];
    mailbox.refused.add(email);
    await failsBut(await invite(email, app));
  });

  test('because STARTTLS is demanded and not offered, nothing leaves in clear', async () => {
    const [email, app] = [newEmail(), await appWith({ ...mailbox.settings, encryption: 'starttls' })];
    await failsBut(await invite(email, app));
    expect(mailbox.received.filter(({ to }) => to.includes(email))).toEqual([]);
  });

  test('because the server never says a word, nothing hangs and no connection to the database is held', async () => {
    const silent = await silentServer();
    const app = await startApp(stage.database.runtime, { mail: silent.settings, poolSize: 1 });
    app.hush();
    apps.push(app);
    const start = performance.now();
    const waiting = invite(newEmail(), app);
    const stored = await rowsSoon();
    expect(stored).toBe(true);
    // The only connection is free while the mail server keeps silent.
    expect((await signedIn(app, stage.city.people.lead).get('/api/invitations')).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(3000);
    await failsBut(await waiting);
    expect(performance.now() - start).toBeLessThan(9500);
    await silent.close();
  }, 20_000);

  async function rowsSoon(): Promise<boolean> {
    for (let round = 0; round < 400; round += 1) {
      const [row] = await rowsOf<{ found: boolean }>(
        stage.db,
        'select exists (select from invitations where email = $1) as found',
        [`post${number}@example.org`],
      );
      if (row!.found) return true;
      await new Promise((done) => setTimeout(done, 20));
    }
    return false;
  }

  test('the log says so without naming anybody', async () => {
    const email = newEmail();
    mailbox.refused.add(email);
    const mailer = stage.app.app.get(Mailer);
    const logged = jest.spyOn(mailer['logger'], 'warn').mockImplementation(() => undefined);
    await invite(email);
    expect(logged.mock.calls.map(([line]) => line as string)).toEqual([
      expect.stringMatching(/^A mail could not be sent: EENVELOPE 5\d\d$/),
    ]);
    logged.mockRestore();
  });
});

describe('without a mail server', () => {
  test('the inviter has the link', async () => {
    const answer = await invite(newEmail(), await appWith(null));
    expect([answer.status, answer.json['delivery']]).toEqual([201, 'not_configured']);
    expect(answer.field('link')).toMatch(/einladung#[\w-]{43}$/);
  });
});
