import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { insertRow } from '../support/rows.js';
import { load } from '../support/outside.js';
import { Stage } from '../support/stage.js';
import { count, LONG, percentile, say } from './figures.js';

/*
 * Guessing passwords, from many places and at many servers at once; whether a refusal tells that there is an account; and what many sign-ins
 * at the same moment cost.
 */

const { Gate } = await load<typeof import('../../src/kernel/gate.js')>('kernel/gate.js');
const { Database } = await load<typeof import('../../src/database/database.js')>('database/database.js');
const { hashPassword } = await load<typeof import('../../src/access/passwords/passwords.js')>(
  'access/passwords/passwords.js',
);

type Hashing = InstanceType<typeof Gate>;

const PASSWORD = 'vier lange Wörter hintereinander';
const AT_ONCE = 4;
const WAITING = 24;

let stage: Stage;
/** Two servers on one database, behind a proxy that says where somebody comes from. */
let servers: [TestApp, TestApp];
let hashing: Hashing;

beforeAll(async () => {
  hashing = await hashingGate();
  stage = await Stage.open({ trustedProxies: 1 });
  servers = [stage.app, await startApp(stage.database.runtime, { trustedProxies: 1 })];
  const { lead, educator, disabled, coach } = stage.city.people;
  for (const person of [lead, educator, disabled, coach]) await stage.setPassword(person, PASSWORD);
  await insertRow(stage.db, 'second_factors', {
    ...{ accountId: coach.id, secret: Buffer.from('12345678901234567890'), confirmedAt: new Date() },
  });
});
beforeEach(() => forget());
afterAll(async () => {
  await servers[1].close();
  await stage.close();
});

/** Where all passwords are hashed: found by hashing one. */
async function hashingGate(): Promise<Hashing> {
  const passed: Hashing[] = [];
  const run = Gate.prototype.run;
  Gate.prototype.run = function <T>(this: Hashing, work: () => Promise<T>): Promise<T> {
    passed.push(this);
    return run.call(this, work) as Promise<T>;
  };
  await hashPassword(PASSWORD);
  Gate.prototype.run = run;
  return passed[0]!;
}

const forget = (): Promise<unknown> => stage.db.query('delete from sign_in_throttles');
const emailOf = (key: 'lead' | 'educator' | 'disabled' | 'coach' | 'schoolLead'): string =>
  stage.city.people[key].email;

function signIn(
  email: string,
  { server = 0, from = '203.0.113.7', password = 'ein ganz anderes Passwort' } = {},
): Promise<Answer> {
  const headers = { 'x-forwarded-for': from };
  return servers[server]!.client().post('/api/session', { email, password }, { headers });
}

describe('the brake is one for all servers', () => {
  const wait = (seconds: number): Promise<unknown> =>
    stage.db.query(
      'update sign_in_throttles set last_failure_at = last_failure_at - make_interval(secs => $1)',
      [seconds],
    );

  test('by account: what was guessed at one counts at the other, and nobody is locked out', async () => {
    for (let round = 0; round < 5; round += 1)
      expect((await signIn(emailOf('lead'), { server: round % 2 })).status).toBe(401);
    // The sixth is still free, the seventh waits, wherever it is asked.
    await stage.db.query('update sign_in_throttles set failures = 1000000');
    for (const server of [0, 1]) {
      const answer = await signIn(emailOf('lead'), { server, password: PASSWORD });
      expect([answer.status, Number(answer.headers['retry-after']) <= 60]).toEqual([429, true]);
    }
    expect((await signIn(emailOf('educator'), { from: '198.51.100.1', password: PASSWORD })).status).toBe(
      201,
    );
    await wait(60);
    expect((await signIn(emailOf('lead'), { server: 1, password: PASSWORD })).status).toBe(201);
  });

  test('by network: whom it guesses does not matter, and another network goes on', async () => {
    await signIn('jemand@example.org');
    await stage.db.query('update sign_in_throttles set failures = 100');
    const from = '203.0.113.200';
    expect((await signIn('anders@example.org', { server: 1, from })).status).toBe(429);
    const elsewhere = { server: 1, from: '198.51.100.1', password: PASSWORD };
    expect((await signIn(emailOf('lead'), elsewhere)).status).toBe(201);
    await wait(60);
    expect((await signIn(emailOf('educator'), { from, password: PASSWORD })).status).toBe(201);
  });
});

describe('a refusal does not tell whether there is an account', () => {
  /** Why it is refused, and for whom. */
  const refused = (): [why: string, email: string][] => [
    ['wrong password', emailOf('lead')],
    ['no such account', 'niemand@example.org'],
    ['locked', emailOf('disabled')],
    ['no password yet', emailOf('schoolLead')],
    ['wrong password beside a second factor', emailOf('coach')],
  ];

  test('by the work that it takes: as many hashes and as many statements for each', async () => {
    const work: Record<string, unknown> = {};
    for (const [why, email] of refused()) work[why] = await workOf(() => signIn(email));
    const [first] = Object.values(work);
    expect(first).toMatchObject({ status: 401, hashes: 1 });
    expect(work).toEqual(Object.fromEntries(refused().map(([why]) => [why, first])));
    say(
      'sign-in',
      `${refused().length} kinds of refusal, each one hash and the same statements: ${JSON.stringify(first)}`,
    );
  });

  // A test that goes by the clock is for a machine that does nothing else.
  if (LONG)
    test('by its time: neither comes later than the other more often than by chance', async () => {
      const [known, unknown] = await interleaved(300, [emailOf('lead'), 'niemand@example.org']);
      const share = shareLater(known!, unknown!);
      const middle = (times: number[]): string => `${percentile(times, 0.5).toFixed(1)} ms`;
      say(
        'sign-in',
        `${count(known!.length)} rounds: median ${middle(known!)} known, ${middle(unknown!)} unknown; the known one is later in ${(100 * share).toFixed(1)} % of all pairs`,
      );
      // Of 300 against 300 by chance alone between 43 and 57 %, but for one run in 300.
      expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
    });
});

test('of many sign-ins at once four are looked at, 24 wait, and the others are told to come back', async () => {
  const peak = countRunning();
  const leave = await Promise.all(Array.from({ length: AT_ONCE }, () => hashing.enter()));
  const answers: Answer[] = [];
  const all = Array.from({ length: AT_ONCE + WAITING + 8 }, async (_, i) => {
    answers.push(await signIn(`niemand-${i}@example.org`, { server: i % 2 }));
  });
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 2);
  while (answers.length < AT_ONCE + 8) await sleep(5);
  for (const { status, headers } of answers) expect([status, headers['retry-after']]).toEqual([503, '2']);
  for (const go of leave) go();
  await Promise.all(all);
  clearInterval(watch);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(WAITING);
  expect(peak()).toBe(AT_ONCE);
  const mib = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MiB`;
  say(
    'sign-in',
    `${all.length} at once: ${AT_ONCE} places taken, ${WAITING} waited, ${answers.length - WAITING} told to come back; ` +
      `${mib(before)} before, ${mib(most)} at most`,
  );
});

/** What a request makes the server do. */
async function workOf(
  ask: () => Promise<Answer>,
): Promise<{ status: number; hashes: number; statements: number }> {
  await forget();
  const database = stage.app.app.get(Database);
  const done = { hashes: 0, statements: 0 };
  const [run, query] = [hashing.run, database.query];
  hashing.run = function <T>(this: Hashing, work: () => Promise<T>): Promise<T> {
    done.hashes += 1;
    return run.call(this, work) as Promise<T>;
  };
  database.query = function <T>(this: typeof database, ...question: Parameters<typeof query>): Promise<T[]> {
    done.statements += 1;
    return query.apply(this, question) as Promise<T[]>;
  };
  const { status } = await ask();
  Object.assign(hashing, { run });
  Object.assign(database, { query });
  return { status, ...done };
}

/** How many passwords were hashed at the same moment, at most, until it is asked. */
function countRunning(): () => number {
  const { run } = hashing;
  const running = { now: 0, most: 0 };
  hashing.run = function <T>(this: Hashing, work: () => Promise<T>): Promise<T> {
    return run.call(this, async () => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      return work().finally(() => (running.now -= 1));
    }) as Promise<T>;
  };
  return () => {
    Object.assign(hashing, { run });
    return running.most;
  };
}

/** How long each of the addresses takes, in ms, round for round one after the other. */
async function interleaved(rounds: number, emails: string[]): Promise<number[][]> {
  const times = emails.map((): number[] => []);
  for (let round = -5; round < rounds; round += 1) {
    for (const [i, email] of emails.entries()) {
      await forget();
      const start = performance.now();
      await signIn(email);
      // The first ones warm up.
      if (round >= 0) times[i]!.push(performance.now() - start);
    }
  }
  return times;
}

/** Of all pairs the share in which the first takes longer: 0.5 where nothing tells them apart (Mann and Whitney). */
function shareLater(first: number[], second: number[]): number {
  const later = first.flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0) as number));
  return later.reduce((sum, one) => sum + one, 0) / later.length;
}
