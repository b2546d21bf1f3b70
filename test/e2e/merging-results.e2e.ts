import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';
import { Gym, type House, NOW, type Protocol, TODAY } from '../support/gym.js';
import type { Answer } from '../support/client.js';
import { connect, rowsOf } from '../support/rows.js';

/* Two entries with children, test days, results and scores become one: nothing measured is lost, and all of it goes on. */

let gym: Gym;
let jump: Protocol;

beforeAll(async () => {
  gym = await Gym.open();
  jump = (await gym.protocols('KITA-MOT'))['SWS']!;
});
afterAll(() => gym.stage.close());
beforeEach(() => gym.stage.app.clock.standAt(NOW));

function merge(staying: House, vanishing: House): Promise<Answer> {
  const body = { vanishingId: vanishing.id, vanishingVersion: 1, fields: [] };
  return gym.stage
    .as('coordinator')
    .send('POST', `/api/institutions/${staying.id}/merge`, { body, version: 1 });
}

/** A group of the house that is called like that of the other one. */
async function twinGroup(house: House, of: House): Promise<string> {
  const [group] = await rowsOf<{ name: string }>(gym.stage.db, 'select name from groups where id = $1', [
    of.groupId,
  ]);
  return gym.town.group(house.id, group!.name, 20);
}

async function measure(house: House, testDayId: string, childId: string, value: number): Promise<string> {
  const answer = await gym.attempt(
    house.educator,
    { testDayId, childId, protocolId: jump.id },
    { value, confirmed: true },
  );
  expect([answer.status, answer.json['code']]).toEqual([201, undefined]);
  return answer.field('id');
}

/** What was measured of the children, and how it compares, wherever they are. */
function measured(children: readonly string[]): Promise<object[]> {
  return rowsOf(
    gym.stage.db,
    `select c.id, r.value::float8 as value, t.id as trial, round(s.z::numeric, 9)::text as z, d.state, d.wave, d.origin
     from children c
       join groups g on g.institution_id = c.institution_id and g.id = c.group_id
       join assessments a on a.institution_id = c.institution_id and a.child_id = c.id
       join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
       join test_day_groups y on y.institution_id = d.institution_id and y.test_day_id = d.id and y.group_id = a.group_id
       join results r on r.institution_id = a.institution_id and r.assessment_id = a.id
       join trials t on t.institution_id = r.institution_id and t.result_id = r.id
       left join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
     where c.id = any ($1) order by c.id, t.id`,
    [children],
  );
}

/** The staying house with a measured child, the vanishing one with two: one in a group of the same name and with the same code. */
async function pair(): Promise<{
  stays: House;
  goes: House;
  dayId: string;
  children: string[];
  trial: string;
}> {
  const [stays, goes] = [await gym.house(), await gym.house()];
  const twin = await twinGroup(goes, stays);
  const code = 'CCCCC';
  const here = await gym.child(stays, { code });
  const joined = await gym.child(goes, { code, groupId: twin });
  const other = await gym.child(goes);
  await measure(stays, await gym.day(stays), here, 101);
  const dayId = await gym.day(goes, 'KITA-MOT', { groupIds: [goes.groupId, twin] });
  await measure(goes, dayId, joined, 92);
  const trial = await measure(goes, dayId, other, 83);
  return { stays, goes, dayId, trial, children: [here, joined, other] };
}

test('everything measured comes along, with its scores, and its groups are those that are kept', async () => {
  const { stays, goes, dayId, children } = await pair();
  const before = await measured(children);
  expect(before).toHaveLength(3);
  expect(before).not.toContainEqual(expect.objectContaining({ z: null }));
  expect((await merge(stays, goes)).status).toBe(200);
  expect(await measured(children)).toEqual(before);
  for (const table of ['children', 'consents', 'test_days', 'test_day_groups', 'assessments']) {
    const left = await rowsOf(gym.stage.db, `select from ${table} where institution_id = $1`, [goes.id]);
    expect([table, left.length]).toEqual([table, 0]);
  }
  const groups = await rowsOf<{ gone: number }>(
    gym.stage.db,
    `select count(g.archived_at)::int as gone from test_day_groups y join groups g on g.institution_id = y.institution_id and g.id = y.group_id
     where y.test_day_id = $1`,
    [dayId],
  );
  expect(groups).toEqual([{ gone: 0 }]);
});

test('the staff go on with all of it: to enter, to correct, to look at, and to erase', async () => {
  const { stays, goes, dayId, children, trial } = await pair();
  const [, joined, other] = children;
  expect((await merge(stays, goes)).status).toBe(200);
  const late = await gym.child(stays);
  await measure(stays, dayId, late, 95);
  const educator = gym.as(stays.educator);
  const corrected = await educator.patch(
    `/api/trials/${trial}`,
    { value: 84, valid: true, confirmed: true },
    1,
  );
  expect([corrected.status, corrected.json['institutionId']]).toEqual([200, stays.id]);
  for (const child of children) {
    expect((await educator.get(`/api/children/${child}/profile`)).status).toBe(200);
  }
  const [consent] = await rowsOf<{ id: string; version: number }>(
    gym.stage.db,
    'select id, version from consents where child_id = $1',
    [joined],
  );
  const gone = await gym
    .as(stays.lead)
    .post(`/api/consents/${consent!.id}/withdraw`, undefined, { version: consent!.version });
  expect([gone.status, gone.json['erased']]).toEqual([200, 1]);
  expect(await measured([joined!])).toEqual([]);
  expect(await measured([other!])).toEqual([expect.objectContaining({ value: 84 })]);
});

test('a child that was handed over between the two is still one to erase', async () => {
  const { stays, goes, children } = await pair();
  const other = children[2]!;
  const made = await gym
    .as(goes.educator)
    .post('/api/child-transfers', { institutionId: goes.id, childIds: [other] });
  const [{ code } = { code: '' }] = made.json['items'] as unknown as { code: string }[];
  const received = await gym.as(stays.educator).post('/api/child-transfers/redeem', {
    ...{ code, institutionId: stays.id, groupId: stays.groupId, consentGivenOn: TODAY },
  });
  expect([received.status, received.json['code']]).toEqual([201, expect.any(String)]);
  const copy = received.field('id');
  expect((await merge(stays, goes)).status).toBe(200);
  const [consent] = await rowsOf<{ id: string; version: number }>(
    gym.stage.db,
    'select id, version from consents where child_id = $1',
    [copy],
  );
  const gone = await gym
    .as(stays.lead)
    .post(`/api/consents/${consent!.id}/withdraw`, undefined, { version: consent!.version });
  expect([gone.status, gone.json['erased']]).toEqual([200, 2]);
  expect(await measured([copy, other])).toEqual([]);
});

test('who measures in the very moment of a merge is told to try again at worst, and loses nothing that was accepted', async () => {
  const { stays, goes, dayId } = await pair();
  const children: string[] = [];
  for (let index = 0; index < 6; index += 1) children.push(await gym.child(goes));
  const writes = children.map((childId) =>
    gym.attempt(
      goes.educator,
      { testDayId: dayId, childId, protocolId: jump.id },
      { value: 90, confirmed: true },
    ),
  );
  const [merged, ...answers] = await Promise.all([merge(stays, goes), ...writes]);
  expect(merged.status).toBe(200);
  expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
  const accepted = children.filter((_, index) => answers[index]!.status === 201);
  const rows = (await measured(accepted)) as { id: string }[];
  expect(rows.map(({ id }) => id).sort()).toEqual([...accepted].sort());
});

test('a merge that waits for a test day lets the first result of a child through', async () => {
  const { stays, goes, dayId } = await pair();
  const childId = await gym.child(goes);
  const { merging, other } = await mergeBehind('test_days', dayId, stays, goes);
  // Whoever enters shares the day with the other one, and then asks for the group.
  const answer = await gym.attempt(
    goes.educator,
    { testDayId: dayId, childId, protocolId: jump.id },
    { value: 90, confirmed: true },
  );
  await other.query('commit');
  await other.end();
  expect([answer.status, (await merging).status]).toEqual([201, 200]);
  expect(await measured([childId])).toEqual([expect.objectContaining({ value: 90 })]);
});

test('a merge that waits for a child lets them into their group', async () => {
  const { stays, goes } = await pair();
  const childId = await gym.child(goes);
  const { merging, other } = await mergeBehind('children', childId, stays, goes);
  await other.query(`set local lock_timeout = '5s'`);
  await other.query('update children set group_id = $2 where id = $1', [childId, goes.groupId]);
  await other.query('select from groups where id = $1 for key share', [goes.groupId]);
  await other.query('commit');
  await other.end();
  expect((await merging).status).toBe(200);
});

/** A merge that has come as far as a row that another connection holds. */
async function mergeBehind(
  table: 'test_days' | 'children',
  id: string,
  ...[stays, goes]: [House, House]
): Promise<{ merging: Promise<Answer>; other: pg.Client }> {
  const other = await connect(gym.stage.database.superuser);
  await other.query('begin');
  await other.query(`select from ${table} where id = $1 for share`, [id]);
  const merging = merge(stays, goes);
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await rowsOf(gym.stage.db, waiting)).length === 0) await sleep(10);
  return { merging, other };
}
