import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { PersonKey } from '../../support/city.js';
import type { Answer, Client, Json } from '../../support/client.js';
import { readRoutes, type Route } from '../../support/openapi.js';
import { insertRow, rowsOf } from '../../support/rows.js';
import { givePin, type NewTablet, type Page, PIN, SharedTablet } from '../../support/shared-tablet.js';
import { Sealer, send } from '../../support/sealer.js';
import { Stage } from '../../support/stage.js';

/* A session on a shared tablet: whose it is, how long, and what it may do, whoever has unlocked it. */

let stage: Stage;
let tablet: SharedTablet;

beforeAll(async () => {
  stage = await Stage.open();
  tablet = await SharedTablet.enrol(stage);
  await givePin(stage, ['educator', 'colleague', 'lead']);
});
beforeEach(() => stage.db.query('delete from sign_in_throttles'));
afterAll(() => stage.close());

const statusOf = async (page: Page): Promise<number> => (await page.get('/api/session')).status;

describe('who is there', () => {
  test('is an educator of the house, with the tablet named', async () => {
    const { json } = await (await tablet.unlocked('lead')).get('/api/session');
    const { kita } = stage.city.houses;
    expect(json['tablet']).toEqual({ id: tablet.id, name: 'Turnhalle', institutionId: kita.id });
    expect(json['roles']).toEqual([expect.objectContaining({ role: 'educator', institutionId: kita.id })]);
    expect(json['secondFactorMissing']).toBe(false);
  });

  test('is nobody without the page’s half of the token, with a wrong one, or with that half alone', async () => {
    const page = await tablet.unlocked('educator');
    const cookie = tablet.browser.cookies.get('olympia')!;
    const ask = (headers: Record<string, string>): Promise<Answer> =>
      stage.app.client().get('/api/session', { headers });
    expect(await statusOf(page)).toBe(200);
    for (const headers of [
      { cookie: `olympia=${cookie}` },
      { cookie: `olympia=${cookie}`, 'x-unlock': 'A'.repeat(43) },
      { cookie: `olympia=${cookie}`, 'x-unlock': '' },
      { cookie: `olympia=${page.unlock}`, 'x-unlock': cookie },
      { 'x-unlock': page.unlock },
    ] as Record<string, string>[])
      expect((await ask(headers)).status).toBe(401);
    // Nor does that half open the session of somebody who has signed in with a password.
    const own = stage.city.people.educator.token;
    expect((await ask({ cookie: `olympia=${own}`, 'x-unlock': page.unlock })).status).toBe(401);
  });

  test('gets a token of their own each time: none that lay there before is taken over', async () => {
    const planted = 'B'.repeat(43);
    tablet.browser.cookies.set('olympia', planted);
    const first = await tablet.unlocked('educator');
    const one = tablet.browser.cookies.get('olympia')!;
    const second = await tablet.unlocked('colleague');
    const other = tablet.browser.cookies.get('olympia')!;
    expect(new Set([planted, one, other, first.unlock, second.unlock]).size).toBe(5);
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
    const stored = await rowsOf<{ row: string }>(stage.db, 'select sessions::text as row from sessions');
    for (const secret of [one, other, first.unlock, second.unlock])
      expect(stored.filter(({ row }) => row.includes(Buffer.from(secret).toString('hex')))).toEqual([]);
  });

  test('locks it by signing out, on this tablet alone', async () => {
    const other = await SharedTablet.enrol(stage);
    const [here, there] = [await tablet.unlocked('educator'), await other.unlocked('educator')];
    const gone = await here.send('DELETE', '/api/session');
    // This answer may be slower than the one to the next person's PIN: it must not take their cookie along.
    expect([gone.status, gone.cookies]).toEqual([204, []]);
    expect([await statusOf(here), await statusOf(there)]).toEqual([401, 200]);
    expect((await tablet.browser.get('/api/tablet')).status).toBe(200);
  });
});

describe('what is noted there and arrives sealed', () => {
  let sealer: Sealer;

  beforeAll(async () => {
    sealer = await Sealer.open(stage.app.client(), new Date().toISOString());
  });

  /** What comes of an activity in the house that somebody sends from the device. */
  async function arrives(
    client: Client,
    author: PersonKey,
    proof: object,
    house: 'kita' | 'school' = 'kita',
  ): Promise<unknown> {
    const { id: institutionId, groupId } = stage.city.houses[house];
    const facts = { heldOn: stage.city.today, focusArea: 'active_learning', minutes: 30, childrenPresent: 3 };
    const body = { institutionId, groupId, ...facts };
    const content = { kind: 'activity', body, author: stage.city.people[author].id, proof };
    const { json } = await send(client, await sealer.seal(content));
    return json['state'] ?? json['code'];
  }

  test('bears a ticket that counts in this house alone, whatever else its author is', async () => {
    const accountId = stage.city.people.educator.id;
    const role = { accountId, role: 'educator', institutionId: stage.city.houses.school.id };
    await insertRow(stage.db, 'account_roles', { id: randomUUID(), ...role });
    const page = await tablet.unlocked('educator');
    const at = (await page.get('/api/session/outbox')).field('ticket');
    const own = (await stage.as('educator').get('/api/session/outbox')).field('ticket');
    const stranger = stage.app.client();
    const of = (ticket: string, house: 'kita' | 'school'): Promise<unknown> =>
      arrives(stranger, 'educator', { ticket }, house);
    expect([await of(at, 'kita'), await of(own, 'kita'), await of(own, 'school')]).toEqual([
      ...['stored', 'stored', 'stored'],
    ]);
    expect(await of(at, 'school')).toBe('not_found');
    await stage.db.query('select app_renew_ticket($1)', [accountId]);
    expect([await of(at, 'kita'), await of(at, 'school')]).toEqual(['held', 'access_ended']);
    await stage.db.query('delete from account_roles where account_id = $1 and institution_id = $2', [
      ...[accountId, role.institutionId],
    ]);
  });

  test('is not lost when another device takes the place of this one, or it is left', async () => {
    const [replaced, left] = [await SharedTablet.enrol(stage), await SharedTablet.enrol(stage)];
    const code = await stage
      .as('lead')
      .post<NewTablet['enrolment']>(`/api/tablets/${replaced.id}/enrolment`, {});
    await stage.app.client().post('/api/tablet', { code: code.json.code });
    expect((await replaced.browser.get('/api/tablet')).status).toBe(401);
    await (await left.unlocked('educator')).send('DELETE', '/api/tablet');
    for (const { browser } of [replaced, left])
      expect(await arrives(browser, 'educator', { pin: PIN })).toBe('held');
    const reasons = await rowsOf(stage.db, `select reason from held_entries where reason <> 'access_ended'`);
    expect(reasons).toEqual([{ reason: 'tablet_revoked' }, { reason: 'tablet_revoked' }]);
  });

  test('is not lost when its author works there no longer and was never signed in since they began to', async () => {
    const { id } = stage.city.people.colleague;
    await stage.as('colleague').get('/api/session/outbox');
    await stage.db.query('update account_outbox_keys set houses = default where account_id = $1', [id]);
    await tablet.browser.get('/api/tablet');
    const [role] = await rowsOf<Record<string, unknown>>(
      stage.db,
      'delete from account_roles where account_id = $1 returning *',
      [id],
    );
    expect(await arrives(tablet.browser, 'colleague', { pin: PIN })).toBe('held');
    await insertRow(stage.db, 'account_roles', role!);
  });
});

describe('it is over', () => {
  const limits = async (): Promise<{ idle: number; most: number }> => {
    const [row] = await rowsOf<{ idle: number; most: number }>(
      stage.db,
      `select round(extract(epoch from idle_until - last_seen_at) / 60)::int as idle, round(extract(epoch from expires_at - created_at) / 60)::int as most
       from sessions where tablet_id = $1 order by created_at desc limit 1`,
      [tablet.id],
    );
    return row!;
  };
  const age = (sql: string): Promise<unknown> =>
    stage.db.query(`update sessions set ${sql} where tablet_id = $1`, [tablet.id]);

  test('after five minutes without use, which use puts off, and after twelve hours in any case', async () => {
    const page = await tablet.unlocked('educator');
    expect(await limits()).toEqual({ idle: 5, most: 720 });
    await age(`last_seen_at = now() - interval '4 minutes', idle_until = now() + interval '1 minute'`);
    expect(await statusOf(page)).toBe(200);
    expect(await limits()).toMatchObject({ idle: 5 });
    const [row] = await rowsOf<{ ahead: boolean }>(
      stage.db,
      `select idle_until > now() + interval '3 minutes' as ahead from sessions where tablet_id = $1 order by created_at desc limit 1`,
      [tablet.id],
    );
    expect(row!.ahead).toBe(true);
    await age('idle_until = now()');
    expect(await statusOf(page)).toBe(401);
    const second = await tablet.unlocked('educator');
    await age('expires_at = now()');
    expect(await statusOf(second)).toBe(401);
  });

  test.each([
    [
      'the account is locked',
      'update accounts set disabled_at = now() where id = $1',
      'update accounts set disabled_at = null where id = $1',
    ],
    [
      'the person works there no longer',
      `update account_roles set role = 'coach', municipality_id = (select municipality_id from institutions i where i.id = institution_id), institution_id = null where account_id = $1`,
      null,
    ],
  ] as const)('when %s', async (_, end, undo) => {
    const page = await tablet.unlocked('colleague');
    expect(await statusOf(page)).toBe(200);
    await stage.db.query(end, [stage.city.people.colleague.id]);
    expect(await statusOf(page)).toBe(401);
    expect([401, 404]).toContain((await tablet.byPin('colleague')).status);
    if (undo) await stage.db.query(undo, [stage.city.people.colleague.id]);
  });

  test('when the person is signed out everywhere, and the PIN of then opens nothing that it should not', async () => {
    const page = await tablet.unlocked('educator');
    expect(
      (await stage.as('lead').delete(`/api/accounts/${stage.city.people.educator.id}/sessions`)).status,
    ).toBe(204);
    expect(await statusOf(page)).toBe(401);
  });
});

/** What the document says of an operation besides its route. */
function ownDeviceOnly(): Set<string> {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string; 'x-own-device'?: boolean }>>;
  };
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  return new Set(operations.filter((one) => one['x-own-device']).map(({ operationId }) => operationId));
}

const ROLES = 6;
/** Said here a second time: what is open to everybody, and only on a device of one's own. */
const OWN_DEVICE = [
  ...[
    'AccessToken_list',
    'CalendarFeed_get',
    'CalendarFeed_renew',
    'OwnAccount_get',
    'PersonalData_own',
    'Session_list',
  ],
  ...['OwnProof_get', 'OwnProof_makeBadge', 'OwnProof_removeBadge', 'OwnProof_removePin', 'OwnProof_setPin'],
  ...[
    'SecondFactor_confirm',
    'SecondFactor_get',
    'SecondFactor_remove',
    'SecondFactor_renewCodes',
    'SecondFactor_start',
  ],
];
/** Of what everybody may write, all that can be done at the tablet. */
const WRITES_OF_ALL = ['Session_remove'];

/** After which nothing could be asked any more; tried above, and in tablets.e2e.ts. */
const ENDS_IT = ['Session_remove', 'Door_remove'];

function refusalOf(route: Route): string | null {
  const { access, method, operationId, path } = route;
  if (!access.includes('educator')) return 'forbidden';
  const isFile = path.startsWith('/api/exports/') || path.endsWith('.pdf');
  const isOfAll = access.length === ROLES && method !== 'GET' && !WRITES_OF_ALL.includes(operationId);
  return OWN_DEVICE.includes(operationId) || isFile || isOfAll ? 'own_device_only' : null;
}

describe('somebody with every role there is', () => {
  let page: Page;
  const everyRole: PersonKey = 'lead';

  beforeAll(async () => {
    const accountId = stage.city.people[everyRole].id;
    const { municipalityId, houses } = stage.city;
    for (const role of ['coordinator', 'coach'])
      await insertRow(stage.db, 'account_roles', { id: randomUUID(), accountId, role, municipalityId });
    for (const role of ['programme_lead', 'administrator'])
      await insertRow(stage.db, 'account_roles', { id: randomUUID(), accountId, role });
    const institutionId = houses.school.id;
    await insertRow(stage.db, 'account_roles', {
      id: randomUUID(),
      accountId,
      role: 'educator',
      institutionId,
    });
    page = await tablet.unlocked(everyRole);
  });

  test('can do nothing at the tablet but what an educator can, and nothing to the account', async () => {
    expect([...ownDeviceOnly()].sort()).toEqual(OWN_DEVICE.toSorted());
    const routes = readRoutes().filter(
      ({ operationId, access }) => !ENDS_IT.includes(operationId) && !access.includes('public'),
    );
    const wrong: unknown[] = [];
    for (const route of routes) {
      const path = route.path
        .replace('{id}', randomUUID())
        .replace('{type}', 'csv')
        .replace('{report}', 'dose');
      const { status, text } = await page.send(route.method, path, route.body ? { body: {} } : {});
      const code = status === 403 ? (JSON.parse(text) as { code: string }).code : null;
      const expected = refusalOf(route);
      if (code !== expected) wrong.push([route.operationId, status, code, expected]);
    }
    expect(wrong).toEqual([]);
    expect(await statusOf(page)).toBe(200);
  });

  test('sees one house there, and of that what an educator sees', async () => {
    const items = async (path: string): Promise<Record<string, Json>[]> =>
      (await page.get<{ items: Record<string, Json>[] }>(path)).json.items;
    const { houses, activities } = stage.city;
    expect((await items('/api/institutions')).map(({ id }) => id)).toEqual([houses.kita.id]);
    // Their own activity, where as lead they would see everybody's.
    expect((await items('/api/activities')).map(({ id }) => id)).toEqual([activities.lead]);
    for (const path of [`/api/institutions/${houses.school.id}`, `/api/groups/${houses.school.groupId}`])
      expect((await page.get(path)).status).toBe(404);
    const body = {
      ...{ institutionId: houses.school.id, groupId: houses.school.groupId, heldOn: stage.city.today },
      ...{ focusArea: 'active_learning', minutes: 30, childrenPresent: 3 },
    };
    expect((await page.send('POST', '/api/activities', { body })).status).toBe(404);
    const own = { ...body, institutionId: houses.kita.id, groupId: houses.kita.groupId };
    expect((await page.send('POST', '/api/activities', { body: own })).status).toBe(201);
  });
});
