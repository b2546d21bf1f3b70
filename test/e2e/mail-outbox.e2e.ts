import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../src/database/actor.js';
import { calendarDate } from '../../src/kernel/calendar/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { Gateway } from '../support/gateway.js';
import { Mailbox } from '../support/mailbox.js';
import { load } from '../support/outside.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const { Database } = await load<typeof import('../../src/database/database.js')>('database/database.js');
const { DailyJobs } = await load<typeof import('../../src/jobs/daily-jobs.js')>('jobs/daily-jobs.js');
const { MailOutbox } = await load<typeof import('../../src/mail/outbox/mail-outbox.js')>(
  'mail/outbox/mail-outbox.js',
);

let stage: Stage;
let mailbox: Mailbox;
let apps: TestApp[] = [];
let number = 0;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  // Takes no jobs itself: each test starts the application that does.
  stage = await Stage.open({ mail: mailbox.settings });
});
beforeEach(async () => {
  await stage.db.query('delete from mail_outbox; delete from pgboss.job');
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
});
afterAll(async () => {
  await stage.close();
  await mailbox.close();
});

interface Row {
  state: string;
  attempts: number;
  last_error: string | null;
  due_at: Date;
  sent_at: Date | null;
}

const newAddress = (): string => `post${(number += 1)}@example.org`;

async function appWith(
  overrides: Parameters<typeof startApp>[1],
  database = stage.database.runtime,
): Promise<TestApp> {
  const app = await startApp(database, { jobs: true, mail: mailbox.settings, ...overrides });
  app.hush();
  apps.push(app);
  return app;
}

const facts = {
  name: 'Ada Ämtlich',
  trainingId: '0199aaaa-0000-7000-8000-000000000001',
  title: 'Bewegte Pause',
  dates: [{ date: calendarDate('2027-03-04'), startsAt: '09:00', endsAt: '12:30', place: 'Turnhalle Süd' }],
};

/** Puts a confirmation in, as the system, in a transaction of its own. */
async function add(
  address = newAddress(),
  { app = stage.app, ...more }: { app?: TestApp; once?: string; uselessAfter?: Date; then?: () => void } = {},
): Promise<string> {
  const { then, ...rest } = more;
  await app.app.get(Database).asSystem(async () => {
    const to = { name: facts.name, address };
    const mail = {
      municipalityId: stage.city.municipalityId,
      to,
      kind: 'training_confirmed' as const,
      facts,
    };
    await app.app.get(MailOutbox).add({ ...mail, ...rest });
    then?.();
  });
  return address;
}

async function rowOf(address: string): Promise<Row | undefined> {
  const [row] = await rowsOf<Row>(
    stage.db,
    'select state, attempts, last_error, due_at, sent_at from mail_outbox where recipient_address = $1',
    [address],
  );
  return row;
}

async function until(address: string, reached: (row: Row) => boolean): Promise<Row> {
  for (let round = 0; round < 1800; round += 1) {
    const row = await rowOf(address);
    if (row && reached(row)) return row;
    await sleep(25);
  }
  throw new Error(`It stays ${JSON.stringify(await rowOf(address))}.`);
}

const sentTo = (address: string): number => mailbox.received.filter(({ to }) => to.includes(address)).length;

describe('a letter in the outbox', () => {
  test('leaves once, says what it is to say, and is noted as sent', async () => {
    await appWith({});
    const address = await add();
    const { raw, text } = await mailbox.mailTo(address);
    expect(text).toContain('Guten Tag Ada Ämtlich,');
    expect(text).toContain('– Donnerstag, 4. März 2027, 09:00 bis 12:30 Uhr, Turnhalle Süd');
    expect(text).toContain(`http://localhost:3000/fortbildungen/${facts.trainingId}`);
    const row = await until(address, ({ state }) => state === 'sent');
    expect(row).toMatchObject({ attempts: 1, last_error: null, sent_at: expect.any(Date) });
    const [{ id } = { id: '' }] = await rowsOf<{ id: string }>(
      stage.db,
      'select id from mail_outbox where recipient_address = $1',
      [address],
    );
    expect(raw).toMatch(new RegExp(`^Message-ID: <${id}@localhost>\\r$`, 'im'));
    expect(sentTo(address)).toBe(1);
  });

  test('does not leave when its transaction is taken back', async () => {
    await appWith({});
    const address = newAddress();
    const refused = (): never => {
      throw new Error('taken back');
    };
    await expect(add(address, { then: refused })).rejects.toThrow('taken back');
    // One that comes after it has left: the first would have left by then.
    await mailbox.mailTo(await add());
    expect([await rowOf(address), sentTo(address)]).toEqual([undefined, 0]);
  });

  test('is put in once where it is to be only one', async () => {
    const address = newAddress();
    await add(address, { once: 'reminder:1' });
    await add(address, { once: 'reminder:1' });
    expect(await stage.count('mail_outbox')).toBe(1);
    expect(await stage.count('pgboss.job')).toBe(1);
  });

  test('may be put in by whoever makes it, who does not see it', async () => {
    const database = stage.app.app.get(Database);
    const { id: accountId } = stage.city.people.lead;
    const context = { today: stage.city.today, requestId: null, origin: null };
    const seen = await database.run(
      {
        ...context,
        actor: { ...SYSTEM, kind: 'person', accountId, leadHouses: [stage.city.houses.kita.id] },
      },
      async () => {
        const { municipalityId } = stage.city;
        const to = { name: 'Kim', address: newAddress() };
        await stage.app.app.get(MailOutbox).add({ municipalityId, to, kind: 'training_confirmed', facts });
        return database.query('select from mail_outbox');
      },
    );
    expect(seen).toEqual([]);
    expect(await stage.count('mail_outbox')).toBe(1);
  });

  test('is not sent anymore once it says nothing anymore', async () => {
    const address = await add(newAddress(), { uselessAfter: new Date(Date.now() - 1000) });
    await appWith({});
    const row = await until(address, ({ state }) => state === 'failed');
    expect([row.last_error, sentTo(address)]).toEqual(['too_late', 0]);
  });
});

describe('when the mail server', () => {
  test('refuses the recipient for good, it is not asked again', async () => {
    const address = newAddress();
    mailbox.refused.add(address);
    await appWith({});
    await add(address);
    const row = await until(address, ({ state }) => state === 'failed');
    expect([row.attempts, row.last_error]).toEqual([1, 'EENVELOPE 550']);
  });

  test('is away, it is asked again later, and gets the letter once it is back', async () => {
    const closed = await Mailbox.open();
    const { settings } = closed;
    await closed.close();
    const away = await appWith({ mail: settings });
    const address = await add(newAddress(), { app: away });
    const row = await until(address, ({ last_error: error }) => error !== null);
    expect([row.state, row.attempts, row.last_error]).toEqual(['waiting', 1, 'ESOCKET']);
    const pause = row.due_at.getTime() - Date.now();
    expect(pause).toBeGreaterThan(50_000);
    expect(pause).toBeLessThanOrEqual(60_000);
    await away.app.close();

    await stage.db.query(`update pgboss.job set start_after = now() where state = 'created'`);
    await appWith({});
    await mailbox.mailTo(address);
    expect((await until(address, ({ state }) => state === 'sent')).attempts).toBe(2);
  });
});

describe('without a mail server', () => {
  test('letters are kept as such that would be sent; of those only the recent ones are sent once there is one', async () => {
    const without = await appWith({ mail: null });
    const [recent, old] = [
      await add(newAddress(), { app: without }),
      await add(newAddress(), { app: without }),
    ];
    const jobs = await stage.count(`pgboss.job where name = 'mail'`);
    expect([(await rowOf(recent))?.state, jobs]).toEqual(['not_configured', 0]);
    await stage.db.query(
      `update mail_outbox set created_at = now() - interval '73 hours' where recipient_address = $1`,
      [old],
    );
    await without.app.close();

    await appWith({});
    await until(recent, ({ state }) => state === 'sent');
    expect([(await rowOf(old))?.state, sentTo(old)]).toEqual(['not_configured', 0]);
  });
});

describe('when the database goes away', () => {
  test('the program lives, and a letter that left meanwhile does not leave again', async () => {
    const gateway = new Gateway(stage.database.runtime);
    await gateway.start();
    const address = newAddress();
    let cut: Promise<void> | null = null;
    mailbox.onStep = (step, to) => {
      if (step === 'received' && to === address) cut = gateway.stop();
    };
    const app = await appWith({}, gateway.address);
    await add(address);
    await mailbox.mailTo(address);
    mailbox.onStep = () => undefined;
    await cut!;
    expect((await app.client().get('/livez')).status).toBe(200);
    expect((await rowOf(address))?.state).toBe('waiting');
    await gateway.start();
    await until(address, ({ state }) => state === 'sent');
    const next = await add();
    await mailbox.mailTo(next);
    expect([sentTo(address), sentTo(next)]).toEqual([1, 1]);
    await app.app.close();
    await gateway.remove();
  });
});

describe('several servers', () => {
  test('share the letters, each of which leaves once', async () => {
    const addresses = [];
    for (let i = 0; i < 30; i += 1) addresses.push(await add());
    await appWith({});
    await appWith({});
    for (const address of addresses) await until(address, ({ state }) => state === 'sent');
    expect(addresses.map(sentTo)).toEqual(addresses.map(() => 1));
  });

  test('make a new job for a letter that has lost its own, once', async () => {
    const address = await add();
    await stage.db.query('delete from pgboss.job');
    await appWith({});
    await appWith({});
    await until(address, ({ state }) => state === 'sent');
    expect(sentTo(address)).toBe(1);
  });
});

describe('once a day', () => {
  test('old letters are removed, waiting ones never', async () => {
    const [old, waiting] = [await add(), await add()];
    await stage.db.query(`update mail_outbox set created_at = now() - interval '92 days'`);
    await stage.db.query(`update mail_outbox set state = 'failed' where recipient_address = $1`, [old]);
    // Nobody tries to send meanwhile: then it would wait no longer.
    await stage.db.query(`delete from pgboss.job where name = 'mail'`);
    await stage.db.query(`insert into pgboss.job (name, data) values ('daily', '{"task": "retention"}')`);
    await appWith({ mail: null });
    for (let round = 0; round < 800 && (await rowOf(old)); round += 1) await sleep(25);
    expect([await rowOf(old), (await rowOf(waiting)) !== undefined]).toEqual([undefined, true]);
  });

  test('means from its hour in Berlin on, once for all servers, and made up for later in the day', async () => {
    const [one, two] = [await startApp(stage.database.runtime), await startApp(stage.database.runtime)];
    apps.push(one, two);
    const jobsAt = async (instant: string): Promise<number> => {
      for (const { app, clock } of [one, two]) {
        clock.standAt(instant);
        await app.get(DailyJobs)['askForDue']();
      }
      const task = `data->>'task' = 'mail-outbox' and data->>'day' = '2027-01-12'`;
      return stage.count(`pgboss.job where name = 'daily' and ${task}`);
    };
    expect(await jobsAt('2027-01-12T01:59:00Z')).toBe(0);
    expect(await jobsAt('2027-01-12T16:30:00Z')).toBe(1);
    expect(await jobsAt('2027-01-12T17:30:00Z')).toBe(1);
  });
});
