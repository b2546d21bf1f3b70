import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { HouseKey } from '../support/city.js';
import { load } from '../support/outside.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const { DailyJobs } = await load<typeof import('../../src/jobs/daily-jobs.js')>('jobs/daily-jobs.js');
const { ReminderService } = await load<typeof import('../../src/training/reminders/reminder.service.js')>(
  'training/reminders/reminder.service.js',
);

let stage: Stage;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  await stage.db.query('delete from mail_outbox; delete from training_registrations; delete from trainings');
});
afterAll(() => stage.close());

async function training(state = 'open', days: [date: string, startsAt: string][] = []): Promise<string> {
  const id = randomUUID();
  const words = { title: 'Bewegte Pause', focusArea: 'active_learning', place: 'Turnhalle' };
  const cancelReason = state === 'cancelled' ? 'krank' : null;
  await insertRow(stage.db, 'trainings', {
    ...{ id, municipalityId: stage.city.municipalityId, capacity: 20, ...words, state, cancelReason },
  });
  for (const [heldOn, startsAt] of days) {
    const session = { id: randomUUID(), trainingId: id, heldOn, startsAt, endsAt: '17:00' };
    await insertRow(stage.db, 'training_sessions', session);
  }
  return id;
}

async function register(
  trainingId: string,
  row: {
    state?: string;
    createdAt?: string;
    email?: string | null;
    accountId?: string;
    house?: HouseKey;
  } = {},
): Promise<string> {
  const { state = 'confirmed', createdAt = '2027-01-02T10:00:00Z', house = 'kita', accountId = null } = row;
  const { id: institutionId } = stage.city.houses[house];
  const [memberId, arrival] = [randomUUID(), (number += 1)];
  const email = row.email === undefined ? `person${number}@example.org` : row.email;
  const member = { name: `Person ${number}`, function: 'educator', email, accountId };
  await insertRow(stage.db, 'staff_members', { institutionId, id: memberId, ...member });
  const registration = { trainingId, staffMemberId: memberId, state, arrival, createdAt };
  await insertRow(stage.db, 'training_registrations', { institutionId, id: randomUUID(), ...registration });
  return email ?? '';
}

/** @returns whom a reminder was put in for */
async function remindedAt(instant: string): Promise<string[]> {
  stage.app.clock.standAt(instant);
  await stage.app.app.get(ReminderService).remind();
  const rows = await rowsOf<{ address: string }>(
    stage.db,
    `select recipient_address as address from mail_outbox where kind = 'training_reminder' order by id`,
  );
  return rows.map(({ address }) => address);
}

test('comes three days before, once, to those whose place is sure', async () => {
  const id = await training('open', [['2027-01-15', '14:00']]);
  const confirmed = await register(id);
  for (const state of ['waiting', 'withdrawn', 'walk_in']) await register(id, { state });
  await register(id, { email: null });
  expect(await remindedAt('2027-01-11T07:00:00Z')).toEqual([]);
  expect(await remindedAt('2027-01-12T07:00:00Z')).toEqual([confirmed]);
  expect(await remindedAt('2027-01-12T08:00:00Z')).toEqual([confirmed]);
  expect(await remindedAt('2027-01-13T07:00:00Z')).toEqual([confirmed]);
});

test('says date, time and place, and is worth nothing once the training has begun', async () => {
  const id = await training('closed', [
    ['2027-01-15', '14:00'],
    ['2027-01-15', '09:00'],
    ['2027-01-16', '10:00'],
  ]);
  await register(id);
  await remindedAt('2027-01-12T07:00:00Z');
  const [mail] = await rowsOf<{ letter: { before: string[] }; useless_after: Date }>(
    stage.db,
    'select letter, useless_after from mail_outbox',
  );
  expect(mail!.letter.before[2]).toBe(
    'Termine:\n– Freitag, 15. Januar 2027, 09:00 bis 17:00 Uhr, Turnhalle\n– Freitag, 15. Januar 2027, 14:00 bis 17:00 Uhr, Turnhalle',
  );
  // In winter Berlin is an hour before UTC.
  expect(mail!.useless_after.toISOString()).toBe('2027-01-15T13:00:00.000Z');
  expect(await remindedAt('2027-01-13T07:00:00Z')).toHaveLength(2);
});

test('is made up for after a morning without a server, but not for those who registered since', async () => {
  const id = await training('open', [['2027-01-15', '14:00']]);
  const early = await register(id);
  await register(id, { createdAt: '2027-01-12T15:00:00Z' });
  expect(await remindedAt('2027-01-13T06:00:00Z')).toEqual([early]);
});

test.each(['draft', 'cancelled', 'completed'])('does not come for a training that is %s', async (state) => {
  await register(await training(state, [['2027-01-15', '14:00']]));
  expect(await remindedAt('2027-01-12T07:00:00Z')).toEqual([]);
});

test('comes again when the training was moved, and goes to the account of whoever left no other address', async () => {
  const id = await training('open', [['2027-01-15', '14:00']]);
  const { id: accountId, email } = stage.city.people.educator;
  await register(id, { email: null, accountId });
  await remindedAt('2027-01-12T07:00:00Z');
  await stage.db.query(`update training_sessions set held_on = '2027-01-20'`);
  expect(await remindedAt('2027-01-17T07:00:00Z')).toEqual([email, email]);
});

test('is asked for every day from seven on', async () => {
  stage.app.clock.standAt('2027-01-12T06:00:00Z');
  await stage.app.app.get(DailyJobs)['askForDue']();
  const jobs = await rowsOf<{ day: string }>(
    stage.db,
    `select data->>'day' as day from pgboss.job where data->>'task' = 'training-reminders'`,
  );
  expect(jobs).toEqual([{ day: '2027-01-12' }]);
});
