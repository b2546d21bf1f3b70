import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import { textOf } from '../../support/certificate.js';
import { insertRow } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { Measurements } from './measured.js';

let stage: Stage;
let gym: Measurements;

beforeAll(async () => {
  stage = await Stage.open();
  gym = new Measurements(stage);
});
afterAll(() => stage.close());

async function otherGroup(name: string): Promise<string> {
  const id = randomUUID();
  const { schoolYear, houses } = stage.city;
  await insertRow(stage.db, 'groups', { institutionId: houses.kita.id, id, name, schoolYear, size: 20 });
  return id;
}

const items = (answer: Answer): Record<string, unknown>[] =>
  answer.json['items'] as unknown as Record<string, unknown>[];

describe('the profile of a child', () => {
  test('shows every test with its trials, the latest first, and what it was compared with', async () => {
    const child = await gym.child();
    const first = await gym.day('2025-09-15');
    const second = await gym.day('2026-05-15', { wave: 'exit' });
    await gym.assess(first, child, { SWS: { value: 80, z: -0.4, class: 2, trials: [null, 80] } });
    await gym.assess(second, child, {
      BR: { value: 48, z: 2, class: 5 },
      RB: { value: -2.5 },
      EBS: { reason: 'refused' },
      SWS: { value: 92, z: 0, class: 3, former: { value: 29, percentile: 0.1 } },
    });
    const { json } = await stage.as('educator').get(`/api/children/${child}/profile`);
    expect(json['child']).toMatchObject({
      ...{ id: child, birthMonth: '2020-06', sex: 'female', groupName: stage.city.houses.kita.groupName },
      ...{ consentGivenOn: '2024-01-01', consentWithdrawnOn: null, leftOn: null },
    });
    expect(json['assessments']).toMatchObject([
      {
        ...{ testedOn: '2026-05-15', wave: 'exit', closed: true, batteryTitle: 'KITA-MOT 3–6' },
        results: [
          {
            itemCode: 'EBS',
            state: 'not_done',
            reason: 'refused',
            value: null,
            score: null,
            scoreLacks: null,
          },
          { itemCode: 'SWS', value: 92, formerScores: [{ value: 29, performancePercentile: 0.1 }] },
          { itemCode: 'RB', value: -2.5, score: null, scoreLacks: 'norm', atCeiling: false },
          { itemCode: 'BR', value: 48, atCeiling: true, score: { performanceClass: 5, normTitle: 'MoMo' } },
        ],
      },
      {
        testedOn: '2025-09-15',
        // Born on 15 June 2020 as far as anybody knows: 5 years and 92 of 365 days.
        ageYears: expect.closeTo(5 + 92 / 365, 9),
        results: [
          {
            value: 80,
            score: { z: -0.4, performanceClass: 2, normDerived: false },
            trials: [
              { number: 1, value: null, valid: false, changed: false },
              { number: 2, value: 80, valid: true },
            ],
          },
        ],
      },
    ]);
  });

  test.each([
    [{ birthMonth: null }, 'birth_month'],
    [{ sex: 'diverse' }, 'sex'],
    [{ sex: null }, 'sex'],
  ])('says what is missing for a comparison: %p', async (missing, scoreLacks) => {
    const child = await gym.child(missing);
    await gym.assess(await gym.day('2025-10-01'), child, { SWS: { value: 80 } });
    const { json } = await stage.as('coach').get(`/api/children/${child}/profile`);
    expect(json['assessments']).toMatchObject([{ results: [{ value: 80, score: null, scoreLacks }] }]);
  });

  test('tells when the consent was withdrawn', async () => {
    const child = await gym.child();
    await stage.db.query(`update consents set withdrawn_on = '2026-01-31' where child_id = $1`, [child]);
    const { json } = await stage.as('lead').get(`/api/children/${child}/profile`);
    expect(json['child']).toMatchObject({ consentGivenOn: null, consentWithdrawnOn: '2026-01-31' });
    expect(json['assessments']).toEqual([]);
  });
});

describe('the report of a group', () => {
  let day: string;
  let others: string;

  beforeAll(async () => {
    others = await otherGroup('Report');
    day = await gym.day('2026-09-20');
    const { id: institutionId } = stage.city.houses.kita;
    await insertRow(stage.db, 'test_day_groups', { institutionId, testDayId: day, groupId: others });
    const scored = (place: number) => ({ value: 80, z: 0, class: place });
    for (const place of [1, 1, 2, 3, 5]) {
      await gym.assess(day, await gym.child(), { SWS: scored(place), SHH: scored(place === 1 ? 4 : 3) });
    }
    await gym.assess(day, await gym.child(), {
      SWS: {},
      SHH: { state: 'invalid' },
      BR: { value: 3, z: -2, class: 1 },
    });
    await gym.assess(day, await gym.child(), { SWS: { value: 70 }, SHH: { state: 'open' } });
    await gym.assess(day, await gym.child(), { SWS: scored(1) }, { groupId: others });
  });

  test('counts the classes of each task; whoever was not measured is in none', async () => {
    const groupId = stage.city.houses.kita.groupId;
    const report = await stage.as('coach').get(`/api/test-days/${day}/group-report?groupId=${groupId}`);
    expect(report.json['children']).toBe(7);
    expect(items(report).map(({ itemCode }) => itemCode)).toEqual(['EBS', 'SHH', 'SWS', 'RB', 'BR']);
    expect(items(report)).toMatchObject([
      { done: 0, scored: 0, classes: [0, 0, 0, 0, 0], belowAverage: null, normTitles: [] },
      { done: 5, invalid: 1, open: 1, scored: 5, classes: [0, 0, 3, 2, 0], belowAverage: 0 },
      // Seven children: six with a value, one of them without a score, and one who did not take part.
      { done: 6, notDone: 1, scored: 5, classes: [2, 1, 1, 0, 1], belowAverage: 0.6, normTitles: ['MoMo'] },
      { done: 0, scored: 0 },
      { done: 1, scored: 1, classes: [1, 0, 0, 0, 0], belowAverage: 1 },
    ]);
  });

  test('of all groups together counts the other group, too', async () => {
    const report = await stage.as('lead').get(`/api/test-days/${day}/group-report`);
    expect(report.json['children']).toBe(8);
    expect(items(report)[2]).toMatchObject({ scored: 6, classes: [3, 1, 1, 0, 1] });
  });

  test('names the tasks with most need and proposes modules on offer for them, never retired ones', async () => {
    const module = { focusArea: 'health_promotion', audience: 'children', format: 'workshop' };
    const [offered, retired] = [randomUUID(), randomUUID()];
    await insertRow(stage.db, 'modules', { id: offered, ...module, title: 'Springen' });
    await insertRow(stage.db, 'modules', {
      id: retired,
      ...module,
      title: 'Weitsprung von früher',
      active: false,
    });
    for (const moduleId of [offered, retired]) {
      await insertRow(stage.db, 'module_items', { moduleId, itemCode: 'SWS' });
    }
    const groupId = stage.city.houses.kita.groupId;
    const { json } = await stage.as('educator').get(`/api/test-days/${day}/group-report?groupId=${groupId}`);
    expect(json['needs']).toMatchObject([
      { itemCode: 'BR', belowAverage: 1, scored: 1, modules: [{ title: 'Balancieren' }] },
      { itemCode: 'SWS', belowAverage: 0.6, scored: 5, modules: [{ id: offered, title: 'Springen' }] },
    ]);
  });

  test('knows no group that was not there', async () => {
    const report = await stage.as('lead').get(`/api/test-days/${day}/group-report?groupId=${randomUUID()}`);
    expect(report.status).toBe(404);
  });
});

describe('before and after', () => {
  const PERIODS = 'beforeFrom=2025-09-01&beforeTo=2025-11-30&afterFrom=2026-04-01&afterTo=2026-06-30';
  let url: string;
  let ran: string;

  beforeAll(async () => {
    const { id } = stage.city.houses.school;
    url = `/api/assessments/change?institutionId=${id}&${PERIODS}`;
    const school = { house: 'school', battery: 'DMT-MT1' } as const;
    const [autumn, spring] = [await gym.day('2025-10-10', school), await gym.day('2026-05-10', school)];
    const at = { house: 'school' } as const;
    const tested = async (
      before: Parameters<typeof gym.assess>[2],
      after: Parameters<typeof gym.assess>[2] | null,
    ) => {
      const child = await gym.child(at);
      await gym.assess(autumn, child, before, at);
      if (after) await gym.assess(spring, child, after, at);
      return child;
    };
    const jump = (z: number, place: number) => ({ SWS: { value: 100, z, class: place } });
    // Changes 0.1, 0.3, 0.5, 0.7: mean 0.4, SD 0.2582, 95 % interval −0.0109 … 0.8109.
    ran = await tested(jump(-1, 1), jump(-0.9, 1));
    await tested(jump(-0.5, 2), jump(-0.2, 3));
    await tested(jump(0, 3), jump(0.5, 4));
    await tested(jump(1, 5), jump(1.7, 4));
    // Without a second test, or with one that cannot be compared: other norm set, no norm, not done.
    await tested(jump(0, 3), null);
    await tested(jump(0, 3), { SWS: { value: 100, z: 0, class: 3, norm: 'EMOTIKON' } });
    await tested(jump(0, 3), { SWS: { value: 100 } });
    await tested(jump(0, 3), { SWS: {} });
    // Faster is better: from z = 0.5 to −0.5 is a rise by 1.
    await tested({ S20: { value: 5, z: 0.5, class: 2 } }, { S20: { value: 4.5, z: -0.5, class: 4 } });
    // Outside of the periods, still open, or from another house.
    const late = await gym.day('2026-07-01', school);
    await gym.assess(late, ran, jump(9, 5), at);
    const open = await gym.day('2026-05-20', { ...school, state: 'planned', closedAt: null });
    await gym.assess(open, ran, jump(9, 5), at);
    const brought = await gym.day('2025-09-10', { ...school, origin: 'brought' });
    await gym.assess(brought, ran, jump(9, 5), at);
  });

  test('pairs the same child, task, protocol and norm set, with its mean and interval', async () => {
    const answer = await stage.as('schoolLead').get(url);
    expect(answer.json['childrenPaired']).toBe(5);
    expect(items(answer)).toMatchObject([
      { itemCode: 'SWS', normTitle: 'MoMo', paired: 4, lost: 4, up: 2, same: 1, down: 1 },
      { itemCode: 'S20', paired: 1, lost: 0, meanChange: 1, low: null, high: null, up: 1, same: 0, down: 0 },
    ]);
    const [jump] = items(answer);
    expect(jump!['meanChange']).toBeCloseTo(0.4, 9);
    expect(jump!['low']).toBeCloseTo(-0.0109, 4);
    expect(jump!['high']).toBeCloseTo(0.8109, 4);
  });

  test('takes the first test of the first period and the last of the second', async () => {
    const school = { house: 'school', battery: 'DMT-MT1' } as const;
    await gym.assess(
      await gym.day('2025-11-10', school),
      ran,
      { SWS: { value: 90, z: 5, class: 5 } },
      school,
    );
    await gym.assess(
      await gym.day('2026-06-20', school),
      ran,
      { SWS: { value: 90, z: 0.1, class: 3 } },
      school,
    );
    const [jump] = items(await stage.as('schoolEducator').get(url));
    // 1.1 instead of 0.1 for the first child: (1.1 + 0.3 + 0.5 + 0.7) / 4.
    expect(jump!['meanChange']).toBeCloseTo(0.65, 9);
    expect(jump).toMatchObject({ paired: 4, up: 3, same: 0, down: 1 });
  });

  test('of a group are the children who were in it at first', async () => {
    const { groupId } = stage.city.houses.school;
    expect(items(await stage.as('schoolLead').get(`${url}&groupId=${groupId}`))[0]).toMatchObject({
      paired: 4,
      lost: 4,
    });
    expect(items(await stage.as('schoolLead').get(`${url}&groupId=${randomUUID()}`))).toEqual([]);
  });

  test('refuses periods that do not follow each other, and who is not of the house', async () => {
    const { id } = stage.city.houses.school;
    const wrong = `/api/assessments/change?institutionId=${id}&${PERIODS.replace('2026-04-01', '2025-11-30')}`;
    expect((await stage.as('schoolLead').get(wrong)).json).toMatchObject({
      code: 'invalid',
      field: 'afterFrom',
    });
    expect((await stage.as('lead').get(url)).status).toBe(404);
    expect((await stage.as('coordinator').get(url)).status).toBe(403);
  });
});

describe('the sheet for parents', () => {
  test('says what was measured of one child, and nothing about others', async () => {
    const day = await gym.day('2026-10-05');
    const child = await gym.child();
    const assessment = await gym.assess(day, child, {
      SWS: { value: 92, z: 1, class: 5 },
      BR: { value: 48, z: 2, class: 5 },
      EBS: { reason: 'ill' },
    });
    const sheet = await stage.as('educator').get(`/api/assessments/${assessment}/parents-sheet.pdf`);
    expect([sheet.status, sheet.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(sheet.headers['content-disposition']).toMatch(
      /^inline; filename="elternblatt_[\dA-Z]{5}_2026-10-05.pdf"$/,
    );
    const text = await textOf(sheet.bytes);
    for (const words of [
      '92 cm',
      'schon sehr gut',
      '48 Schritte',
      'Mehr ist bei dieser Aufgabe nicht möglich',
      'MoMo',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('krank');
    // Nothing entered, and not optional: told kindly. Optional and not tried: not mentioned.
    expect(text).toContain('Rumpfbeuge');
  });

  test('leaves out an optional task that was not tried, and is not there before there is a result', async () => {
    const day = await gym.day('2026-10-06');
    const one = await gym.assess(day, await gym.child(), { SWS: { value: 92 } });
    const text = await textOf(
      (await stage.as('coach').get(`/api/assessments/${one}/parents-sheet.pdf`)).bytes,
    );
    expect(text).not.toContain('Balancieren');
    const none = await gym.assess(day, await gym.child(), { SWS: {} });
    const refused = await stage.as('coach').get(`/api/assessments/${none}/parents-sheet.pdf`);
    expect([refused.status, refused.json['code']]).toEqual([409, 'no_result']);
  });

  test('a whole group is one file, and leaves its entry in the trail', async () => {
    const day = await gym.day('2026-10-07');
    const others = await otherGroup('Blatt');
    for (const groupId of [undefined, undefined, others]) {
      await gym.assess(day, await gym.child(), { SWS: { value: 92 } }, { groupId });
    }
    const before = (await stage.trail('parents_sheet.export')).length;
    const all = await stage.as('lead').get(`/api/test-days/${day}/parents-sheets.pdf`);
    const group = await stage.as('lead').get(`/api/test-days/${day}/parents-sheets.pdf?groupId=${others}`);
    expect([pagesOf(all), pagesOf(group)]).toEqual([3, 1]);
    expect((await stage.trail('parents_sheet.export')).slice(before)).toMatchObject([
      { object_id: day, actor_id: stage.city.people.lead.id, fields: [] },
      { object_id: day },
    ]);
    const empty = await stage
      .as('lead')
      .get(`/api/test-days/${await gym.day('2026-10-08')}/parents-sheets.pdf`);
    expect([empty.status, empty.json['code']]).toEqual([404, 'not_found']);
  });
});

function pagesOf({ bytes }: Answer): number {
  return bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}
