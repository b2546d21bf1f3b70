import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'vier runde Melonen tanzen';
const { DailyJobs } = await load<typeof import('../../src/jobs/daily-jobs.js')>('jobs/daily-jobs.js');

let stage: Stage;
let other: TestApp;

beforeAll(async () => {
  stage = await Stage.open({ jobs: true });
  await stage.setPassword(stage.city.people.lead, PASSWORD);
  other = await startApp(stage.database.runtime, { jobs: true });
});
afterAll(async () => {
  await other.close();
  await stage.close();
});

const signIn = (app: TestApp, password: string) =>
  app.client().post('/api/session', { email: stage.city.people.lead.email, password });

test('who has signed in at one instance is signed in at the other, and signed out at both', async () => {
  const [here, there] = [stage.app.client(), other.client()];
  expect(
    (await here.post('/api/session', { email: stage.city.people.lead.email, password: PASSWORD })).status,
  ).toBe(201);
  for (const [name, value] of here.cookies) there.cookies.set(name, value);
  expect((await there.get('/api/session')).status).toBe(200);
  expect((await there.delete('/api/session')).status).toBe(204);
  expect((await here.get('/api/session')).status).toBe(401);
});

test('wrong passwords count together, whichever instance they are tried at', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 5; i += 1)
    for (const app of [stage.app, other])
      statuses.push((await signIn(app, 'das ist ein falsches Passwort')).status);
  expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
  expect(statuses.slice(5)).toContain(429);
});

test('what is due once a day is put in once, whoever asks first', async () => {
  const instances = [stage.app, other].map(({ app }) => app.get(DailyJobs, { strict: false }));
  for (const daily of instances) {
    // It asks every minute; here both ask anew, at the same moment.
    daily.onModuleDestroy();
    daily.add('counted', 0, () => Promise.resolve());
  }
  await Promise.all(instances.map((daily) => daily.onApplicationBootstrap()));
  expect(
    await rowsOf(stage.db, `select data from pgboss.job where data ->> 'task' = 'counted'`),
  ).toHaveLength(1);
});
