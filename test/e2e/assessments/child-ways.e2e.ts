import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChildDto } from '../../../src/assessments/children/child.dto.js';
import type { NewChildTransferDto } from '../../../src/assessments/transfers/child-transfer.dto.js';
import type { PersonKey } from '../../support/city.js';
import { signedIn } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import { load } from '../../support/outside.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { Town } from '../../support/town.js';
import { addTest, tablesWith } from './child-bench.js';

/* The ways of a child: into the next school year with its group, and from one house to another with a code that the parents carry. */

const { MoveUpService } = await load<typeof import('../../../src/assessments/children/move-up.service.js')>(
  'assessments/children/move-up.service.js',
);

const NOW = '2026-11-20T11:00:00Z';
const TODAY = '2026-11-20';

let stage: Stage;
let town: Town;

beforeAll(async () => {
  stage = await Stage.open();
  town = new Town(stage.db);
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.app.clock.standAt(NOW);
  await stage.db.query('delete from sign_in_throttles');
});

const itemsOf = <T>({ json }: Answer): T[] => json['items'] as unknown as T[];
const refusal = ({ status, json }: Answer): unknown[] => [status, json['code'], json['field'] ?? null];

/** A child of the Kita with consent and one test. */
async function tested(more: object = {}): Promise<{ child: ChildDto; ids: Record<string, string> }> {
  const { id: institutionId, groupId } = stage.city.houses.kita;
  const educator = stage.as('educator');
  const facts = { count: 1, birthMonth: '2020-02', sex: 'female', ...more };
  const made = await educator.post('/api/children', { institutionId, groupId, ...facts });
  const [child] = itemsOf<ChildDto>(made);
  const consent = { institutionId, childIds: [child!.id], givenOn: '2026-02-01' };
  expect((await educator.post('/api/consents', consent)).status).toBe(201);
  return { child: child!, ids: await addTest(stage.db, child!, '2026-05-05') };
}

async function codeFor(child: ChildDto): Promise<NewChildTransferDto> {
  const { institutionId, id } = child;
  const answer = await stage.as('educator').post('/api/child-transfers', { institutionId, childIds: [id] });
  expect(answer.status).toBe(201);
  return itemsOf<NewChildTransferDto>(answer)[0]!;
}

function redeem(code: string, more: object = {}, by: PersonKey = 'schoolEducator'): Promise<Answer> {
  const { id: institutionId, groupId } = stage.city.houses.school;
  const wanted = { code, institutionId, groupId, consentGivenOn: TODAY, ...more };
  return stage.as(by).post('/api/child-transfers/redeem', wanted);
}

const count = async (table: string, institutionId: string, more = 'true'): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    stage.db,
    `select count(*)::int as count from ${table} where institution_id = $1 and ${more}`,
    [institutionId],
  );
  return row!.count;
};

describe('a transfer code', () => {
  test('brings the child with its results into the school, under a new code and with the consent given there', async () => {
    const { child, ids } = await tested();
    const { code, expiresOn } = await codeFor(child);
    expect(expiresOn).toBe('2027-11-20');
    expect(await tablesWith(stage.db, code)).toEqual([]);
    expect(await tablesWith(stage.db, code.replaceAll('-', ''))).toEqual([]);
    const { houses, people } = stage.city;
    const answer = await redeem(code.toLowerCase().replaceAll('-', ' '));
    expect(answer.status).toBe(201);
    const received = answer.json as unknown as ChildDto;
    expect(received).toMatchObject({
      ...{ institutionId: houses.school.id, groupId: houses.school.groupId },
      ...{ birthMonth: '2020-02', sex: 'female', consent: { givenOn: TODAY, withdrawnOn: null } },
    });
    expect(received.code).not.toBe(child.code);
    const [brought] = await rowsOf(
      stage.db,
      `select d.origin, d.state, d.held_on::text as day, d.released_by, a.tested_on::text as tested, r.value::float as value,
         t.value::float as trial, t.recorded_by, s.z, s.class from assessments a
         join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
         join results r on r.institution_id = a.institution_id and r.assessment_id = a.id
         join trials t on t.institution_id = r.institution_id and t.result_id = r.id
         join scores s on s.institution_id = r.institution_id and s.result_id = r.id where a.child_id = $1`,
      [received.id],
    );
    expect(brought).toEqual({
      ...{ origin: 'brought', state: 'closed', day: '2026-05-05', released_by: null, tested: '2026-05-05' },
      ...{ value: 187.125, trial: 187.125, recorded_by: null, z: 1.23456, class: 5 },
    });
    expect(await tablesWith(stage.db, ids['assessmentId']!)).toEqual(['assessments', 'results']);
    const trail = await rowsOf<{ action: string; chain: string; actor_id: string }>(
      stage.db,
      `select action, chain, actor_id from audit_events where action in ('child.receive', 'child_transfer.redeem') order by action`,
    );
    const actor_id = people.schoolEducator.id;
    expect(trail).toEqual([
      { action: 'child.receive', chain: houses.school.id, actor_id },
      { action: 'child_transfer.redeem', chain: houses.kita.id, actor_id },
    ]);
    expect((await stage.as('educator').get(`/api/children/${received.id}`)).status).toBe(404);
    expect((await stage.as('schoolEducator').get(`/api/children/${child.id}`)).status).toBe(404);
  });

  test('is good once, also for many who send it at the same moment; the same request again answers the same child', async () => {
    const { child } = await tested();
    const { code } = await codeFor(child);
    const id = randomUUID();
    const others = Array.from({ length: 4 }, () => redeem(code));
    const answers = await Promise.all([redeem(code, { id }), redeem(code, { id }), ...others]);
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    const winner = made[0]!.field('id');
    const again = await redeem(code, { id: winner });
    expect([again.status, again.json['id']]).toEqual([200, winner]);
    expect(refusal(await redeem(code))).toEqual([404, 'transfer_invalid', 'code']);
    expect(await count('child_transfers', child.institutionId, `to_child_id = '${winner}'`)).toBe(1);
  });

  test('is no longer good when it is out of date, revoked, replaced, or the consent is gone', async () => {
    const { child } = await tested();
    const first = await codeFor(child);
    const { code, id, version } = await codeFor(child);
    const invalid = [404, 'transfer_invalid', 'code'];
    expect(refusal(await redeem(first.code))).toEqual(invalid);
    stage.app.clock.standAt('2027-11-21T11:00:00Z');
    expect(refusal(await redeem(code))).toEqual(invalid);
    stage.app.clock.standAt(NOW);
    const listed = itemsOf<NewChildTransferDto>(await stage.as('lead').get('/api/child-transfers'));
    expect(listed.filter(({ childId }) => childId === child.id)).toEqual([
      expect.objectContaining({ id, childCode: child.code, redeemedAt: null }),
    ]);
    expect((await stage.as('educator').delete(`/api/child-transfers/${id}`, version)).status).toBe(204);
    expect(refusal(await redeem(code))).toEqual(invalid);
    const last = await codeFor(child);
    const { consent } = (await stage.as('educator').get(`/api/children/${child.id}`))
      .json as unknown as ChildDto;
    await stage.as('educator').send('POST', `/api/consents/${consent!.id}/withdraw`, { version: 1 });
    expect(refusal(await redeem(last.code))).toEqual(invalid);
    const without = { institutionId: child.institutionId, childIds: [child.id] };
    expect(refusal(await stage.as('educator').post('/api/child-transfers', without))).toEqual([
      ...[409, 'no_consent', null],
    ]);
  });

  test('once used, is not taken back', async () => {
    const { child } = await tested();
    const { code, id } = await codeFor(child);
    await redeem(code);
    const answer = await stage.as('educator').delete(`/api/child-transfers/${id}`, 2);
    expect(refusal(answer)).toEqual([409, 'transfer_redeemed', null]);
  });

  test('is refused where it does not fit', async () => {
    const { child } = await tested();
    const { code } = await codeFor(child);
    const { kita, school } = stage.city.houses;
    const own = { institutionId: kita.id, groupId: kita.groupId };
    expect(refusal(await redeem(code, own, 'educator'))).toEqual([409, 'same_house', 'code']);
    expect(refusal(await redeem(code, { groupId: kita.groupId }))).toEqual([404, 'not_found', 'groupId']);
    expect(refusal(await redeem(code, { consentGivenOn: '2026-11-21' }))).toEqual([
      ...[422, 'invalid', 'consentGivenOn'],
    ]);
    expect(refusal(await redeem(code, { consentGivenOn: '2020-01-31' }))).toEqual([
      ...[422, 'invalid', 'consentGivenOn'],
    ]);
    expect((await redeem(code, {}, 'educator')).status).toBe(404);
    expect(await count('children', school.id, `birth_month is null`)).toBe(0);
  });

  test('cannot be guessed for long', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 12; i += 1) answers.push((await redeem(`CCCC-CCCC-CCCC-${3333 + i}`)).status);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(404));
    expect(answers.at(-1)).toBe(429);
  });
});

describe('a consent taken back after a transfer', () => {
  test.each(['kita', 'school'] as const)('in the %s erases the results in both houses', async (side) => {
    const { child } = await tested();
    const received = (await redeem((await codeFor(child)).code)).json as unknown as ChildDto;
    const before = await tablesWith(stage.db, received.id);
    expect(before).toContain('assessments');
    const [asker, its] =
      side === 'kita' ? (['educator', child] as const) : (['schoolEducator', received] as const);
    const { consent } = (await stage.as(asker).get(`/api/children/${its.id}`)).json as unknown as ChildDto;
    const answer = await stage
      .as(asker)
      .send('POST', `/api/consents/${consent!.id}/withdraw`, { version: 1 });
    expect([answer.status, answer.json['erased']]).toEqual([200, 2]);
    for (const { id } of [child, received]) {
      expect(
        await count(
          'assessments',
          id === child.id ? child.institutionId : received.institutionId,
          `child_id = '${id}'`,
        ),
      ).toBe(0);
      const [left] = await rowsOf(stage.db, 'select birth_month, sex from children where id = $1', [id]);
      expect(left).toEqual({ birth_month: null, sex: null });
    }
    expect(
      await count(
        'test_days',
        received.institutionId,
        `origin = 'brought' and not exists
      (select from assessments a where a.test_day_id = test_days.id)`,
      ),
    ).toBe(0);
    const erased = await rowsOf<{ chain: string }>(
      stage.db,
      `select chain from audit_events where action = 'child.erase' and object_id = any ($1)`,
      [[child.id, received.id]],
    );
    expect(erased.map(({ chain }) => chain).sort()).toEqual(
      [child.institutionId, received.institutionId].sort(),
    );
  });

  test('at the same moment as the transfer leaves nothing behind either', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { child } = await tested();
      const { code } = await codeFor(child);
      const { consent } = (await stage.as('educator').get(`/api/children/${child.id}`))
        .json as unknown as ChildDto;
      const id = randomUUID();
      const [withdrawn, received] = await Promise.all([
        stage.as('educator').send('POST', `/api/consents/${consent!.id}/withdraw`, { version: 1 }),
        redeem(code, { id }),
      ]);
      expect(withdrawn.status).toBe(200);
      expect([201, 404]).toContain(received.status);
      const left = await rowsOf(stage.db, 'select from assessments where child_id = any ($1)', [
        [child.id, id],
      ]);
      expect(left).toEqual([]);
    }
  });
});

/** A house with one group of last year that has three children, one of whom has left; and its lead. */
async function houseWith(kind: 'kita' | 'school', group: string, more: string[] = []) {
  const { municipalityId, districtIds } = stage.city;
  const id = await town.house(municipalityId, districtIds[0], `Haus ${randomUUID()}`, { kind });
  const groupId = await town.group(id, group, 20, { schoolYear: 2025 });
  for (const name of more) await town.group(id, name, 20, { schoolYear: 2025 });
  const children: string[] = [];
  for (const [i, code] of ['CCCCC', 'DDDDD', 'FFFFF'].entries()) {
    const leftOn = i === 2 ? '2026-02-01' : null;
    children.push(await town.insert('children', { institutionId: id, groupId, code, leftOn }));
  }
  const lead = await town.person(`Leitung${randomUUID()}`, [['institution_lead', { institutionId: id }]]);
  return { id, groupId, children, lead: signedIn(stage.app, lead) };
}

type House = Awaited<ReturnType<typeof houseWith>>;

const whereAre = async ({ id }: House): Promise<(string | null)[][]> =>
  (
    await rowsOf<{ name: string; year: number; left: string | null }>(
      stage.db,
      `select g.name, g.school_year as year, c.left_on::text as left from children c
         join groups g on g.institution_id = c.institution_id and g.id = c.group_id where c.institution_id = $1 order by c.code`,
      [id],
    )
  ).map(({ name, year, left }) => [`${name} ${year}`, left]);

const confirm = (house: House, groups: object[], by = house.lead, schoolYear = 2026): Promise<Answer> =>
  by.post(`/api/institutions/${house.id}/group-year/confirmation`, { schoolYear, groups });

describe('into the next school year', () => {
  test('children go on with their group as soon as its lead confirms the year; who has left stays', async () => {
    const house = await houseWith('kita', 'Bären');
    const groups = [{ name: 'Große Bären', size: 20, fromGroupId: house.groupId }];
    expect((await confirm(house, groups)).status).toBe(200);
    expect(await whereAre(house)).toEqual([
      ['Große Bären 2026', null],
      ['Große Bären 2026', null],
      ['Bären 2025', '2026-02-01'],
    ]);
    const trail = (await stage.trail('child.update')).filter(({ object_id }) =>
      house.children.includes(object_id),
    );
    expect(trail.map(({ fields }) => fields)).toEqual([['groupId'], ['groupId']]);
    await stage.app.app.get(MoveUpService).moveAll();
    expect(await whereAre(house)).toHaveLength(3);
  });

  test('they stay where nobody said that their group goes on', async () => {
    const house = await houseWith('kita', 'Bären');
    await confirm(house, [{ name: 'Bären', size: 20 }]);
    await stage.app.app.get(MoveUpService).moveAll();
    expect((await whereAre(house))[0]).toEqual(['Bären 2025', null]);
  });

  test('they follow in the night where the coordination confirms, and when a prepared year begins', async () => {
    const house = await houseWith('kita', 'Bären');
    const confirmed = await confirm(
      house,
      [{ name: 'Bären', size: 20, fromGroupId: house.groupId }],
      stage.as('coordinator'),
    );
    expect(confirmed.status).toBe(200);
    expect((await whereAre(house))[0]).toEqual(['Bären 2025', null]);
    const moves = stage.app.app.get(MoveUpService);
    await moves.moveAll();
    expect((await whereAre(house))[0]).toEqual(['Bären 2026', null]);
    const [now] = await rowsOf<{ id: string }>(
      stage.db,
      'select id from groups where institution_id = $1 and school_year = 2026',
      [house.id],
    );
    await confirm(house, [{ name: 'Bären', size: 20, fromGroupId: now!.id }], house.lead, 2027);
    await moves.moveAll();
    expect((await whereAre(house))[0]).toEqual(['Bären 2026', null]);
    stage.app.clock.standAt('2027-08-01T01:00:00Z');
    await moves.moveAll();
    expect((await whereAre(house))[0]).toEqual(['Bären 2027', null]);
  });

  test('the fourth class leaves the school with the year, and no other', async () => {
    const house = await houseWith('school', '4a', ['1a', '3a']);
    await confirm(house, [{ name: '4a', size: 20 }]);
    expect((await whereAre(house)).map(([, left]) => left)).toEqual([
      '2026-07-31',
      '2026-07-31',
      '2026-02-01',
    ]);
    const third = await houseWith('school', '3a', ['4a']);
    await confirm(third, [{ name: '4a', size: 20, fromGroupId: third.groupId }]);
    expect((await whereAre(third))[0]).toEqual(['4a 2026', null]);
  });

  test('a group goes on once, and only one of the year before', async () => {
    const house = await houseWith('kita', 'Bären');
    const from = { size: 20, fromGroupId: house.groupId };
    expect(
      refusal(
        await confirm(house, [
          { name: 'A', ...from },
          { name: 'B', ...from },
        ]),
      ),
    ).toEqual([...[422, 'invalid', 'groups.1.fromGroupId']]);
    const foreign = [{ name: 'A', size: 20, fromGroupId: stage.city.houses.school.lastYearGroupId }];
    expect(refusal(await confirm(house, foreign))).toEqual([404, 'not_found', 'groups.0.fromGroupId']);
  });
});
