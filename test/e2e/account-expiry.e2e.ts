import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, calendarDate } from '../../src/kernel/calendar/calendar-date.js';
import type { PersonKey } from '../support/city.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

/* Accounts that nobody uses: told a month before where letters can be sent, erased after twelve months, and never the last administrator's. */

const LAST = '2020-03-15';
const KEPT_UNTIL = calendarDate('2021-03-15');

let silent: Stage;
let mailing: Stage;

beforeAll(async () => {
  silent = await Stage.open();
  const mail = {
    host: '127.0.0.1',
    port: 9,
    encryption: 'none',
    auth: null,
    from: 'olympia@example.org',
  } as const;
  mailing = await Stage.open({ mail });
});
beforeEach(async () => {
  for (const { db } of [silent, mailing]) {
    await db.query(
      `update accounts set last_sign_in_at = now() + interval '10 years', created_at = '2019-01-01', expiry_warned_on = null`,
    );
  }
});
afterAll(async () => {
  await silent.close();
  await mailing.close();
});

async function runOn(stage: Stage, day: string): Promise<Record<string, number | string>> {
  const { RetentionRun } = await load<typeof import('../../src/governance/retention/retention-run.js')>(
    'governance/retention/retention-run.js',
  );
  stage.app.clock.standAt(`${day}T03:00:00Z`);
  try {
    return await stage.app.app.get(RetentionRun, { strict: false }).run();
  } finally {
    stage.app.clock.standAt(null);
  }
}

async function unusedSince(stage: Stage, key: PersonKey, day: string | null): Promise<string> {
  const { id } = stage.city.people[key];
  await stage.db.query('update accounts set last_sign_in_at = $2 where id = $1', [
    id,
    day && `${day}T20:00:00Z`,
  ]);
  return id;
}

const isThere = async ({ db }: Stage, id: string): Promise<boolean> =>
  (await rowsOf(db, 'select from accounts where id = $1', [id])).length > 0;

test('is kept for the whole of the last day, and leaves activities without a name', async () => {
  const id = await unusedSince(silent, 'educator', LAST);
  await runOn(silent, KEPT_UNTIL);
  expect(await isThere(silent, id)).toBe(true);
  expect((await runOn(silent, addDays(KEPT_UNTIL, 1)))['accounts']).toBe(1);
  expect(await isThere(silent, id)).toBe(false);
  const activity = silent.city.activities.educator;
  expect(await rowsOf(silent.db, 'select author_id from activities where id = $1', [activity])).toEqual([
    { author_id: null },
  ]);
  const seen = await silent.as('lead').get(`/api/activities/${activity}`);
  expect(seen.json).toMatchObject({ authorId: null, authorName: 'Gelöschte Person' });
  expect(
    await rowsOf(silent.db, 'select object_type, reason from erasures where object_id = $1', [id]),
  ).toEqual([{ object_type: 'account', reason: 'retention' }]);
  expect((await silent.trail('account.erase')).map(({ object_id }) => object_id)).toEqual([id]);
});

test('a coach who is gone leaves the house without one', async () => {
  await unusedSince(silent, 'distantCoach', LAST);
  await runOn(silent, addDays(KEPT_UNTIL, 1));
  const [assignment] = await rowsOf<{ account_id: string | null; is_over: boolean }>(
    silent.db,
    'select account_id, last_day is not null as is_over from coach_assignments where id = $1',
    [silent.city.assignments.distant],
  );
  expect(assignment).toEqual({ account_id: null, is_over: true });
});

test('who never signed in counts from the beginning of the account', async () => {
  const id = await unusedSince(silent, 'roleless', null);
  await runOn(silent, '2020-01-01');
  expect(await isThere(silent, id)).toBe(true);
  await runOn(silent, '2020-01-02');
  expect(await isThere(silent, id)).toBe(false);
});

test('the last administrator stays, however long ago it was', async () => {
  const id = await unusedSince(silent, 'administrator', LAST);
  expect((await runOn(silent, addDays(KEPT_UNTIL, 900)))['accounts']).toBe(0);
  expect(await isThere(silent, id)).toBe(true);
});

test('where letters can be sent, nobody goes who was not told thirty days before', async () => {
  const id = await unusedSince(mailing, 'educator', LAST);
  const letters = (): Promise<{ subject: string; text: string }[]> =>
    rowsOf(
      mailing.db,
      `select letter ->> 'subject' as subject, letter::text as text from mail_outbox where kind = 'account_expiring'`,
    );
  await runOn(mailing, addDays(KEPT_UNTIL, -31));
  expect(await letters()).toEqual([]);
  expect((await runOn(mailing, addDays(KEPT_UNTIL, -30)))['account_warnings']).toBe(1);
  expect((await runOn(mailing, addDays(KEPT_UNTIL, -29)))['account_warnings']).toBe(0);
  const [letter] = await letters();
  expect(letter!.text).toContain('15.03.2021');
  await runOn(mailing, KEPT_UNTIL);
  expect(await isThere(mailing, id)).toBe(true);
  await runOn(mailing, addDays(KEPT_UNTIL, 1));
  expect(await isThere(mailing, id)).toBe(false);
  // With the address go the letters to it.
  expect(await letters()).toEqual([]);
});

test('who was never told is told first, and has thirty days from then', async () => {
  const id = await unusedSince(mailing, 'colleague', LAST);
  const late = addDays(KEPT_UNTIL, 200);
  expect((await runOn(mailing, late))['account_warnings']).toBe(1);
  await runOn(mailing, addDays(late, 29));
  expect(await isThere(mailing, id)).toBe(true);
  await runOn(mailing, addDays(late, 30));
  expect(await isThere(mailing, id)).toBe(false);
});

test('a sign-in after the letter keeps the account, and there will be another letter', async () => {
  const id = await unusedSince(mailing, 'lead', LAST);
  await runOn(mailing, addDays(KEPT_UNTIL, -30));
  await unusedSince(mailing, 'lead', addDays(KEPT_UNTIL, -10));
  await runOn(mailing, addDays(KEPT_UNTIL, 30));
  expect(await isThere(mailing, id)).toBe(true);
  expect((await runOn(mailing, addDays(KEPT_UNTIL, 330)))['account_warnings']).toBe(1);
});
