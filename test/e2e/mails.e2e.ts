import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { signedIn } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { mailSettings } from '../support/mailbox.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
/** Without a mail server. */
let bare: TestApp;

beforeAll(async () => {
  // Nothing is sent here: this application takes no jobs.
  stage = await Stage.open({ mail: mailSettings(9) });
  bare = await startApp(stage.database.runtime);
});
afterAll(async () => {
  await bare.close();
  await stage.close();
});

interface Mail {
  id: string;
  state: string;
  version: number;
  recipientName: string | null;
  subject: string;
  text: string;
}

let number = 0;
/** Ids are made in the order of time. */
const nextId = (): string => `0199aaaa-0000-7000-8000-${String((number += 1)).padStart(12, '0')}`;

async function put(row: Record<string, unknown> = {}): Promise<string> {
  const id = nextId();
  const words = { subject: 'Platz bestätigt', before: ['Guten Tag Kim,'], after: ['Gruß'] };
  const letter = JSON.stringify({ ...words, link: 'https://example.org/x', linkLabel: 'Mehr' });
  await insertRow(stage.db, 'mail_outbox', {
    ...{ id, municipalityId: stage.city.municipalityId, kind: 'training_confirmed', letter },
    ...{ recipientName: 'Kim', recipientAddress: 'kim@example.org', state: 'failed', ...row },
  });
  return id;
}

const list = async (query = ''): Promise<Mail[]> =>
  (await stage.as('coordinator').get<{ items: Mail[] }>(`/api/mails${query}`)).json.items;
const resend = (id: string, version: number): Promise<Answer> =>
  stage.as('coordinator').send('POST', `/api/mails/${id}/resend`, { version });

describe('the list of letters', () => {
  test('shows the newest first, as text, by state and kind', async () => {
    const first = await put({ state: 'waiting' });
    const second = await put({ state: 'sent', sentAt: new Date(), kind: 'training_reminder' });
    expect((await list()).map(({ id }) => id)).toEqual([second, first]);
    expect((await list('?state=waiting')).map(({ id }) => id)).toEqual([first]);
    expect((await list('?kind=training_reminder')).map(({ id }) => id)).toEqual([second]);
    expect((await list())[1]).toMatchObject({
      ...{ subject: 'Platz bestätigt', recipientName: 'Kim', version: 1 },
      text: 'Guten Tag Kim,\n\nMehr:\nhttps://example.org/x\n\nGruß\n',
    });
    const page = await stage.as('coordinator').get<{ items: Mail[]; next: string }>('/api/mails?limit=1');
    expect((await list(`?limit=1&cursor=${page.json.next}`)).map(({ id }) => id)).toEqual([first]);
  });
});

describe('a letter that was not sent', () => {
  test.each(['failed', 'not_configured'])(
    'and is %s gets in line again, once, and the trail knows',
    async (state) => {
      const id = await put({ state, attempts: 3, lastError: 'EENVELOPE 550' });
      const answer = await resend(id, 1);
      expect([answer.status, answer.json]).toEqual([
        200,
        expect.objectContaining({ state: 'waiting', attempts: 0, version: 2 }),
      ]);
      const again = await resend(id, 1);
      expect([again.status, (again.json['current'] as { state: string }).state]).toEqual([412, 'waiting']);
      const [jobs] = await rowsOf<{ count: number }>(
        stage.db,
        `select count(*)::int as count from pgboss.job where name = 'mail' and data->>'id' = $1`,
        [id],
      );
      expect(jobs!.count).toBe(1);
      const entries = (await stage.trail('mail.resend')).filter(({ object_id: object }) => object === id);
      expect(entries.map(({ actor_id: actor }) => actor)).toEqual([stage.city.people.coordinator.id]);
    },
  );

  test('is not sent again while it is on its way, or has left', async () => {
    const [waiting, sent] = [
      await put({ state: 'waiting' }),
      await put({ state: 'sent', sentAt: new Date() }),
    ];
    for (const id of [waiting, sent]) {
      const { status, json } = await resend(id, 1);
      expect([status, json['code']]).toEqual([409, 'mail_not_unsent']);
    }
    expect((await resend(randomUUID(), 1)).status).toBe(404);
  });

  test('stays so while there is no mail server', async () => {
    const id = await put({ state: 'not_configured' });
    const coordinator = signedIn(bare, stage.city.people.coordinator);
    const { status, json } = await coordinator.send('POST', `/api/mails/${id}/resend`, { version: 1 });
    expect([status, json['code']]).toEqual([409, 'mail_not_configured']);
  });
});

describe('the sums', () => {
  test('are everything to administrators, the own town to coordinators, and name nobody', async () => {
    await stage.db.query('delete from mail_outbox');
    await put({ lastError: 'EENVELOPE 550' });
    await put({ state: 'waiting', lastError: 'ESOCKET' });
    await put({ municipalityId: stage.city.distantMunicipalityId, lastError: 'EENVELOPE 550' });
    const sums = async (app: TestApp, key: 'administrator' | 'coordinator'): Promise<object> =>
      (await signedIn(app, stage.city.people[key]).get('/api/mails/summary')).json;
    const empty = { waiting: 1, sent: 0, notConfigured: 0, lastSentAt: null };
    const lost = { code: 'ESOCKET', count: 1 };
    expect(await sums(bare, 'administrator')).toEqual({
      ...{ ...empty, configured: false, failed: 2, faults: [{ code: 'EENVELOPE 550', count: 2 }, lost] },
    });
    expect(await sums(stage.app, 'coordinator')).toEqual({
      ...{ ...empty, configured: true, failed: 1, faults: [{ code: 'EENVELOPE 550', count: 1 }, lost] },
    });
  });
});
