import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonKey } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import { load } from '../../support/outside.js';
import { rowsOf } from '../../support/rows.js';
import { givePin, PIN, SharedTablet } from '../../support/shared-tablet.js';
import { Stage } from '../../support/stage.js';

/* By what people unlock a shared tablet, and how often they may be wrong. */

const { TabletProofs } = await load<typeof import('../../../src/access/tablets/tablet-proofs.js')>(
  'access/tablets/tablet-proofs.js',
);
const PASSWORD = 'vier lange Wörter hintereinander';
const WRONG = '730486';

let stage: Stage;
let tablet: SharedTablet;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.setPassword(stage.city.people.educator, PASSWORD);
  tablet = await SharedTablet.enrol(stage);
});
beforeEach(async () => {
  await stage.db.query('delete from sign_in_throttles');
  await stage.db.query('delete from account_pins');
  await givePin(stage, ['educator']);
});
afterAll(() => stage.close());

const idOf = (person: PersonKey): string => stage.city.people[person].id;
const outcome = ({ status, json }: Answer): unknown[] => [status, json['code'], json['remaining']];

async function times(count: number, ask: () => Promise<Answer>): Promise<unknown[][]> {
  const outcomes: unknown[][] = [];
  for (let i = 0; i < count; i += 1) outcomes.push(outcome(await ask()));
  return outcomes;
}

/** As if five minutes had gone by. */
function wait(): Promise<unknown> {
  return stage.db.query('update account_pins set paused_until = now() where paused_until is not null');
}

const FIVE = [
  [401, 'wrong_pin', 4],
  [401, 'wrong_pin', 3],
  [401, 'wrong_pin', 2],
  [401, 'wrong_pin', 1],
  [429, 'pin_paused', undefined],
];
const LOCKED = [403, 'pin_locked', undefined];

describe('a wrong PIN', () => {
  test.each([
    ['somebody who has one', 'educator'],
    ['somebody who has none', 'colleague'],
  ] as const)('of %s brings a pause after five, and a lock after ten', async (_, person) => {
    const wrong = (): Promise<Answer> => tablet.byPin(person, WRONG);
    expect(await times(5, wrong)).toEqual(FIVE);
    const paused = await tablet.byPin(person);
    expect([...outcome(paused), Number(paused.headers['retry-after']) > 250]).toEqual([
      ...[429, 'pin_paused', undefined],
      true,
    ]);
    await wait();
    expect(await times(6, wrong)).toEqual([...FIVE.slice(0, 4), LOCKED, LOCKED]);
    await wait();
    expect(outcome(await tablet.byPin(person))).toEqual(LOCKED);
    expect((await stage.trail('pin.lock')).at(-1)).toMatchObject({ object_id: idOf(person) });
  });

  test('is forgotten with a right one', async () => {
    await times(4, () => tablet.byPin('educator', WRONG));
    expect((await tablet.byPin('educator')).status).toBe(201);
    expect(await times(1, () => tablet.byPin('educator', WRONG))).toEqual([FIVE[0]]);
  });

  test('cannot slip through with many others at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.byPin('educator', WRONG)));
    const compared = answers.filter(({ json }) => json['code'] === 'wrong_pin');
    expect(compared.length).toBeLessThanOrEqual(4);
    expect(answers.every(({ status }) => [401, 429].includes(status))).toBe(true);
    expect((await tablet.byPin('educator')).status).toBe(429);
  });

  test('counts from an enrolled tablet alone: nobody outside locks anybody', async () => {
    const body = { accountId: idOf('educator'), pin: WRONG };
    const foreign = await SharedTablet.enrol(stage, 'school');
    const stranger = stage.app.client();
    const forged = stage.app.client();
    forged.cookies.set('olympia_tablet', 'A'.repeat(43));
    for (const client of [stranger, forged, stage.as('colleague')])
      expect(await times(6, () => client.post('/api/tablet/session', body))).toEqual(
        Array.from({ length: 6 }, () => [401, 'tablet_unknown', undefined]),
      );
    // People of another house look like nobody at all.
    expect(await times(6, () => foreign.byPin('educator', WRONG))).toEqual(
      Array.from({ length: 6 }, () => [404, 'not_found', undefined]),
    );
    expect((await tablet.byPin('educator')).status).toBe(201);
  });

  test('is forgiven by the lead of the house, who can also clear the PIN, and by nobody else', async () => {
    await stage.db.query('update account_pins set failures = 10, locked_at = now()');
    const path = `/api/tablet-people/${idOf('educator')}`;
    for (const [person, status] of [
      ['schoolLead', 404],
      ['educator', 403],
      ['administrator', 403],
    ] as const)
      expect((await stage.as(person).post(`${path}/unlocking`, {})).status).toBe(status);
    expect(outcome(await tablet.byPin('educator'))).toEqual(LOCKED);
    const released = await stage.as('lead').post(`${path}/unlocking`, {});
    expect([released.status, released.json['pinLockedAt']]).toEqual([200, null]);
    expect((await tablet.byPin('educator')).status).toBe(201);
    expect((await stage.as('lead').delete(`${path}/pin`)).status).toBe(204);
    expect(outcome(await tablet.byPin('educator'))).toEqual(FIVE[0]);
    expect((await stage.as('lead').delete(`${path}/pin`)).status).toBe(404);
  });
});

describe('the own PIN', () => {
  const set = (body: object): Promise<Answer> => stage.as('educator').put('/api/account/pin', body);

  test('is set with the password, and can be used at once', async () => {
    expect(outcome(await set({ password: 'falsch geraten hier', pin: WRONG })).slice(0, 2)).toEqual([
      ...[422, 'wrong_credentials'],
    ]);
    const answer = await set({ password: PASSWORD, pin: WRONG });
    expect([answer.status, typeof answer.json['pinSetAt']]).toEqual([200, 'string']);
    expect([(await tablet.byPin('educator', WRONG)).status, (await tablet.byPin('educator')).status]).toEqual(
      [201, 401],
    );
    const [row] = await rowsOf<{ hash: string }>(
      stage.db,
      'select pin_hash as hash from account_pins where account_id = $1',
      [idOf('educator')],
    );
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });

  test.each([
    ['123456', 'weak_pin'],
    ['240585', 'weak_pin'],
    ['48295', 'invalid'],
    ['48295a', 'invalid'],
  ])('is not %s', async (pin, code) => {
    const { status, json } = await set({ password: PASSWORD, pin });
    expect([status, json['code'], json['field']]).toEqual([422, code, 'pin']);
  });

  test('can be given up; a lock stays until the lead lifts it', async () => {
    await stage.db.query('update account_pins set failures = 10, locked_at = now()');
    expect((await set({ password: PASSWORD, pin: WRONG })).json['pinLockedAt']).toEqual(expect.any(String));
    expect(outcome(await tablet.byPin('educator', WRONG))).toEqual(LOCKED);
    expect((await stage.as('educator').delete('/api/account/pin')).status).toBe(204);
    expect((await stage.as('educator').delete('/api/account/pin')).status).toBe(404);
  });
});

describe('a badge', () => {
  const make = async (): Promise<string> =>
    (await stage.as('educator').post('/api/account/badge', { password: PASSWORD })).field('secret');
  const show = (badge: string, at = tablet): Promise<Answer> =>
    at.browser.post('/api/tablet/session', { badge });

  test('opens the tablets of the own house, also while the PIN is locked', async () => {
    const badge = await make();
    await stage.db.query('update account_pins set failures = 10, locked_at = now()');
    const opened = await show(badge);
    expect([opened.status, (opened.json['account'] as { id: string }).id]).toEqual([201, idOf('educator')]);
    const foreign = await SharedTablet.enrol(stage, 'school');
    expect(outcome(await show(badge, foreign)).slice(0, 2)).toEqual([401, 'wrong_badge']);
    const stranger = await stage.app.client().post('/api/tablet/session', { badge });
    expect(outcome(stranger).slice(0, 2)).toEqual([401, 'tablet_unknown']);
  });

  test('is good until there is a newer one, or it is taken out of use by its owner or the lead', async () => {
    const first = await make();
    const second = await make();
    expect([(await show(first)).status, (await show(second)).status]).toEqual([401, 201]);
    expect((await stage.as('educator').delete('/api/account/badge')).status).toBe(204);
    expect((await show(second)).status).toBe(401);
    const third = await make();
    expect((await stage.as('lead').delete(`/api/tablet-people/${idOf('educator')}/badge`)).status).toBe(204);
    expect((await show(third)).status).toBe(401);
  });

  test('cannot be guessed: the tablet is slowed down', async () => {
    const outcomes = await times(20, () => show('obw_geraten'));
    expect(new Set(outcomes.map(([status]) => status))).toEqual(new Set([401]));
    // As after many more of them.
    await stage.db.query('update sign_in_throttles set failures = 30');
    expect((await show('obw_geraten')).status).toBe(429);
  });

  test('needs the password to be made', async () => {
    const answer = await stage.as('educator').post('/api/account/badge', { password: 'falsch geraten hier' });
    expect(answer.status).toBe(422);
  });
});

describe('the proof in a sealed entry', () => {
  const verify = (pin: string): Promise<boolean> =>
    stage.app.app.get(TabletProofs).verify(idOf('educator'), { pin });

  test('never locks anybody, but is looked at only until a few were wrong', async () => {
    expect(await verify(PIN)).toBe(true);
    for (let i = 0; i < 5; i += 1) expect(await verify(WRONG)).toBe(false);
    expect(await verify(PIN)).toBe(false);
    // At the tablet itself nothing has changed, and a right PIN there opens the way again.
    expect((await tablet.byPin('educator')).status).toBe(201);
    expect(await verify(PIN)).toBe(true);
    await stage.db.query('update account_pins set sealed_failures = 5, sealed_failed_at = now()');
    expect(await verify(PIN)).toBe(false);
    await stage.db.query(`update account_pins set sealed_failed_at = now() - interval '25 hours'`);
    expect(await verify(PIN)).toBe(true);
  });

  test('cannot slip through with many others at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => verify(WRONG)));
    // Five were compared, and no more.
    expect(await rowsOf(stage.db, 'select sealed_failures as wrong, failures from account_pins')).toEqual([
      { wrong: 5, failures: 0 },
    ]);
  });
});
