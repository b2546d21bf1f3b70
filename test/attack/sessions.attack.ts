import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import { giveToken } from '../support/access-token.js';
import { openSession, type Person, type PersonKey, signedIn } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Snapshot } from '../support/snapshot.js';
import { Stage } from '../support/stage.js';
import { count, say } from './figures.js';
import { EVENTS, type Event, OVERTAKEN, type Owner, type Way, WAYS, WAYS_IN } from './sessions-table.js';

/*
 * Every event in the life of an account × every way into it. Each ends what must end and nothing else, of nobody else, and in the transaction
 * that it happens in: where the last statement of that fails, nothing has ended.
 */

const PASSWORD = 'vier lange Wörter hintereinander';
const SECRET = Buffer.from('12345678901234567890');

/** What somebody has open, as secrets, so that each can be presented by anybody. */
interface Opened {
  person: Person;
  here: string;
  elsewhere: string;
  token: string;
  tokenId: string;
  calendar: string;
  link: string;
}

let stage: Stage;
let snapshot: Snapshot;
/** The lead of the kita, whom it is all about, and another lead, whom none of it concerns. */
let own: Opened;
let foreign: Opened;
let invitation: string;
let asked = 0;
/** Events that ended exactly what they must, and overtaken requests that were refused. */
const right = { events: 0, overtaken: 0 };

beforeAll(async () => {
  stage = await Stage.open();
  // The failures that are made here are reported as the faults of the programmer that they are.
  stage.app.app.useLogger(false);
  own = await opened('lead');
  foreign = await opened('schoolLead');
  invitation = await invited();
  await stage.db.query(`
    create table poison (a int); grant select on poison to public;
    create function poisoned() returns trigger language plpgsql as $$
      begin if exists (select from poison) then raise exception 'poisoned'; end if; return new; end $$;
    create trigger poisoned before insert on audit_events for each row execute function poisoned()`);
  snapshot = await Snapshot.take(stage.db);
});
afterEach(async () => {
  await stage.db.query('delete from sign_in_throttles');
  await snapshot.restore();
});
afterAll(() => stage.close());

describe('every event ends what must end', () => {
  test.each(EVENTS.map((event) => [event.name, event] as const))('%s', async (_, event) => {
    if (event.factor) await giveFactor(event.factor);
    expect(await waysInto(own)).toEqual(WAYS);
    await endsNothingWhereItFails(event);
    // A code that was tried is used up, whatever came of it.
    if (event.factor) await giveFactor(event.factor);
    const answer = await event.happens(ownerOf(own));
    expect(answer?.status ?? 200).toBeLessThan(300);
    expect(await waysInto(own)).toEqual(WAYS.filter((way) => !event.ends.includes(way)));
    expect(await waysInto(foreign)).toEqual(WAYS);
    right.events += 1;
  });

  afterAll(() =>
    say(
      'sessions',
      `${right.events} of ${EVENTS.length} events ended exactly what they must (${count(asked)} ways in tried)`,
    ),
  );
});

/** All of it is one transaction: with its trail refused, nobody is signed out. */
async function endsNothingWhereItFails(event: Event): Promise<void> {
  await stage.db.query('insert into poison values (1)');
  const answer = await event.happens(ownerOf(own));
  await stage.db.query('delete from poison');
  if (answer !== null) expect([answer.status, await waysInto(own)]).toEqual([500, WAYS]);
  await snapshot.restore();
  await stage.db.query('delete from sign_in_throttles');
}

describe('what was proved while it was overtaken', () => {
  test.each(OVERTAKEN.map((one) => [one.name, one] as const))(
    '%s',
    async (_, { asks, overtakenBy, factor }) => {
      if (factor) await giveFactor(factor);
      await stage.db.query('begin');
      await stage.db.query('select from accounts where id = $1 for update', [own.person.id]);
      const asking = asks(ownerOf(own));
      await untilSomebodyWaits(asking);
      await stage.db.query(overtakenBy(own.person.id));
      await stage.db.query('commit');
      expect([(await asking).status, await left()]).toEqual([401, { sessions: 0, tokens: 0, feeds: 0 }]);
      right.overtaken += 1;
    },
  );

  afterAll(() =>
    say(
      'sessions',
      `${right.overtaken} of ${OVERTAKEN.length} requests refused that were overtaken by a change of what they had proved`,
    ),
  );
});

/** Until a request has come as far as the account's lock, or has ended without asking for it. */
async function untilSomebodyWaits(asking: Promise<Answer>): Promise<void> {
  const request = { isOver: false };
  void asking.finally(() => (request.isOver = true));
  const isWaiting = async (): Promise<boolean> => {
    const [row] = await rowsOf<{ waiting: boolean }>(
      stage.db,
      `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`,
    );
    return row!.waiting;
  };
  while (!request.isOver && !(await isWaiting())) await sleep(5);
}

async function left(): Promise<object> {
  const [row] = await rowsOf(
    stage.db,
    `select (select count(*)::int from sessions where account_id = $1) as sessions,
       (select count(*)::int from access_tokens where account_id = $1) as tokens,
       (select count(*)::int from calendar_feeds where account_id = $1) as feeds`,
    [own.person.id],
  );
  return row!;
}

test.each(WAYS_IN.map((way) => [way.name, way] as const))(
  'a cookie that was there before is never taken over by %s',
  async (_, { enters }) => {
    const browser = stage.app.client();
    browser.cookies.set('olympia', foreign.here);
    const answer = await enters(browser, ownerOf(own));
    expect([answer.status, answer.json['account']]).toMatchObject([201, { id: own.person.id }]);
    expect(browser.cookies.get('olympia')).not.toBe(foreign.here);
    const planter = signedIn(stage.app, { ...foreign.person, token: foreign.here });
    expect((await planter.get('/api/session')).json['account']).toMatchObject({ id: foreign.person.id });
  },
);

test('a coach whose assignment ended yesterday is signed in, and sees the house no longer', async () => {
  const coach = stage.as('coach');
  const houses = async (): Promise<number> =>
    ((await coach.get('/api/institutions')).json['items'] as unknown[]).length;
  expect(await houses()).toBe(1);
  const { today, assignments } = stage.city;
  await stage.db.query('update coach_assignments set first_day = $2, last_day = $2 where id = $1', [
    ...[assignments.kita, addDays(today, -1)],
  ]);
  expect([await houses(), (await coach.get('/api/session')).status]).toEqual([0, 200]);
});

async function opened(key: PersonKey): Promise<Opened> {
  const person = stage.city.people[key];
  await stage.setPassword(person, PASSWORD);
  const { id: tokenId, token } = await giveToken(stage.db, person.id);
  const [calendar, link] = [secret(), secret()];
  await insertRow(stage.db, 'calendar_feeds', { accountId: person.id, secretHash: hashOf(calendar) });
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertRow(stage.db, 'password_resets', {
    ...{ id: randomUUID(), accountId: person.id, tokenHash: hashOf(link), expiresAt },
  });
  const elsewhere = await openSession(stage.db, person.id);
  return { person, here: person.token, elsewhere, token, tokenId, calendar, link };
}

async function invited(): Promise<string> {
  const { lead, coordinator } = stage.city.people;
  const [token, expiresAt] = [secret(), new Date(Date.now() + 3_600_000)];
  const role = { role: 'institution_lead', institutionId: stage.city.houses.school.id };
  await insertRow(stage.db, 'invitations', {
    ...{ id: randomUUID(), email: lead.email, name: 'X', ...role },
    ...{ tokenHash: hashOf(token), invitedBy: coordinator.id, expiresAt },
  });
  return token;
}

function ownerOf({ person, here, elsewhere, tokenId, link }: Opened): Owner {
  const client = (token: string): Client => signedIn(stage.app, { ...person, token });
  return {
    here: client(here),
    stranger: stage.app.client(),
    by: (key) => stage.as(key),
    sessionId: async () => {
      const [row] = await rowsOf<{ id: string }>(stage.db, 'select id from sessions where token_hash = $1', [
        hashOf(elsewhere),
      ]);
      return row!.id;
    },
    ...{ id: person.id, email: person.email, tokenId, link, invitation, password: PASSWORD },
    ...{ kitaId: stage.city.houses.kita.id, schoolId: stage.city.houses.school.id },
    tomorrow: addDays(stage.city.today, 1),
    code: () => new TOTP({ secret: new Secret({ buffer: new Uint8Array(SECRET).buffer }) }).generate(),
    sql: (statement) => stage.db.query(statement),
  };
}

/** What of it still opens something. */
async function waysInto({ here, elsewhere, token, calendar, link, person }: Opened): Promise<Way[]> {
  const client = (session: string): Client => signedIn(stage.app, { ...person, token: session });
  const nobody = stage.app.client();
  const headers = { authorization: `Bearer ${token}` };
  const answers: Record<Way, Answer> = {
    here: await client(here).get('/api/session'),
    elsewhere: await client(elsewhere).get('/api/session'),
    token: await nobody.get('/api/exports/groups.csv?form=machine', { headers }),
    calendar: await nobody.get(`/api/calendar/${calendar}.ics`),
    link: await nobody.post('/api/password-reset/preview', { token: link }),
  };
  asked += WAYS.length;
  return WAYS.filter((way) => answers[way].status === 200);
}

async function giveFactor(state: 'begun' | 'on'): Promise<void> {
  const accountId = own.person.id;
  const factor = state === 'on' ? { secret: SECRET, confirmedAt: new Date() } : { pendingSecret: SECRET };
  await insertRow(stage.db, 'second_factors', { accountId, ...factor });
}

const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
