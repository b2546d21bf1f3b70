import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Asker, ASKERS } from '../../support/askers.js';
import { CANARY, PEOPLE as KEYS, type PersonKey } from '../../support/city.js';
import type { Answer, Client } from '../../support/client.js';
import { insertRow } from '../../support/rows.js';
import { Bench } from './bench.js';
import { PEOPLE } from './cells.js';

/* What answers beside the API: calendars by their secret, figures for machines, signs of life, and the files of the web application. */

const METRICS_TOKEN = 'm'.repeat(32);
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

let bench: Bench;
let folder: string;
const secrets: Partial<Record<PersonKey, string>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'olympia-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Startseite</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  bench = await Bench.open({ metricsToken: METRICS_TOKEN, webRoot: folder });
  for (const key of KEYS) secrets[key] = await giveCalendar(bench.facts.people[key].id);
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

async function giveCalendar(accountId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const secretHash = createHash('sha256').update(secret).digest();
  await insertRow(bench.db, 'calendar_feeds', { accountId, secretHash });
  return secret;
}

/** Everybody with a session, one that is over, or none. */
function browsers(): [Asker | null, Client][] {
  const { people } = bench.facts;
  return [
    [null, bench.app.client()],
    ...(['expired', 'disabled'] as const).map((key): [null, Client] => [null, bench.clientOf(people[key])]),
    ...PEOPLE.map((asker): [Asker, Client] => [asker, bench.clientOf(people[asker.self!])]),
  ];
}

describe('the calendar behind a secret', () => {
  const calendarOf = (key: PersonKey): Promise<Answer> =>
    bench.app.client().get(`/api/calendar/${secrets[key]}.ics`);

  test.each(PEOPLE.map((asker) => [asker.name, asker] as const))(
    'of the %s shows what is theirs',
    async (_, asker) => {
      const answer = await calendarOf(asker.self!);
      expect(answer.status).toBe(asker.name === 'roleless' ? 404 : 200);
      answer.text = answer.text.replace(/\r\n[ \t]/g, '');
      expect(bench.leaksIn(answer, asker)).toEqual([]);
      for (const house of asker.coaches) expect(answer.text).toContain(`${CANARY}-HAUS-${house}`);
    },
  );

  test('is nothing once the account is locked, whoever asks, and is no one else’s', async () => {
    for (const [, client] of browsers()) {
      expect((await client.get(`/api/calendar/${secrets.disabled}.ics`)).status).toBe(404);
      expect((await client.get(`/api/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
      // The session that comes along does not matter.
      const coach = ASKERS.find(({ name }) => name === 'coach')!;
      expect(bench.leaksIn(await client.get(`/api/calendar/${secrets.coach}.ics`), coach)).toEqual([]);
    }
  });
});

describe('the figures of the running program', () => {
  test('are for the token alone, whoever is signed in', async () => {
    for (const [, client] of browsers()) {
      for (const authorization of [undefined, 'Bearer x', METRICS_TOKEN, `Basic ${METRICS_TOKEN}`]) {
        const answer = await client.get('/metrics', { headers: { authorization } });
        expect([answer.status, answer.json['code']]).toEqual([401, 'token_invalid']);
      }
    }
  });

  test('name nobody and nothing that was asked for', async () => {
    await bench.app.client().get(`/api/calendar/${secrets.coach}.ics`);
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const answer = await bench.app.client().get('/metrics', { headers });
    expect(answer.status).toBe(200);
    expect(bench.leaksIn(answer, null)).toEqual([]);
    expect(answer.text).not.toContain(secrets.coach);
    const ids = [...Object.values(bench.facts.people), ...Object.values(bench.facts.houses)];
    expect(ids.filter(({ id, name }) => answer.text.includes(id) || answer.text.includes(name))).toEqual([]);
  });
});

test.each(['/livez', '/readyz', '/', '/einrichtungen/5', '/assets/app-1a2b.js'])(
  '%s is the same for everybody, and by GET and HEAD alone',
  async (path) => {
    const plain = await bench.app.client().get(path);
    expect(plain.status).toBe(200);
    for (const [, client] of browsers()) {
      expect([(await client.get(path)).text, (await client.get(path)).cookies]).toEqual([plain.text, []]);
      expect([(await client.send('HEAD', path)).status, (await client.send('HEAD', path)).text]).toEqual([
        200,
        '',
      ]);
      for (const method of METHODS) {
        const { status } = await client.send(method, path);
        expect([method, [400, 403, 404, 405].includes(status)]).toEqual([method, true]);
      }
    }
  },
);
