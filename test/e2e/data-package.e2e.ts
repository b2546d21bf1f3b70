import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { giveToken } from '../support/access-token.js';
import { actorOf, ASKERS } from '../support/askers.js';
import { addChildRows } from '../support/child-rows.js';
import { CANARY, type PersonKey } from '../support/city.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { addTestDayRows } from '../support/test-day-rows.js';
import { addTrainingRows } from '../support/training-rows.js';
import { unzipped } from '../support/unzipped.js';

let stage: Stage;
let codes: string[];

beforeAll(async () => {
  stage = await Stage.open({ poolSize: 4 });
  const child = await addChildRows(stage.db, stage.city);
  await addTestDayRows(stage.db, stage.city, child);
  await addTrainingRows(stage.db, stage.city);
  codes = (await rowsOf<{ code: string }>(stage.db, 'select code from children')).map(({ code }) => code);
});
afterAll(() => stage.close());

async function packageOf(who: PersonKey, query = ''): Promise<Map<string, string>> {
  const answer = await stage.as(who).get(`/api/exports/package.zip${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('application/zip');
  return unzipped(answer.bytes);
}

const headerOf = (text: string): string[] => text.slice(0, text.indexOf('\n')).split(',');

describe('the data package', () => {
  test('holds the tables, and a codebook whose columns are exactly those of the files', async () => {
    const files = await packageOf('coordinator');
    const tables = [...files.keys()].filter((name) => name.endsWith('.csv') && name !== 'codebook.csv');
    expect(tables.length).toBeGreaterThan(15);
    const described = files
      .get('codebook.csv')!
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2).join('.'));
    const held = tables.flatMap((name) =>
      headerOf(files.get(name)!).map((column) => `${name.replace('.csv', '')}.${column}`),
    );
    expect(held).toEqual(described);
    expect(files.get('codebook.html')).toContain('<html lang="de">');
    expect(files.get('README.txt')).toMatch(/Alle Dateien zeigen denselben Augenblick/);
  });

  test('has the words and no table for who has no role, should they ever get behind the guard', async () => {
    const { PackageService } = await load<
      typeof import('../../src/reporting/data-package/package.service.js')
    >('reporting/data-package/package.service.js');
    const actor = actorOf(
      ASKERS.find(({ name }) => name === 'roleless')!,
      stage.city,
    );
    const work = { actor, today: stage.city.today, requestId: null, origin: null };
    const { body } = await stage.app.app.get(PackageService, { strict: false }).open(work, {});
    const files = unzipped(Buffer.concat(await body.toArray()));
    expect([...files.keys()]).toEqual(['codebook.csv', 'codebook.html', 'README.txt']);
  });

  test('counts the rows of each file in its README', async () => {
    const files = await packageOf('coordinator');
    const readme = files.get('README.txt')!;
    for (const [name, text] of files) {
      if (!name.endsWith('.csv') || name === 'codebook.csv') continue;
      const rows =
        text
          .replaceAll(/"(?:[^"]|"")*"/g, '')
          .trimEnd()
          .split('\n').length - 1;
      expect(readme).toMatch(new RegExp(`  ${name} +${rows}  `));
    }
  });

  test('has the rows of the same files taken singly', async () => {
    const files = await packageOf('coordinator', '?schoolYear=2026');
    for (const name of ['activities', 'groups', 'bookings', 'trainings', 'closing-days', 'institutions']) {
      const { text } = await stage
        .as('coordinator')
        .get(`/api/exports/${name}.csv?form=machine&schoolYear=2026`);
      expect(files.get(`${name.replace('-', '_')}.csv`)).toBe(text);
    }
  });

  test('has the holidays in which the school year begins', async () => {
    const files = await packageOf('coordinator', '?schoolYear=2026');
    expect(files.get('school_holidays.csv')).toContain('2026-07-20,2026-09-01');
  });

  test.each(['coordinator', 'programmeLead', 'administrator'] as const)(
    'has nothing about children for the %s',
    async (who) => {
      const files = await packageOf(who);
      const whole = [...files.values()].join('\n');
      expect([...files.keys()].join()).not.toMatch(/assessment|child|consent|result|score/);
      for (const code of codes) expect(whole).not.toContain(code);
    },
  );

  test('has the tests of the own house for its staff, but not for a program with their token', async () => {
    const files = await packageOf('educator');
    expect(files.has('assessments_long.csv')).toBe(true);
    const { token } = await giveToken(stage.db, stage.city.people.educator.id, ['exports']);
    const answer = await stage.app.client().get('/api/exports/package.zip', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([...unzipped(answer.bytes).keys()]).not.toContain('assessments_long.csv');
  });

  test('has the tests of the chosen municipality only', async () => {
    const { municipalityId, distantMunicipalityId } = stage.city;
    const rowsIn = async (municipality: string): Promise<number> => {
      const files = await packageOf('educator', `?municipalityId=${municipality}`);
      return files.get('assessments_long.csv')!.trimEnd().split('\n').length - 1;
    };
    expect(await rowsIn(municipalityId)).toBeGreaterThan(0);
    expect(await rowsIn(distantMunicipalityId)).toBe(0);
  });

  test('shows another municipality nothing of this one', async () => {
    const files = await packageOf('distantCoordinator', `?municipalityId=${stage.city.municipalityId}`);
    const whole = [...files.values()].join('\n');
    expect(whole).not.toContain(`${CANARY}-HAUS-kita`);
    expect(files.get('activities.csv')!.trimEnd().split('\n')).toHaveLength(1);
  });

  test('leaves a trace', async () => {
    await packageOf('coordinator', '?schoolYear=2026');
    expect((await stage.trail('data_package.export')).at(-1)).toMatchObject({
      ...{ actor_id: stage.city.people.coordinator.id, fields: ['schoolYear'] },
    });
  });
});

describe('under way', () => {
  beforeAll(async () => {
    await stage.db.query(
      `insert into activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present, note)
       select a.institution_id, gen_random_uuid(), a.group_id, a.author_id, a.held_on, a.focus_area, 30, 12, md5(n::text) || md5((-n)::text)
       from (select * from activities where deleted_at is null limit 1) a, generate_series(1, 60000) n`,
    );
  });

  async function begin(): Promise<IncomingMessage> {
    const cookie = [...stage.as('coordinator').cookies].map((pair) => pair.join('=')).join('; ');
    const options = { host: '127.0.0.1', port: stage.app.port, headers: { cookie }, agent: false };
    const request = get({ ...options, path: '/api/exports/package.zip' }).on('error', () => undefined);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return answer.on('error', () => undefined);
  }

  async function busy(): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      stage.db,
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'olympia_app' and state <> 'idle'`,
    );
    return row!.n;
  }

  test('a client that hangs up costs no connection', async () => {
    for (let n = 0; n < 8; n += 1) {
      const answer = await begin();
      expect(answer.statusCode).toBe(200);
      await once(answer, 'readable');
      const closed = once(answer, 'close');
      answer.destroy();
      await closed;
    }
    for (let tries = 0; tries < 400 && (await busy()) > 0; tries += 1) await sleep(100);
    expect(await busy()).toBe(0);
    expect((await stage.as('coordinator').get('/api/activities?limit=1')).status).toBe(200);
  });

  test('a database that dies leaves no archive that looks whole', async () => {
    const answer = await begin();
    await once(answer, 'readable');
    await stage.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = 'olympia_app' and state <> 'idle'`,
    );
    answer.resume();
    const end = await Promise.race([
      once(answer, 'end').then(() => 'whole'),
      once(answer, 'aborted').then(() => 'broken'),
      once(answer, 'close').then(() => 'broken'),
    ]);
    expect(end).toBe('broken');
  });

  test('what fails at once is a problem, not an archive', async () => {
    await stage.db.query('alter table institutions rename column short_code to brief');
    const answer = await stage.as('coordinator').get('/api/exports/package.zip');
    await stage.db.query('alter table institutions rename column brief to short_code');
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });
});
