import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hashPassword } from '../../src/access/passwords/passwords.js';
import type { Person } from '../support/city.js';
import type { Answer, Client } from '../support/client.js';
import { Gym, type House, NOW, TODAY } from '../support/gym.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { type Content, type Sealed, Sealer, send } from '../support/sealer.js';

/* What is noted without a network: sealed as a client seals it, done as its author's, or held for the lead. */

const PIN = '385216';
let gym: Gym;
let house: House;
let sealer: Sealer;
let ticket: string;
let tablet: Client;
let tabletId: string;
let pinHash: string;

beforeAll(async () => {
  gym = await Gym.open();
  sealer = await Sealer.open(gym.stage.app.client(), NOW);
  pinHash = await hashPassword(PIN);
});
afterAll(() => gym.stage.close());

beforeEach(async () => {
  house = await gym.house();
  await gym.town.participation(house.id, '2026-08-01');
  ticket = await ticketOf(house.educator);
  const token = randomBytes(32).toString('base64url');
  tabletId = await gym.town.insert('tablets', {
    ...{ institutionId: house.id, name: 'Flur', enrolledAt: new Date() },
    tokenHash: createHash('sha256').update(token).digest(),
  });
  tablet = gym.stage.app.client();
  tablet.cookies.set('olympia_tablet', token);
  await insertRow(gym.stage.db, 'account_pins', { accountId: house.educator.id, pinHash, changedAt: NOW });
});

async function ticketOf(person: Person): Promise<string> {
  return (await gym.as(person).get('/api/session/outbox')).field('ticket');
}

const stranger = (): Client => gym.stage.app.client();
const activity = (more: object = {}): { institutionId: string } => ({
  ...{ institutionId: house.id, groupId: house.groupId, heldOn: TODAY, focusArea: 'active_learning' },
  ...{ minutes: 30, childrenPresent: 12, ...more },
});
const noted = (more: Partial<Content> = {}): Content => ({
  ...{ kind: 'activity', body: activity(), author: house.educator.id, proof: { ticket }, ...more },
});
const sealed = (more: Partial<Content> = {}): Promise<Sealed> => sealer.seal(noted(more));
const state = ({ status, json }: Answer): unknown[] => [status, json['state'] ?? json['code']];
const CHOICES = `select from audit_events where action = 'trial.accept_stored'`;
const count = (table: string): Promise<number> => countOf(`select from ${table} where institution_id = $1`);
async function countOf(sql: string): Promise<number> {
  return (await rowsOf(gym.stage.db, sql, [house.id])).length;
}

interface Held {
  id: string;
  reason: string;
  authorId: string;
  names: Record<string, string>;
  body: Record<string, unknown>;
  proposed: Record<string, unknown> | null;
  current: Record<string, unknown> | null;
  problem: { code: string; title: string } | null;
}
async function held(): Promise<Held[]> {
  const answer = await gym.as(house.lead).get<{ items: Held[] }>('/api/held-entries');
  return answer.json.items;
}
const confirm = (id: string, changes?: object): Promise<Answer> =>
  gym.as(house.lead).post(`/api/held-entries/${id}/confirmation`, changes ? { changes } : {});

describe('with the ticket of its author', () => {
  test('an activity is stored as theirs, with the trail of any other', async () => {
    const entry = await sealed();
    const answer = await send(stranger(), entry);
    const digest = createHash('sha256').update(entry.envelope).digest('base64url');
    expect([answer.status, answer.json]).toEqual([201, { id: entry.id, digest, state: 'stored' }]);
    const rows = await rowsOf(gym.stage.db, 'select author_id from activities where institution_id = $1', [
      house.id,
    ]);
    expect(rows).toEqual([{ author_id: house.educator.id }]);
    const trail = await rowsOf(
      gym.stage.db,
      'select action, actor_id from audit_events where institution_id = $1',
      [house.id],
    );
    expect(trail).toEqual([{ action: 'activity.create', actor_id: house.educator.id }]);
  });

  test('fifty times at once is once', async () => {
    const entry = await sealed();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(stranger(), entry)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect([await count('activities'), await count('audit_events')]).toEqual([1, 1]);
  });

  test('the same record by the usual way and sealed is one, and a correction of it is one', async () => {
    const recordId = randomUUID();
    await gym.as(house.educator).post('/api/activities', { ...activity(), id: recordId });
    expect(state(await send(stranger(), await sealed({ recordId })))).toEqual([201, 'stored']);
    const corrected = await sealed({ recordId, body: activity({ minutes: 45 }) });
    expect(state(await send(stranger(), corrected))).toEqual([201, 'stored']);
    const rows = await rowsOf(
      gym.stage.db,
      'select minutes, version from activities where institution_id = $1',
      [house.id],
    );
    expect(rows).toEqual([{ minutes: 45, version: 2 }]);
  });

  test('what is taken back is not there, and does not come back with a late first sending', async () => {
    const recordId = randomUUID();
    expect(state(await send(stranger(), await sealed({ recordId, withdrawn: true })))).toEqual([
      201,
      'withdrawn',
    ]);
    expect(state(await send(stranger(), await sealed({ recordId })))).toEqual([201, 'stored']);
    expect(await countOf('select from activities where institution_id = $1 and deleted_at is null')).toBe(0);
    const refused = await sealed({ withdrawn: true, body: activity({ minutes: 1 }) });
    expect(state(await send(stranger(), refused))).toEqual([201, 'withdrawn']);
  });

  test('a change of an activity is one; where another came before, it waits with both', async () => {
    const recordId = randomUUID();
    await gym.as(house.educator).post('/api/activities', { ...activity(), id: recordId });
    const change = (minutes: number): Promise<Sealed> =>
      sealed({ kind: 'activity_change', recordId, body: { id: recordId, version: 1, changes: { minutes } } });
    expect(state(await send(stranger(), await change(40)))).toEqual([201, 'stored']);
    expect(state(await send(stranger(), await change(50)))).toEqual([201, 'held']);
    const [entry] = await held();
    expect([entry?.reason, entry?.problem?.code, entry?.current?.['minutes']]).toEqual([
      ...['refused', 'changed_meanwhile', 40],
    ]);
    expect((await confirm(entry!.id, { version: 2 })).status).toBe(200);
    const rows = await rowsOf(gym.stage.db, 'select minutes from activities where id = $1', [recordId]);
    expect(rows).toEqual([{ minutes: 50 }]);
  });

  test('tries and what is not done arrive as with a session', async () => {
    const childId = await gym.child(house);
    const testDayId = await gym.day(house);
    const { SWS, EBS } = await gym.protocols('KITA-MOT');
    const place = { testDayId, childId, protocolId: SWS!.id, number: 1, valid: true, confirmed: true };
    const recordId = randomUUID();
    const attempt = async (value: number, more: object = {}): Promise<unknown[]> =>
      state(
        await send(
          stranger(),
          await sealed({ kind: 'trial', recordId, body: { ...place, value, version: null }, ...more }),
        ),
      );
    expect(await attempt(90)).toEqual([201, 'stored']);
    expect(await attempt(95)).toEqual([201, 'stored']);
    const chosen = { ...place, value: 95, version: 2, chosen: 'stored' };
    expect(await attempt(95, { body: chosen })).toEqual([201, 'stored']);
    expect(await countOf(`${CHOICES} and institution_id = $1`)).toBe(1);
    const mark = { testDayId, childId, protocolIds: [EBS!.id], reason: 'ill' };
    expect(state(await send(stranger(), await sealed({ kind: 'not_done', body: mark })))).toEqual([
      201,
      'stored',
    ]);
    const trials = (): Promise<object[]> =>
      rowsOf(
        gym.stage.db,
        'select value::float8 as value, recorded_by from trials where institution_id = $1',
        [house.id],
      );
    expect(await trials()).toEqual([{ value: 95, recorded_by: house.educator.id }]);
    expect(await countOf(`select from results where institution_id = $1 and state = 'not_done'`)).toBe(1);
    expect(await attempt(95, { withdrawn: true })).toEqual([201, 'withdrawn']);
    expect(await trials()).toEqual([]);
  });

  test('attendance is for coordinators, and what nobody could decide on stays on the device', async () => {
    const body = { trainingId: randomUUID(), marks: [] };
    expect(state(await send(stranger(), await sealed({ kind: 'attendance', body })))).toEqual([
      403,
      'forbidden',
    ]);
    const { coordinator } = gym.stage.city.people;
    const theirs = { kind: 'attendance', body, author: coordinator.id };
    const entry = await sealed({ ...theirs, proof: { ticket: await ticketOf(coordinator) } });
    expect(state(await send(stranger(), entry))).toEqual([404, 'not_found']);
    expect(await rowsOf(gym.stage.db, 'select from sealed_arrivals where id = $1', [entry.id])).toEqual([]);
  });
});

describe('held', () => {
  test('what is refused waits in plain words, is put right by the lead and stays its author\u2019s', async () => {
    const entry = await sealed({ body: activity({ childrenPresent: 99, note: 'im Garten' }) });
    expect(state(await send(stranger(), entry))).toEqual([201, 'held']);
    expect(state(await send(stranger(), entry))).toEqual([200, 'held']);
    const [waiting] = await held();
    expect(waiting).toMatchObject({ reason: 'refused', authorId: house.educator.id });
    expect(waiting!.problem!.title).toContain('höchstens 30');
    expect(waiting!.names[house.groupId]).toMatch(/^Bären/);
    expect((await confirm(entry.id)).status).toBe(422);
    expect((await confirm(entry.id, { childrenPresent: 9 })).status).toBe(200);
    const rows = await rowsOf(
      gym.stage.db,
      'select author_id, children_present, note from activities where institution_id = $1',
      [house.id],
    );
    expect(rows).toEqual([{ author_id: house.educator.id, children_present: 9, note: 'im Garten' }]);
    const trail = await rowsOf<{ action: string; actor_id: string | null; fields: string[] }>(
      gym.stage.db,
      'select action, actor_id, fields from audit_events where institution_id = $1 order by seq',
      [house.id],
    );
    expect(trail.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['held_entry.create', null],
      ['activity.create', house.educator.id],
      ['held_entry.confirm', house.lead.id],
    ]);
    expect(trail.at(-1)!.fields).toEqual(['childrenPresent']);
    const kept = await rowsOf(gym.stage.db, 'select body, outcome from held_entries where id = $1', [
      entry.id,
    ]);
    expect(kept).toEqual([{ body: null, outcome: 'confirmed' }]);
    expect((await confirm(entry.id)).json['code']).toBe('held_entry_settled');
  });

  test('a wrong clock is told: the day is proposed, and a few minutes are nothing', async () => {
    const future = { notedAt: '2029-11-20T10:00:00Z', body: activity({ heldOn: '2029-11-20' }) };
    const wrong = await sealer.seal(noted(future), { deviceTime: '2029-11-21T11:00:00Z' });
    expect(state(await send(stranger(), wrong))).toEqual([201, 'held']);
    const mended = await sealer.seal(noted(future));
    expect(state(await send(stranger(), mended))).toEqual([201, 'held']);
    const near = await sealer.seal(noted({ notedAt: '2026-11-20T10:20:00Z' }), {
      deviceTime: '2026-11-20T11:20:00Z',
    });
    expect(state(await send(stranger(), near))).toEqual([201, 'stored']);
    expect((await held()).map(({ reason, proposed }) => [reason, proposed])).toEqual([
      ['clock', { heldOn: '2026-11-19' }],
      ['clock', { heldOn: TODAY }],
    ]);
    expect((await confirm(wrong.id, { heldOn: '2026-11-19' })).status).toBe(200);
  });

  test('a closed house, a closed account, an ended role and an old ticket lose nothing', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, () => sealed()));
    await gym.stage.db.query('update accounts set disabled_at = now() where id = $1', [house.educator.id]);
    for (const entry of five) expect(state(await send(stranger(), entry))).toEqual([201, 'held']);
    await gym.stage.db.query('update accounts set disabled_at = null where id = $1', [house.educator.id]);
    await gym.as(house.lead).post(`/api/accounts/${house.educator.id}/sign-out`);
    await gym.stage.db.query('select app_renew_ticket($1)', [house.educator.id]);
    expect(state(await send(stranger(), await sealed()))).toEqual([201, 'held']);
    await gym.stage.db.query('delete from account_roles where account_id = $1', [house.educator.id]);
    expect(state(await send(tablet, await sealed({ proof: { pin: PIN } })))).toEqual([201, 'held']);
    expect((await held()).map(({ reason }) => reason)).toEqual(Array<string>(7).fill('access_ended'));
    for (const { id } of await held()) expect((await confirm(id)).status).toBe(200);
    expect(await countOf('select from activities where institution_id = $1')).toBe(7);
    await gym.stage.db.query('update institutions set archived_at = now() where id = $1', [house.id]);
    const lead = { author: house.lead.id, proof: { ticket: await ticketOf(house.lead) } };
    expect(state(await send(stranger(), await sealed(lead)))).toEqual([201, 'held']);
    expect((await held()).map(({ reason }) => reason)).toEqual(['house_closed']);
  });

  test('a house that becomes part of another one takes what waits along, and what was noted before and comes later', async () => {
    const [stays, gone] = [await gym.house(), house];
    const [waiting, late, atTablet] = [
      await sealed({ body: activity({ childrenPresent: 99 }) }),
      await sealed(),
      await sealed({ proof: { pin: PIN } }),
    ];
    const lateDoubt = await sealed({ body: activity({ childrenPresent: 98 }) });
    expect(state(await send(stranger(), waiting))).toEqual([201, 'held']);
    const body = { vanishingId: gone.id, vanishingVersion: 1, fields: [] };
    const merge = { version: 1, body };
    const { coordinator } = gym.stage.city.people;
    const merged = await gym.as(coordinator).send('POST', `/api/institutions/${stays.id}/merge`, merge);
    expect(merged.status).toBe(200);
    expect(state(await send(stranger(), late))).toEqual([201, 'stored']);
    expect(state(await send(tablet, atTablet))).toEqual([201, 'stored']);
    // Its author is nobody any more, here or there.
    await gym.stage.db.query('delete from account_roles where account_id = $1', [gone.educator.id]);
    expect(state(await send(stranger(), lateDoubt))).toEqual([201, 'held']);
    house = stays;
    expect((await held()).map(({ id }) => id)).toEqual([waiting.id, lateDoubt.id]);
    for (const { id } of await held()) expect((await confirm(id, { childrenPresent: 9 })).status).toBe(200);
    expect(await count('activities')).toBe(4);
  });

  test('nobody but the lead of the house and the author sees them', async () => {
    const entry = await sealed({ body: activity({ childrenPresent: 99 }) });
    await send(stranger(), entry);
    const { coordinator, programmeLead, administrator, lead } = gym.stage.city.people;
    for (const person of [house.coach, house.educator, coordinator, programmeLead, administrator, lead]) {
      const list = await gym.as(person).get<{ items: Held[] }>('/api/held-entries');
      expect(list.status === 403 || list.json.items.every(({ id }) => id !== entry.id)).toBe(true);
      const answer = await gym.as(person).post(`/api/held-entries/${entry.id}/confirmation`, {});
      expect([403, 404]).toContain(answer.status);
    }
    const own = await gym.as(house.educator).get<{ items: Held[] }>('/api/account/held-entries');
    expect(own.json.items.map(({ id }) => id)).toEqual([entry.id]);
    expect((await gym.as(house.lead).delete(`/api/held-entries/${entry.id}`)).status).toBe(204);
    expect([await held(), await countOf('select from activities where institution_id = $1')]).toEqual([
      [],
      0,
    ]);
  });

  test('with the child, and with the consent, what waits of it goes', async () => {
    const { SWS } = await gym.protocols('KITA-MOT');
    const testDayId = await gym.day(house);
    for (const consent of ['2026-09-01', null]) {
      const childId = await gym.child(house, {}, consent);
      const place = { testDayId, childId, protocolId: SWS!.id, number: 1, value: 9999, valid: true };
      const body = { ...place, confirmed: true, version: null };
      expect(state(await send(stranger(), await sealed({ kind: 'trial', body })))).toEqual([201, 'held']);
    }
    const [first] = await held();
    expect([first!.names[first!.body['childId'] as string], first!.body['value']]).toEqual([
      expect.stringMatching(/^[A-Z0-9]{5}$/),
      9999,
    ]);
    const [{ id, version }] = (await rowsOf<{ id: string; version: number }>(
      gym.stage.db,
      'select id, version from consents where institution_id = $1',
      [house.id],
    )) as [{ id: string; version: number }];
    const answer = await gym
      .as(house.lead)
      .send('POST', `/api/consents/${id}/withdraw`, { version, body: {} });
    expect(answer.status).toBe(200);
    expect(await held()).toHaveLength(1);
  });
});

describe('at a shared tablet', () => {
  test('a right PIN stores, a wrong one waits and counts nothing against the lock', async () => {
    const at = async (pin: string, more: Partial<Content> = {}): Promise<unknown[]> =>
      state(await send(tablet, await sealed({ proof: { pin }, ...more })));
    expect(await at(PIN)).toEqual([201, 'stored']);
    expect(await at('111222')).toEqual([201, 'held']);
    expect((await held()).map(({ reason, authorId }) => [reason, authorId])).toEqual([
      ['wrong_proof', house.educator.id],
    ]);
    const [pin] = await rowsOf(
      gym.stage.db,
      'select failures, locked_at from account_pins where account_id = $1',
      [house.educator.id],
    );
    expect(pin).toEqual({ failures: 0, locked_at: null });
    expect(await at(PIN, { author: gym.stage.city.people.educator.id })).toEqual([422, 'unknown_author']);
    const other = await gym.house();
    const elsewhere = { ...activity(), institutionId: other.id, groupId: other.groupId };
    expect(await at(PIN, { body: elsewhere })).toEqual([404, 'not_found']);
  });

  test('what is taken back with a wrong PIN waits as well, and nothing else can be said of it', async () => {
    const recordId = randomUUID();
    await gym.as(house.educator).post('/api/activities', { ...activity(), id: recordId });
    const entry = await sealed({ recordId, withdrawn: true, proof: { pin: '111222' } });
    expect(state(await send(tablet, entry))).toEqual([201, 'held']);
    expect(state(await confirm(entry.id, { 'Anna Muster': 1 }))).toEqual([422, 'invalid']);
    expect((await confirm(entry.id)).status).toBe(200);
    expect(await countOf('select from activities where institution_id = $1 and deleted_at is null')).toBe(0);
  });

  test('nobody who has stolen one buries the lead under entries', async () => {
    expect(state(await send(tablet, await sealed({ proof: {} })))).toEqual([201, 'held']);
    // As after very many of them.
    await gym.stage.db.query('update sign_in_throttles set failures = 600, last_failure_at = now()');
    expect(state(await send(tablet, await sealed({ proof: {} })))).toEqual([429, 'too_many_attempts']);
    expect(state(await send(tablet, await sealed({ proof: { pin: PIN } })))).toEqual([201, 'stored']);
    await gym.stage.db.query('delete from sign_in_throttles');
    expect(await count('held_entries')).toBe(1);
  });

  test('a revoked one is believed nothing, and loses nothing', async () => {
    await gym.stage.db.query('update tablets set revoked_at = now() where id = $1', [tabletId]);
    expect(state(await send(tablet, await sealed({ proof: { pin: PIN } })))).toEqual([201, 'held']);
    expect((await held()).map(({ reason }) => reason)).toEqual(['tablet_revoked']);
  });

  test('whoever has neither tablet nor ticket nor session is nobody here', async () => {
    expect(state(await send(stranger(), await sealed({ proof: { pin: PIN } })))).toEqual([
      401,
      'unknown_device',
    ]);
    const made = { ticket: randomBytes(32).toString('base64url') };
    expect(state(await send(stranger(), await sealed({ proof: made })))).toEqual([401, 'unknown_device']);
    expect(state(await send(gym.as(house.lead), await sealed({ proof: {} })))).toEqual([
      401,
      'unknown_device',
    ]);
    expect(state(await send(gym.as(house.educator), await sealed({ proof: {} })))).toEqual([201, 'stored']);
  });
});

describe('an envelope that is not whole', () => {
  test.each<[string, (good: Sealed) => Sealed | Promise<Sealed>]>([
    ['tampered with', (good) => ({ ...good, envelope: good.envelope.replace(/.{4}\.([\w-]+)$/, 'AAAA.$1') })],
    ['under another id', (good) => ({ ...good, id: randomUUID() })],
    ['for another key', () => sealer.seal(noted(), { header: { kid: 'another' } })],
    ['for a key that no database could name', () => sealer.seal(noted(), { header: { kid: 'a\0b' } })],
    ['of another version', () => sealer.seal(noted(), { header: { v: 2 } })],
    [
      'without sealing',
      (good) => ({ ...good, envelope: `${header({ alg: 'none', enc: 'A256GCM', eid: good.id })}..AA.AA.AA` }),
    ],
    [
      'by RSA',
      (good) => ({
        ...good,
        envelope: `${header({ alg: 'RSA-OAEP', enc: 'A256GCM', eid: good.id })}.AA.AA.AA.AA`,
      }),
    ],
    [
      'for a point off the curve',
      (good) => ({
        ...good,
        envelope: `${header({ alg: 'ECDH-ES', enc: 'A256GCM', eid: good.id, epk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } })}..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA`,
      }),
    ],
    ['with what the database has no place for', () => sealed({ body: { ...activity(), note: 'a\0b' } })],
  ])('%s', async (_, spoil) => {
    const before = await total();
    const spoilt = await spoil(await sealed());
    expect(state(await send(tablet, spoilt))).toEqual([422, 'unreadable_envelope']);
    expect(await total()).toEqual(before);
  });

  test('of another content, too large, or with words of its own', async () => {
    const good = await sealed();
    await send(stranger(), good);
    const replayed = { ...(await sealed({ id: good.id })), id: good.id };
    expect(state(await send(stranger(), replayed))).toEqual([422, 'id_reused']);
    const large = await sealed({ body: activity({ note: 'x'.repeat(70_000) }) });
    expect((await send(stranger(), large)).status).toBe(422);
    const odd = await sealed({ kind: 'account' });
    expect(state(await send(stranger(), odd))).toEqual([422, 'invalid']);
    const claims = await sealed({ body: activity({ authorId: house.lead.id }) });
    expect(state(await send(stranger(), claims))).toEqual([201, 'held']);
  });

  const header = (claims: object): string =>
    Buffer.from(JSON.stringify({ kid: sealer.kid, v: 1, ...claims })).toString('base64url');
  const total = (): Promise<object[]> =>
    rowsOf(
      gym.stage.db,
      'select (select count(*) from activities) a, (select count(*) from held_entries) h, (select count(*) from sealed_arrivals) s',
    );
});

test('a sealing key opens what was sealed for it long after another one has come', async () => {
  const old = await sealed();
  await gym.stage.db.query(`update sealing_keys set created_at = '2025-11-01', valid_until = '2026-01-30'`);
  const next = await Sealer.open(stranger(), NOW);
  expect(next.kid).not.toBe(sealer.kid);
  expect(state(await send(stranger(), old))).toEqual([201, 'stored']);
  expect(state(await send(stranger(), await next.seal(noted())))).toEqual([201, 'stored']);
});

describe('what a client of the first version seals is taken for 400 days', () => {
  /* Stored as it was then (docs/api.md): never to be changed, only added to. */
  const first = JSON.parse(readFileSync('test/fixtures/sealed-v1.json', 'utf8')) as {
    key: Record<'kid' | 'x' | 'y' | 'd', string>;
    ids: Record<'house' | 'group' | 'author', string>;
    ticket: string;
    sealed: Sealed;
    bodies: Record<string, { recordId?: string; body: object }>;
  };

  test('an envelope with its key, long after it was in use', async () => {
    const { db, city } = gym.stage;
    const { ids, key } = first;
    await insertRow(db, 'sealing_keys', { ...key, createdAt: '2025-09-01', validUntil: '2025-11-30' });
    const place = { municipalityId: city.municipalityId, districtId: city.districtIds[0] };
    const kind = { kind: 'kita', providerKind: 'municipal', name: 'Haus der ersten Fassung' };
    await insertRow(db, 'institutions', { id: ids.house, ...place, ...kind });
    await gym.town.participation(ids.house, '2026-08-01');
    await gym.town.group(ids.house, 'Igel', 20, { id: ids.group });
    await insertRow(db, 'accounts', { id: ids.author, name: 'Ada', email: 'ada.eins@example.org' });
    const role = { accountId: ids.author, role: 'educator', institutionId: ids.house };
    await gym.town.insert('account_roles', role);
    const keys = { storageKey: randomBytes(32), ticket: Buffer.from(first.ticket, 'base64url') };
    await insertRow(db, 'account_outbox_keys', { accountId: ids.author, ...keys });
    expect(state(await send(stranger(), first.sealed))).toEqual([201, 'stored']);
  });

  test('the body of every kind', async () => {
    const { SWS, EBS } = await gym.protocols('KITA-MOT');
    const activityId = randomUUID();
    await gym.as(house.educator).post('/api/activities', { ...activity(), id: activityId });
    const names: Record<string, string> = {
      ...{ $house: house.id, $group: house.groupId, $activity: activityId, $protocol: SWS!.id },
      ...{ $other: EBS!.id, $testDay: await gym.day(house), $child: await gym.child(house) },
    };
    const filled = JSON.parse(
      JSON.stringify(first.bodies).replace(/\$[a-zA-Z]+/g, (name) => names[name] ?? name),
    ) as typeof first.bodies;
    for (const [kind, content] of Object.entries(filled)) {
      const answer = await send(stranger(), await sealed({ kind, ...content }));
      expect([kind, ...state(answer)]).toEqual([kind, 201, 'stored']);
    }
  });
});
