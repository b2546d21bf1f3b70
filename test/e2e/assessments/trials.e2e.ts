import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Json } from '../../support/client.js';
import { Gym, type House, type Protocol, TODAY, type Try } from '../../support/gym.js';
import { rowsOf } from '../../support/rows.js';

/* Entering results, try by try: counting rules, limits, consent, several devices. */

let gym: Gym;
let kita: House;
let school: House;
let items: Record<string, Protocol>;
let schoolItems: Record<string, Protocol>;
let starItems: Record<string, Protocol>;

beforeAll(async () => {
  gym = await Gym.open();
  kita = await gym.house();
  school = await gym.house('school');
  items = { ...(await gym.protocols('KITA-MOT')), ...(await gym.protocols('KIBAZ')) };
  schoolItems = await gym.protocols('DMT-MT1');
  starItems = await gym.protocols('EMOTIKON-3');
});
afterAll(() => gym.stage.close());

const RELEASED = { releasedOn: '2026-11-01', releasedBy: 'Frau Muster' };

/** A fresh child on a fresh day; with how its tries are sent. */
async function setting(
  battery: string,
  {
    house = kita,
    item,
    child = {},
    givenOn = '2026-09-01',
  }: {
    house?: House;
    item: Protocol;
    child?: object;
    givenOn?: string | null;
  },
) {
  const testDayId = await gym.day(house, battery, house === school ? RELEASED : {});
  const childId = await gym.child(house, child, givenOn);
  const place = { testDayId, childId, protocolId: item.id };
  return { ...place, place, send: (sent: Try) => gym.attempt(house.educator, place, sent) };
}

const resultOf = ({ json }: Answer): Record<string, Json> => json['result'] as Record<string, Json>;
const outcome = (answer: Answer): unknown[] => {
  const { state, value } = resultOf(answer);
  return [answer.status, state, value];
};
const refusal = ({ status, json }: Answer): unknown[] => [status, json['code'], json['field'] ?? null];

interface Counting {
  item: string;
  battery: string;
  values: (number | null)[];
  value: number | null;
  state?: string;
  bad: number[];
  edges?: [number, number];
}

const KITA_MOT = 'KITA-MOT';
const DMT = 'DMT-MT1';
const EMOTIKON = 'EMOTIKON-3';

/** Every item by its rule, with values just outside of what it can be. Null: a failed try. */
const COUNTED: Counting[] = [
  { item: 'SHH', battery: KITA_MOT, values: [20, 23], value: 21.5, bad: [-1, 61, 20.5], edges: [0, 60] },
  { item: 'SWS', battery: KITA_MOT, values: [91, 104], value: 104, bad: [4, 261, 91.5], edges: [5, 260] },
  { item: 'RB', battery: KITA_MOT, values: [-3.5, 2], value: 2, bad: [-40.5, 40.5, 1.2], edges: [-40, 40] },
  { item: 'EBS', battery: KITA_MOT, values: [0], value: 0, bad: [-1, 61, 1.5], edges: [0, 60] },
  { item: 'BR', battery: KITA_MOT, values: [8, 8, 5, 0, 3, 2], value: 26, bad: [-1, 9, 1.5], edges: [0, 8] },
  { item: 'LS', battery: DMT, values: [12], value: 12, bad: [-1, 61, 3.5], edges: [0, 60] },
  { item: 'SU', battery: DMT, values: [0], value: 0, bad: [-1, 61, 3.5], edges: [0, 60] },
  {
    item: 'S20',
    battery: DMT,
    values: [4.51, 4.32],
    value: 4.32,
    bad: [2.49, 12.01, 4.321],
    edges: [2.5, 12],
  },
  { item: 'R6', battery: DMT, values: [915], value: 915, bad: [199, 2001, 900.5], edges: [200, 2000] },
  {
    item: 'STAR',
    battery: EMOTIKON,
    values: [21.4, 22.1],
    value: 21.4,
    bad: [11.99, 60.01],
    edges: [12, 60],
  },
  {
    item: 'BPT',
    battery: EMOTIKON,
    values: [3.9, 4.2],
    value: 4.2,
    bad: [0.4, 12.1, 4.25],
    edges: [0.5, 12],
  },
  { item: 'KIBAZ-1', battery: 'KIBAZ', values: [1], value: 1, bad: [-1, 2, 0.5], edges: [0, 1] },
  // Failed tries never count as 0: best is the best of the others, mean and sum have no value.
  { item: 'SWS', battery: KITA_MOT, values: [null, 104], value: 104, bad: [] },
  { item: 'S20', battery: DMT, values: [null, 4.5], value: 4.5, bad: [] },
  { item: 'SWS', battery: KITA_MOT, values: [null, null], value: null, state: 'invalid', bad: [] },
  { item: 'SHH', battery: KITA_MOT, values: [21, null], value: null, state: 'invalid', bad: [] },
  { item: 'BR', battery: KITA_MOT, values: [8, 8, null, 4, 3, 2], value: null, state: 'invalid', bad: [] },
  { item: 'LS', battery: DMT, values: [null], value: null, state: 'invalid', bad: [] },
  // Missing ones neither.
  { item: 'SHH', battery: KITA_MOT, values: [21], value: null, state: 'open', bad: [] },
  { item: 'BR', battery: KITA_MOT, values: [8, 8, 5, 0, 3], value: null, state: 'open', bad: [] },
];

describe('an item', () => {
  test.each(COUNTED)('$item of $values comes to $value', async (counting) => {
    const { item, battery, values, value, state = 'done', bad, edges = [] } = counting;
    const house = battery === KITA_MOT || battery === 'KIBAZ' ? kita : school;
    const protocol = { ...starItems, ...schoolItems, ...items }[item]!;
    const own = (battery === KITA_MOT || battery === 'KIBAZ' ? items : { ...starItems, ...schoolItems })[
      item
    ]!;
    const { send } = await setting(battery, { house, item: own });
    for (const wrong of bad) {
      expect(refusal(await send({ value: wrong, confirmed: true }))).toEqual([422, 'out_of_range', 'value']);
    }
    expect(refusal(await send({ number: protocol.trials + 1, value: values[0] ?? 50 }))).toEqual([
      ...[422, 'out_of_range', 'number'],
    ]);
    let last: Answer | undefined;
    for (const [index, each] of values.entries()) {
      last = await send({ number: index + 1, value: each, valid: each !== null, confirmed: true });
      expect(last.status).toBe(201);
    }
    expect(outcome(last!)).toEqual([201, state, value]);
    for (const edge of edges) {
      const other = await setting(battery, { house, item: own });
      expect((await other.send({ value: edge, confirmed: true })).status).toBe(201);
    }
  });

  test('says what is expected, and what was probably meant', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    const answer = await send({ value: 1.12 });
    expect(answer.json).toMatchObject({
      ...{ code: 'out_of_range', suggested: 112 },
      title: 'Wert: bitte eine ganze Zahl von 5 bis 260 angeben (cm). Gemeint 112 cm?',
    });
  });

  test.each<[string, Try]>([
    ['a valid try without value', { value: null }],
    ['a failed try with one', { value: 90, valid: false }],
  ])('refuses %s', async (_, sent) => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    expect(refusal(await send(sent))).toEqual([422, 'invalid', 'value']);
  });
});

describe('an unlikely value', () => {
  test('is asked about once more, with what is likely and what was meant', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    const asked = await send({ value: 12 });
    expect(asked.json).toMatchObject({ status: 422, code: 'implausible', field: 'value', suggested: 112 });
    expect(asked.json['likely']).toEqual({ low: expect.any(Number), high: expect.any(Number) });
    expect(asked.json['title']).toMatch(
      /^Wirklich 12 cm\? Gemeint 112 cm\? Üblich sind hier \d+ bis \d+ cm\.$/,
    );
    expect(outcome(await send({ value: 12, confirmed: true }))).toEqual([201, 'done', 12]);
  });

  test('is one that differs by more than 40 percent from the other try', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SHH']!, child: { sex: 'diverse' } });
    await send({ value: 20 });
    expect((await send({ number: 2, value: 11 })).json).toMatchObject({
      ...{ code: 'implausible', likely: null, suggested: null },
      title: 'Wirklich 11 Sprünge? Der andere Versuch war 20 Sprünge.',
    });
    expect(outcome(await send({ number: 2, value: 12 }))).toEqual([201, 'done', 16]);
  });

  test('is none where no norm knows better', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']!, child: { sex: 'unspecified' } });
    expect((await send({ value: 12 })).status).toBe(201);
  });
});

describe('consent', () => {
  test.each<[string, string | null]>([
    ['that is not there', null],
    ['given only after the test', '2026-11-21'],
  ])('%s: nothing is stored', async (_, givenOn) => {
    const { send, childId, testDayId } = await setting(KITA_MOT, { item: items['SWS']!, givenOn });
    expect(refusal(await send({ value: 90 }))).toEqual([409, 'no_consent', null]);
    const mark = { childId, protocolIds: null, reason: 'ill' };
    const marked = await gym.as(kita.educator).put(`/api/test-days/${testDayId}/not-done`, mark);
    expect(refusal(marked)).toEqual([409, 'no_consent', null]);
    expect(await rowsOf(gym.stage.db, 'select from assessments where child_id = $1', [childId])).toEqual([]);
  });

  test('given on the day of the test is enough', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']!, givenOn: TODAY });
    expect((await send({ value: 90 })).status).toBe(201);
  });

  test('is asked by the database itself, also of whoever is above all policies', async () => {
    const { childId, testDayId } = await setting(KITA_MOT, { item: items['SWS']!, givenOn: null });
    const insert = (): Promise<unknown> =>
      gym.town.insert('assessments', {
        ...{ institutionId: kita.id, testDayId, testedOn: TODAY, childId, groupId: kita.groupId },
      });
    await expect(insert()).rejects.toMatchObject({ constraint: 'assessments_consent_ck' });
    const consent = { institutionId: kita.id, childId, givenOn: '2026-09-01', withdrawnOn: '2026-10-01' };
    await gym.town.insert('consents', consent);
    await expect(insert()).rejects.toMatchObject({ constraint: 'assessments_consent_ck' });
    await gym.town.insert('consents', { institutionId: kita.id, childId, givenOn: TODAY });
    await insert();
    // Another day asks again, and another child too.
    await expect(
      gym.stage.db.query(`update test_days set held_on = '2026-11-19' where id = $1`, [testDayId]),
    ).rejects.toMatchObject({ constraint: 'assessments_consent_ck' });
    const other = await gym.child(kita, {}, null);
    await expect(
      gym.stage.db.query('update assessments set child_id = $1 where test_day_id = $2', [other, testDayId]),
    ).rejects.toMatchObject({ constraint: 'assessments_consent_ck' });
  });
});

describe('the day', () => {
  test('of a school needs the release, also by the database itself', async () => {
    const testDayId = await gym.day(school, DMT);
    const childId = await gym.child(school, { birthMonth: '2018-06-01' });
    const place = { testDayId, childId, protocolId: schoolItems['SWS']!.id };
    const send = (): Promise<Answer> => gym.attempt(school.coach, place, { value: 120 });
    expect(refusal(await send())).toEqual([409, 'not_released', null]);
    const row = { institutionId: school.id, testDayId, testedOn: TODAY, childId, groupId: school.groupId };
    await expect(gym.town.insert('assessments', row)).rejects.toMatchObject({
      constraint: 'assessments_release_ck',
    });
    const release = { body: RELEASED, version: 1 };
    const released = await gym.as(school.lead).send('POST', `/api/test-days/${testDayId}/release`, release);
    expect(released.json).toMatchObject({ releasedBy: 'Frau Muster', needsRelease: false, version: 2 });
    expect((await send()).status).toBe(201);
    await expect(
      gym.stage.db.query('update test_days set released_on = null, released_by = null where id = $1', [
        testDayId,
      ]),
    ).rejects.toMatchObject({ constraint: 'test_days_stay_released_ck' });
  });

  test('must be there: nothing is entered ahead of it', async () => {
    const testDayId = await gym.day(kita, KITA_MOT, { heldOn: '2026-11-21' });
    const childId = await gym.child(kita);
    const place = { testDayId, childId, protocolId: items['SWS']!.id };
    expect(refusal(await gym.attempt(kita.educator, place, { value: 90 }))).toEqual([
      ...[409, 'test_day_ahead', null],
    ]);
  });

  test('knows only its groups, its battery and who was there', async () => {
    const { place, testDayId } = await setting(KITA_MOT, { item: items['SWS']! });
    const otherGroup = await gym.town.group(kita.id, `Igel ${randomUUID().slice(0, 8)}`, 20);
    const attempt = (more: object): Promise<Answer> =>
      gym.attempt(kita.educator, { ...place, ...more }, { value: 90 });
    expect(refusal(await attempt({ childId: await gym.child(kita, { groupId: otherGroup }) }))).toEqual([
      ...[422, 'invalid', 'childId'],
    ]);
    expect(refusal(await attempt({ childId: await gym.child(kita, { leftOn: '2026-11-19' }) }))).toEqual([
      ...[422, 'invalid', 'childId'],
    ]);
    expect((await attempt({ childId: await gym.child(kita, { leftOn: TODAY }) })).status).toBe(201);
    expect(refusal(await attempt({ protocolId: starItems['STAR']!.id }))).toEqual([
      ...[404, 'not_found', 'protocolId'],
    ]);
    expect(refusal(await attempt({ testDayId: randomUUID() }))).toEqual([404, 'not_found', 'testDayId']);
    const foreign = await gym.attempt(school.educator, place, { value: 90 });
    expect(refusal(foreign)).toEqual([404, 'not_found', 'testDayId']);
    expect(testDayId).toBeTruthy();
  });
});

describe('not done', () => {
  const put = (testDayId: string, body: object): Promise<Answer> =>
    gym.as(kita.coach).put(`/api/test-days/${testDayId}/not-done`, body);
  const states = ({ json }: Answer): unknown[] =>
    (json['results'] as { itemCode: string; state: string; reason: string | null }[]).map(
      ({ itemCode, state, reason }) => [itemCode, state, reason],
    );

  test('marks what is left of a child in one write, and takes it back', async () => {
    const { send, testDayId, childId } = await setting(KITA_MOT, { item: items['SWS']! });
    await send({ value: 90 });
    const marked = await put(testDayId, { childId, protocolIds: null, reason: 'ill' });
    expect(states(marked)).toEqual(
      ['EBS', 'SHH', 'SWS', 'RB', 'BR'].map((item) =>
        item === 'SWS' ? [item, 'done', null] : [item, 'not_done', 'ill'],
      ),
    );
    const back = await put(testDayId, { childId, protocolIds: [items['SHH']!.id], reason: null });
    expect(states(back)).toContainEqual(['SHH', 'open', null]);
    const trail = await gym.stage.trail('result.mark');
    expect(trail.slice(-2).map(({ fields }) => fields)).toEqual([
      ['state', 'reason'],
      ['state', 'reason'],
    ]);
  });

  test('is never a value: neither 0 nor a score', async () => {
    const { testDayId, childId } = await setting(KITA_MOT, { item: items['SWS']! });
    await put(testDayId, { childId, protocolIds: [items['SWS']!.id], reason: 'refused' });
    const rows = await rowsOf(
      gym.stage.db,
      `select r.value, s.id from results r left join scores s on s.result_id = r.id
       join assessments a on a.id = r.assessment_id where a.child_id = $1`,
      [childId],
    );
    expect(rows).toEqual([{ value: null, id: null }]);
  });

  test('does not fit where tries are noted, and gives way to one', async () => {
    const { send, testDayId, childId } = await setting(KITA_MOT, { item: items['SWS']! });
    const mark = { childId, protocolIds: [items['SWS']!.id], reason: 'time' };
    expect((await put(testDayId, mark)).status).toBe(200);
    expect(outcome(await send({ value: 90 }))).toEqual([201, 'done', 90]);
    expect(refusal(await put(testDayId, mark))).toEqual([409, 'has_trials', null]);
    expect(refusal(await put(testDayId, { ...mark, protocolIds: [starItems['STAR']!.id] }))).toEqual([
      ...[404, 'not_found', 'protocolIds'],
    ]);
  });
});

describe('many devices', () => {
  test('the same try twice is one, another content under its id is refused', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    const id = randomUUID();
    expect((await send({ id, value: 90 })).status).toBe(201);
    expect((await send({ id, value: 90 })).status).toBe(200);
    expect(refusal(await send({ id, value: 91 }))).toEqual([422, 'id_reused', 'id']);
  });

  test('a try that another device has noted is shown', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    await send({ value: 90 });
    const second = await send({ value: 95 });
    expect(second.json).toMatchObject({
      status: 409,
      code: 'trial_taken',
      current: { number: 1, value: 90 },
    });
  });

  test('where a person chose between two values, the trail says so; the stored one is left as it is', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    const id = randomUUID();
    await send({ id, value: 90 });
    const choose = (value: number, chosen: unknown, version: number): Promise<Answer> =>
      gym.as(kita.lead).patch(`/api/trials/${id}`, { value, valid: true, chosen }, version);
    const [own, stored] = [await choose(95, 'own', 1), await choose(95, 'stored', 2)];
    expect([own, stored].map(({ json }) => [json['value'], json['version']])).toEqual([
      ...[
        [95, 2],
        [95, 2],
      ],
    ]);
    expect([(await choose(95, 'stored', 1)).status, (await choose(95, 'both', 2)).status]).toEqual([
      412, 422,
    ]);
    const trail = await rowsOf<{ action: string }>(
      gym.stage.db,
      'select action from audit_events where object_id = $1 order by seq',
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      ...['trial.create', 'trial.update', 'trial.settle_conflict'],
      ...['trial.settle_conflict', 'trial.accept_stored'],
    ]);
  });

  test('the same try fifty times at once is one row and one entry in the trail', async () => {
    const { send, childId } = await setting(KITA_MOT, { item: items['SWS']! });
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ id, value: 90 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    expect(await rowsOf(gym.stage.db, 'select from trials where id = $1', [id])).toHaveLength(1);
    expect(await rowsOf(gym.stage.db, 'select from assessments where child_id = $1', [childId])).toHaveLength(
      1,
    );
    expect((await gym.stage.trail('trial.create')).filter(({ object_id }) => object_id === id)).toHaveLength(
      1,
    );
  });

  test('other norms chosen while a first result is on its way wait for it, so that their run finds it', async () => {
    const { send } = await setting(KITA_MOT, { item: items['SWS']! });
    const path = `/api/test-batteries/${await gym.battery(KITA_MOT)}/norms`;
    const administrator = gym.stage.as('administrator');
    const before = (await administrator.get(path)).json['items'] as { itemCode: string; normSetId: string }[];
    const norms = before.map(({ itemCode, normSetId }) => ({ itemCode, normSetId }));
    const waits = async (answer: Promise<Answer>, event: string): Promise<boolean> => {
      const progress = { answered: false };
      void answer.finally(() => (progress.answered = true));
      const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event ${event}`;
      while (!progress.answered) if ((await rowsOf(gym.stage.db, sql)).length > 0) return true;
      return false;
    };
    // The house's chain is held: the try is scored, and cannot be committed yet.
    await gym.stage.db.query('begin');
    await rowsOf(gym.stage.db, 'select from audit_chains where chain = $1 for update', [kita.id]);
    const sent = send({ value: 90 });
    expect(await waits(sent, `<> 'advisory'`)).toBe(true);
    const chosen = administrator.put(path, { norms: norms.slice(1) });
    const waited = await waits(chosen, `= 'advisory'`);
    await gym.stage.db.query('commit');
    expect(waited).toBe(true);
    expect([(await sent).status, (await chosen).status]).toEqual([201, 200]);
    expect((await administrator.put(path, { norms })).status).toBe(200);
  });

  test('two devices enter 200 tries side by side; where they meet, one of them is told', async () => {
    const testDayId = await gym.day(kita);
    const children: string[] = [];
    for (let index = 0; index < 25; index += 1) children.push(await gym.child(kita));
    const tries = children.flatMap((childId) =>
      ['SHH', 'SWS'].flatMap((item) =>
        [1, 2].map((number) => ({ place: { testDayId, childId, protocolId: items[item]!.id }, number })),
      ),
    );
    // Each goes from child to child; a child's tries leave together.
    const device = async (person: House['educator'], value: number): Promise<Answer[]> => {
      const answers: Answer[] = [];
      for (let from = 0; from < tries.length; from += 4) {
        const sent = tries.slice(from, from + 4);
        answers.push(
          ...(await Promise.all(
            sent.map(({ place, number }) => gym.attempt(person, place, { number, value, confirmed: true })),
          )),
        );
      }
      return answers;
    };
    const [first, second] = await Promise.all([device(kita.educator, 20), device(kita.coach, 21)]);
    const statuses = first.map(({ status }, index) => [status, second[index]!.status].sort());
    expect(new Set(statuses.map(String))).toEqual(new Set(['201,409']));
    const [row] = await rowsOf(
      gym.stage.db,
      `select count(*)::int as trials, count(distinct (t.result_id, t.number))::int as places,
         count(distinct a.id)::int as children, count(distinct r.id)::int as results
       from assessments a join results r on r.assessment_id = a.id join trials t on t.result_id = r.id where a.test_day_id = $1`,
      [testDayId],
    );
    expect(row).toEqual({ trials: 100, places: 100, children: 25, results: 50 });
    const derived = await rowsOf<{ state: string }>(
      gym.stage.db,
      'select distinct r.state from results r join assessments a on a.id = r.assessment_id where a.test_day_id = $1',
      [testDayId],
    );
    expect(derived).toEqual([{ state: 'done' }]);
  });
});
