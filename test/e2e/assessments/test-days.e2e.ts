import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ageInYears } from '../../../src/kernel/calendar/age.js';
import { calendarDate } from '../../../src/kernel/calendar/calendar-date.js';
import type { Answer, Json } from '../../support/client.js';
import { Gym, type House, type Protocol, TODAY } from '../../support/gym.js';
import { rowsOf } from '../../support/rows.js';

/* Planning test days, scores that follow what they hang on, and closing. */

let gym: Gym;
let kita: House;
let school: House;
let items: Record<string, Protocol>;

beforeAll(async () => {
  gym = await Gym.open();
  kita = await gym.house();
  school = await gym.house('school');
  items = await gym.protocols('KITA-MOT');
});
afterAll(() => gym.stage.close());

const refusal = ({ status, json }: Answer): unknown[] => [status, json['code'], json['field'] ?? null];

async function plan(house: House, battery: string, more: object = {}): Promise<Answer> {
  const batteryId = await gym.battery(battery);
  const wanted = {
    institutionId: house.id,
    groupIds: [house.groupId],
    wave: 'entry',
    heldOn: TODAY,
    batteryId,
  };
  return gym.as(house.lead).post('/api/test-days', { ...wanted, ...more });
}

const change = (house: House, id: string, version: number, body: object): Promise<Answer> =>
  gym.as(house.educator).patch(`/api/test-days/${id}`, body, version);

interface StoredScore {
  age_years: number;
  sex: string;
  value: string;
  replaced: boolean;
}

/** All scores of the child, those that count last. */
const scoresOf = (childId: string): Promise<StoredScore[]> =>
  rowsOf<StoredScore>(
    gym.stage.db,
    `select s.age_years, s.sex, s.value::text, s.replaced_at is not null as replaced from scores s
       join results r on r.id = s.result_id join assessments a on a.id = r.assessment_id
     where a.child_id = $1 order by s.replaced_at nulls last`,
    [childId],
  );

/** A child with one long jump on a day of its own. */
async function jumped(child: object = {}, heldOn = TODAY) {
  const testDayId = await gym.day(kita, 'KITA-MOT', { heldOn });
  const childId = await gym.child(kita, child);
  const place = { testDayId, childId, protocolId: items['SWS']!.id };
  const answer = await gym.attempt(kita.educator, place, { value: 90, confirmed: true });
  expect(answer.status).toBe(201);
  return { testDayId, childId, place, trial: answer.json as { id: string; version: number } };
}

describe('a plan', () => {
  test('is stored once, however often it is sent', async () => {
    const id = randomUUID();
    const first = await plan(kita, 'KITA-MOT', { id });
    expect([first.status, first.json['children'], first.json['needsRelease']]).toEqual([201, 0, false]);
    expect((await plan(kita, 'KITA-MOT', { id })).status).toBe(200);
    expect(refusal(await plan(kita, 'KITA-MOT', { id, wave: 'exit' }))).toEqual([422, 'id_reused', 'id']);
  });

  test('fits the house, the year and the day', async () => {
    const old = await gym.town.group(kita.id, 'Bären im Vorjahr', 20, { schoolYear: 2025 });
    expect(refusal(await plan(kita, 'DMT-MT1'))).toEqual([422, 'invalid', 'batteryId']);
    expect(refusal(await plan(kita, 'KITA-MOT', { groupIds: [old] }))).toEqual([422, 'invalid', 'groupIds']);
    expect(refusal(await plan(kita, 'KITA-MOT', { groupIds: [school.groupId] }))).toEqual([
      ...[404, 'not_found', 'groupIds'],
    ]);
    expect(refusal(await plan(kita, 'KITA-MOT', { heldOn: '2028-11-20' }))).toEqual([
      422,
      'invalid',
      'heldOn',
    ]);
    const release = { releasedOn: TODAY, releasedBy: 'Frau Muster' };
    expect(refusal(await plan(kita, 'KITA-MOT', release))).toEqual([422, 'invalid', 'releasedOn']);
  });

  test('of a school knows a release with date and name, not after the test', async () => {
    expect((await plan(school, 'DMT-MT1')).json['needsRelease']).toBe(true);
    const late = { releasedOn: '2026-11-21', releasedBy: 'Frau Muster' };
    expect(refusal(await plan(school, 'DMT-MT1', late))).toEqual([422, 'invalid', 'releasedOn']);
    expect(refusal(await plan(school, 'DMT-MT1', { releasedOn: TODAY }))).toEqual([
      ...[422, 'invalid', 'releasedBy'],
    ]);
  });

  test('can be anything else until there are results, and goes only without them', async () => {
    const { testDayId } = await jumped();
    const other = await gym.town.group(kita.id, `Igel ${randomUUID().slice(0, 8)}`, 20);
    const kibaz = { batteryId: await gym.battery('KIBAZ') };
    expect(refusal(await change(kita, testDayId, 1, { groupIds: [other] }))).toEqual([
      409,
      'has_results',
      null,
    ]);
    expect(refusal(await change(kita, testDayId, 1, kibaz))).toEqual([409, 'has_results', null]);
    expect(refusal(await change(kita, testDayId, 1, { heldOn: '2026-11-21' }))).toEqual([
      422,
      'invalid',
      'heldOn',
    ]);
    expect(refusal(await gym.as(kita.lead).delete(`/api/test-days/${testDayId}`, 1))).toEqual([
      ...[409, 'has_results', null],
    ]);
    const both = await change(kita, testDayId, 1, { groupIds: [kita.groupId, other] });
    expect([both.status, both.json['version']]).toEqual([200, 2]);
    expect(refusal(await change(kita, testDayId, 1, { wave: 'exit' }))).toEqual([
      412,
      'changed_meanwhile',
      null,
    ]);
    const empty = await gym.day(kita);
    expect((await change(kita, empty, 1, kibaz)).status).toBe(200);
    expect((await gym.as(kita.lead).delete(`/api/test-days/${empty}`, 2)).status).toBe(204);
  });

  test('on another date asks for consent again and scores anew', async () => {
    const { testDayId, childId } = await jumped();
    expect(refusal(await change(kita, testDayId, 1, { heldOn: '2026-08-31' }))).toEqual([
      409,
      'no_consent',
      null,
    ]);
    expect((await change(kita, testDayId, 1, { heldOn: '2026-09-15' })).status).toBe(200);
    const [score, ...more] = await scoresOf(childId);
    expect([score!.age_years, more]).toEqual([5 + 92 / 365, []]);
  });
});

describe('a score', () => {
  // The middle of the month counts as the birthday: on the 15th the year is full, the day before it is not.
  test.each([
    ['2021-11-01', '2026-11-15'],
    ['2021-11-01', '2026-11-14'],
    ['2020-02-01', '2026-11-01'],
    ['2020-02-01', '2026-10-01'],
  ])('of a child born in %s is that of the exact age on %s', async (birthMonth, heldOn) => {
    const { childId } = await jumped({ birthMonth }, heldOn);
    const [score] = await scoresOf(childId);
    expect(score!.age_years).toBe(ageInYears(calendarDate(birthMonth), calendarDate(heldOn)));
  });

  test('is there only where a norm is: not without month of birth, not for "divers"', async () => {
    for (const child of [
      { birthMonth: null },
      { sex: 'diverse' },
      { sex: null },
      { birthMonth: '2024-01-01' },
    ]) {
      expect(await scoresOf((await jumped(child)).childId)).toEqual([]);
    }
  });

  test('follows the month of birth and the sex of the child', async () => {
    const { childId } = await jumped();
    const patch = (body: object, version: number): Promise<Answer> =>
      gym.as(kita.educator).patch(`/api/children/${childId}`, body, version);
    expect((await patch({ birthMonth: '2020-11' }, 1)).status).toBe(200);
    const [older] = await scoresOf(childId);
    expect(older!.age_years).toBe(ageInYears(calendarDate('2020-11-01'), calendarDate(TODAY)));
    expect((await patch({ sex: 'unspecified' }, 2)).status).toBe(200);
    expect(await scoresOf(childId)).toEqual([]);
  });
});

describe('closing', () => {
  const closing = async (id: string): Promise<Record<string, Json>> =>
    (await gym.as(kita.coach).get(`/api/test-days/${id}/closing`)).json;
  const close = (id: string, version: number, seen: object): Promise<Answer> =>
    gym.as(kita.lead).send('POST', `/api/test-days/${id}/close`, { body: seen, version });

  test('asks to look at gaps and conspicuous values, and refuses what was not looked at', async () => {
    const house = await gym.house();
    const [testDayId, childId] = [await gym.day(house), await gym.child(house)];
    await gym.child(house);
    await gym.child(house, {}, null);
    const as = gym.as(house.lead);
    const shut = (seen: object): Promise<Answer> =>
      as.send('POST', `/api/test-days/${testDayId}/close`, { body: seen, version: 1 });
    expect(refusal(await shut({ gaps: 2, conspicuous: 0 }))).toEqual([409, 'nothing_entered', null]);
    const place = { testDayId, childId, protocolId: items['SWS']!.id };
    await gym.attempt(house.educator, place, { value: 12, confirmed: true });
    const { json } = await as.get(`/api/test-days/${testDayId}/closing`);
    const gaps = (json['gaps'] as { itemCode: string | null; kind: string }[]).map(({ itemCode, kind }) => [
      ...[itemCode, kind],
    ]);
    expect(gaps.sort()).toEqual(
      [
        ['EBS', 'missing'],
        ['RB', 'missing'],
        ['SHH', 'missing'],
        ['SWS', 'partial'],
        [null, 'untested'],
      ].sort(),
    );
    expect(json).toMatchObject({
      withoutConsent: 1,
      conspicuous: [{ value: 12, kind: 'unlikely', number: 1 }],
    });
    const early = await shut({ gaps: 4, conspicuous: 1 });
    expect(refusal(early)).toEqual([409, 'closing_changed', null]);
    expect((early.json['current'] as { gaps: unknown[] }).gaps).toHaveLength(5);
    const closed = await shut({ gaps: 5, conspicuous: 1 });
    expect([closed.status, closed.json['state'], closed.json['version']]).toEqual([200, 'closed', 2]);
    const version = 2;
    expect(refusal(await as.patch(`/api/test-days/${testDayId}`, { wave: 'exit' }, version))).toEqual([
      ...[409, 'test_day_closed', null],
    ]);
    expect(
      refusal(
        await as.send('POST', `/api/test-days/${testDayId}/close`, {
          body: { gaps: 5, conspicuous: 1 },
          version,
        }),
      ),
    ).toEqual([...[409, 'test_day_closed', null]]);
  });

  test('turns every later change into a correction, and keeps the old score', async () => {
    const { testDayId, childId, place, trial } = await jumped();
    const patch = (value: number, version: number): Promise<Answer> =>
      gym.as(kita.coach).patch(`/api/trials/${trial.id}`, { value, valid: true }, version);
    expect((await patch(95, 1)).status).toBe(200);
    expect((await scoresOf(childId)).map(({ value, replaced }) => [value, replaced])).toEqual([
      ['95', false],
    ]);
    const seen = await closing(testDayId);
    const counts = {
      gaps: (seen['gaps'] as unknown[]).length,
      conspicuous: (seen['conspicuous'] as unknown[]).length,
    };
    expect((await close(testDayId, 1, counts)).status).toBe(200);
    const before = (await gym.stage.trail('trial.correct')).length;
    expect((await patch(99, 2)).status).toBe(200);
    expect((await gym.attempt(kita.educator, place, { number: 2, value: 102 })).status).toBe(201);
    expect((await gym.stage.trail('trial.correct')).slice(before).map(({ fields }) => fields)).toEqual([
      ['value', 'valid'],
      ['number', 'value', 'valid', 'confirmed'],
    ]);
    expect((await scoresOf(childId)).map(({ value, replaced }) => [value, replaced])).toEqual([
      ...[
        ['95', true],
        ['99', true],
        ['102', false],
      ],
    ]);
    const [result] = await rowsOf<{ id: string }>(
      gym.stage.db,
      'select r.id from results r join assessments a on a.id = r.assessment_id where a.child_id = $1',
      [childId],
    );
    const history = await gym.as(kita.coach).get<{ items: object[] }>(`/api/results/${result!.id}/scores`);
    expect(history.json.items).toMatchObject([
      { value: 102, replacedAt: null },
      { value: 99 },
      { value: 95 },
    ]);
  });
});
