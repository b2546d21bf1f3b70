import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../src/kernel/calendar/calendar-date.js';
import { Mailbox, type MailStep } from '../support/mailbox.js';
import { load } from '../support/outside.js';
import { freePort, run, urlOf } from '../support/product.js';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

const { Database } = await load<typeof import('../../src/database/database.js')>('database/database.js');
const { MailOutbox } = await load<typeof import('../../src/mail/outbox/mail-outbox.js')>(
  'mail/outbox/mail-outbox.js',
);

/*
 * The program itself, as a process of its own, is killed (-9) while it hands letters to a real mail server: before a letter has left,
 * when the server has it but the program does not know, and while it is told.
 */

interface Kill {
  /** Where the letter under way is when the program dies. */
  at: MailStep;
  /** Which letter of that life it is. */
  letter: number;
}

const KILLS: Kill[] = [
  { at: 'received', letter: 3 },
  { at: 'addressed', letter: 1 },
  { at: 'accepted', letter: 4 },
  { at: 'received', letter: 1 },
];
const LETTERS = 16;

let stage: Stage;
let mailbox: Mailbox;
let port: number;

beforeEach(async () => {
  port = await freePort();
  mailbox = await Mailbox.open();
  stage = await Stage.open({ mail: mailbox.settings });
});
afterEach(async () => {
  await stage.close();
  await mailbox.close();
});

async function putIn(numbers: number[]): Promise<void> {
  const { municipalityId } = stage.city;
  const dates = [{ date: calendarDate('2027-03-04'), startsAt: '09:00', endsAt: '12:30', place: null }];
  for (const number of numbers) {
    const facts = { name: `Person ${number}`, trainingId: 'x', title: 'Bewegte Pause', dates };
    const to = { name: facts.name, address: `person${number}@example.org` };
    await stage.app.app
      .get(Database)
      .asSystem(() =>
        stage.app.app.get(MailOutbox).add({ municipalityId, to, kind: 'training_confirmed', facts }),
      );
  }
}

const start = (): ReturnType<typeof run> =>
  run({
    env: {
      PORT: String(port),
      DATABASE_URL: urlOf(stage.database.runtime),
      SMTP_URL: `smtp://127.0.0.1:${mailbox.settings.port}`,
      SMTP_FROM: 'olympia@example.org',
    },
  });

async function liveUntil({ at, letter }: Kill): Promise<void> {
  const { child, ended } = start();
  let seen = 0;
  mailbox.onStep = (step) => {
    if (step === at && (seen += 1) === letter) child.kill('SIGKILL');
  };
  await ended;
  mailbox.onStep = () => undefined;
  // As if a minute had passed: then a job of a dead process is another one's.
  await stage.db.query(
    `update pgboss.job set started_on = started_on - interval '2 minutes' where state = 'active'`,
  );
}

/** A last life, which ends in order when there is nothing left to do. */
async function liveOn(): Promise<void> {
  const { ended, stop, output } = start();
  const deadline = Date.now() + 30_000;
  while ((await stage.count(`pgboss.job where name = 'mail' and state < 'completed'`)) > 0) {
    if (Date.now() > deadline) throw new Error(`There is work left:\n${output()}`);
    await sleep(50);
  }
  await stop('SIGTERM');
  expect(await ended).toBe(0);
}

const copiesOf = (number: number): string[] =>
  mailbox.received
    .filter(({ to }) => to.includes(`person${number}@example.org`))
    .map(({ raw }) => /^Message-ID: <(.+)>/im.exec(raw)?.[1] ?? '');

describe('under kill -9', () => {
  const all = Array.from({ length: LETTERS }, (_, i) => i);

  test('no letter is lost, and at most the one in flight is repeated, with the same Message-ID', async () => {
    await putIn(all.slice(0, LETTERS / 2));
    for (const [index, kill] of KILLS.entries()) {
      await liveUntil(kill);
      if (index === 0) await putIn(all.slice(LETTERS / 2));
    }
    await liveOn();

    const copies = all.map(copiesOf);
    expect(copies.filter((ids) => ids.length === 0)).toEqual([]);
    // Each kill had one letter in flight; it may be the same one again.
    expect(mailbox.received.length - LETTERS).toBeLessThanOrEqual(KILLS.length);
    // The two of which the server had everything and the program knew nothing.
    expect(mailbox.received.length - LETTERS).toBeGreaterThanOrEqual(2);
    expect(copies.filter((ids) => new Set(ids).size !== 1)).toEqual([]);
    expect(new Set(copies.flat()).size).toBe(LETTERS);
    const rows = await rowsOf<{ state: string; letters: number }>(
      stage.db,
      'select state, count(*)::int as letters from mail_outbox group by state',
    );
    expect(rows).toEqual([{ state: 'sent', letters: LETTERS }]);
  });

  test('a sender that notes a letter as sent before it has left loses it, and this test sees that', async () => {
    await stage.db.query(`
      create function note_too_early() returns trigger language plpgsql as $$
        begin new.state := 'sent'; new.sent_at := now(); return new; end $$;
      create trigger note_too_early before update of attempts on mail_outbox for each row execute function note_too_early()`);
    await putIn(all.slice(0, 4));
    await liveUntil({ at: 'addressed', letter: 2 });
    await liveOn();
    expect(all.slice(0, 4).map((number) => copiesOf(number).length)).toEqual([1, 0, 1, 1]);
  });
});
