import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReportDto } from '../../../src/reporting/reports/report.dto.js';
import { REPORT_CODES } from '../../../src/reporting/reports/reports.js';
import type { PersonKey } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import { standAtNoon, storeEntry } from '../../support/entries.js';
import { insertRow } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { addTrainingRows } from '../../support/training-rows.js';

/* Who may ask which key figure about what; the figures themselves have tests of their own. */

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  standAtNoon(stage);
  await addTrainingRows(stage.db, stage.city);
  const { today, moduleId, houses, schoolYear } = stage.city;
  await storeEntry(stage, { groupId: houses.kita.lastYearGroupId, heldOn: `${schoolYear - 1}-10-01` });
  await insertRow(stage.db, 'module_bookings', {
    ...{ institutionId: houses.kita.id, id: randomUUID(), moduleId, state: 'delivered', minutes: 60 },
    ...{ plannedOn: today, deliveredOn: today },
  });
});
afterAll(() => stage.close());

const ask = (who: PersonKey, address: string): Promise<Answer<ReportDto>> =>
  stage.as(who).get<ReportDto>(`/api/reports/${address}`);

/** Everything that the total says, without its code. */
const totalOf = ({ json }: Answer<ReportDto>): [string, number, number | null][] =>
  json.total.values.map(({ code, numerator, denominator }) => [code, numerator, denominator]);

async function refusal(who: PersonKey, address: string): Promise<[number, string | undefined]> {
  const { status, json } = await ask(who, address);
  const { field, errors } = json as unknown as { field?: string; errors?: { field: string }[] };
  return [status, field ?? errors?.[0]?.field];
}

describe.each(REPORT_CODES)('%s', (code) => {
  test('explains each of its numbers, in total and in every group', async () => {
    const { status, json } = await ask('coordinator', `${code}?groupBy=district,kind&compare=previous_year`);
    expect([code, status]).toEqual([code, 200]);
    expect(json).toMatchObject({ report: code, groupBy: ['district', 'kind'], notApplied: [] });
    const codes = json.figures.map((figure) => figure.code);
    expect(json.rows.length).toBeGreaterThan(1);
    for (const { group, values } of [json.total, ...json.rows]) {
      expect(values.map((value) => value.code)).toEqual(codes);
      for (const { numerator, denominator, value, previous } of values) {
        expect(value).toBe(
          denominator === null ? numerator : denominator === 0 ? null : numerator / denominator,
        );
        expect(previous).not.toBeNull();
      }
      for (const { title, value } of group) expect(title).toBe(value === null ? 'ohne Angabe' : title);
    }
    for (const { title, unit, numeratorTitle, denominatorTitle, definition, kind } of json.figures) {
      for (const words of [title, unit, numeratorTitle]) expect(words).toMatch(/\S/);
      expect(definition).toMatch(/^\p{Lu}.{20,}\.$/u);
      expect(denominatorTitle === null).toBe(kind === 'count');
      expect(unit === '%').toBe(kind === 'share');
    }
  });

  test('is the same for the staff of a house, its lead, its coach, its coordinator and the programme lead', async () => {
    const house = stage.city.houses.kita.id;
    const expected = totalOf(await ask('coordinator', `${code}?institutionId=${house}`));
    expect(expected.some(([, numerator, denominator]) => numerator + (denominator ?? 0) > 0)).toBe(true);
    for (const who of ['educator', 'lead', 'coach'] as const) {
      expect([who, totalOf(await ask(who, code))]).toEqual([who, expected]);
    }
    expect(totalOf(await ask('programmeLead', `${code}?institutionId=${house}`))).toEqual(expected);
  });

  test('has no row of a foreign municipality', async () => {
    const { json } = await ask('coordinator', `${code}?groupBy=municipality`);
    expect(json.rows).toHaveLength(1);
    const all = await ask('programmeLead', `${code}?groupBy=municipality`);
    expect(all.json.rows).toHaveLength(2);
  });
});

describe('the own house', () => {
  test('is the only one they may ask about; a foreign and an unknown one look the same', async () => {
    const { school, distant } = stage.city.houses;
    for (const who of ['educator', 'lead', 'coach'] as const) {
      for (const id of [school.id, distant.id, '00000000-0000-4000-8000-000000000000']) {
        expect([who, (await ask(who, `headline?institutionId=${id}`)).status]).toEqual([who, 404]);
      }
    }
    expect((await ask('formerCoach', 'headline')).status).toBe(404);
  });

  test('cannot be divided', async () => {
    expect(await refusal('educator', 'headline?groupBy=kind')).toEqual([422, 'groupBy']);
  });

  test('has to be named by who works in several', async () => {
    const { kita, school } = stage.city.houses;
    const role = { accountId: stage.city.people.schoolEducator.id, role: 'educator', institutionId: kita.id };
    await insertRow(stage.db, 'account_roles', { id: '00000000-0000-4000-8000-00000000e001', ...role });
    expect(await refusal('schoolEducator', 'headline')).toEqual([422, 'institutionId']);
    for (const { id } of [kita, school]) {
      expect((await ask('schoolEducator', `headline?institutionId=${id}`)).status).toBe(200);
    }
    await stage.db.query('delete from account_roles where id = $1', ['00000000-0000-4000-8000-00000000e001']);
  });

  test('is open to a coordinator who works in a house elsewhere', async () => {
    const { distant } = stage.city.houses;
    const role = { accountId: stage.city.people.coordinator.id, role: 'educator', institutionId: distant.id };
    await insertRow(stage.db, 'account_roles', { id: '00000000-0000-4000-8000-00000000e002', ...role });
    const expected = totalOf(await ask('distantCoordinator', `headline?institutionId=${distant.id}`));
    expect(totalOf(await ask('coordinator', `headline?institutionId=${distant.id}`))).toEqual(expected);
    const town = await ask('coordinator', 'headline?groupBy=municipality');
    expect(town.json.rows).toHaveLength(1);
    await stage.db.query('delete from account_roles where id = $1', ['00000000-0000-4000-8000-00000000e002']);
  });
});

describe('the question', () => {
  test('says what was applied, and what means nothing here', async () => {
    const query = 'kind=kita&familyCentre=false&focusArea=active_learning&schoolYear=2021';
    const { json } = await ask('coordinator', `coaching?${query}`);
    expect(json.filter).toEqual({
      ...{ municipalityId: stage.city.municipalityId, districtId: null, kind: 'kita', providerKind: null },
      ...{ familyCentre: false, socialIndexGroup: null, socialSituation: null },
      ...{ focusArea: 'active_learning', institutionId: null },
    });
    expect(json).toMatchObject({
      notApplied: ['focusArea'],
      period: { schoolYear: 2021, from: '2021-08-01', to: '2022-07-31', asOf: '2022-07-31' },
      previousPeriod: null,
      dataAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(json.total.values[0]?.previous).toBeNull();
  });

  test.each([
    ['groupBy=district,kind,provider_kind', 400, 'groupBy'],
    ['groupBy=kind,kind', 400, 'groupBy'],
    ['groupBy=name', 400, 'groupBy'],
    ['compare=next_year', 400, 'compare'],
    ['q=ahorn', 400, 'q'],
    ['from=2026-02-30&to=2026-03-01', 400, 'from'],
    ['focusArea=swimming', 422, 'focusArea'],
    ['from=2026-02-01', 422, 'to'],
    ['from=2026-02-02&to=2026-02-01', 422, 'to'],
    ['from=2023-01-01&to=2026-01-01', 422, 'to'],
    ['from=2026-01-01&to=2026-02-01&schoolYear=2025', 422, 'schoolYear'],
  ])('%s is refused', async (query, status, field) => {
    expect(await refusal('coordinator', `adoption?${query}`)).toEqual([status, field]);
  });

  test('names no foreign city, district or house, and none that nobody knows', async () => {
    const { distantMunicipalityId, distantDistrictId, houses } = stage.city;
    const foreign = { municipalityId: distantMunicipalityId, districtId: distantDistrictId };
    const nobodys = '00000000-0000-4000-8000-000000000000';
    for (const [name, id] of Object.entries({ ...foreign, institutionId: houses.distant.id })) {
      for (const value of [id, nobodys]) {
        expect([name, await refusal('coordinator', `reach?${name}=${value}`)]).toEqual([name, [404, name]]);
        const file = await stage.as('coordinator').get(`/api/exports/reports/reach.csv?${name}=${value}`);
        expect([name, file.status]).toEqual([name, 404]);
      }
      expect((await ask('programmeLead', `reach?${name}=${id}`)).status).toBe(200);
    }
    const own = `municipalityId=${stage.city.municipalityId}&focusArea=active_learning`;
    expect((await ask('educator', `dose?${own}`)).status).toBe(200);
    expect((await ask('educator', `dose?municipalityId=${distantMunicipalityId}`)).status).toBe(404);
  });

  test('names a filter that it does not know', async () => {
    const { json } = await ask('coordinator', 'reach?stadtteil=nord');
    expect(json).toMatchObject({
      ...{ status: 400, field: 'stadtteil' },
      title: 'Den Filter „stadtteil“ gibt es hier nicht: Bitte weglassen oder anders schreiben.',
    });
  });

  test('may repeat a parameter instead of a comma', async () => {
    const [comma, repeated] = [
      await ask('coordinator', 'adoption?groupBy=kind,district'),
      await ask('coordinator', 'adoption?groupBy=kind&groupBy=district'),
    ];
    expect(repeated.json.rows).toEqual(comma.json.rows);
  });

  test('nobody knows is a page that does not exist', async () => {
    expect((await ask('coordinator', 'constructor')).status).toBe(404);
  });
});

test('read no table about single children', async () => {
  const tables =
    'children, consents, child_transfers, test_days, test_day_groups, assessments, results, trials';
  await stage.db.query(`revoke all on ${tables}, scores from olympia_app`);
  for (const code of REPORT_CODES) {
    const { status } = await ask('coordinator', `${code}?groupBy=district&compare=previous_year`);
    expect([code, status]).toEqual([code, 200]);
    expect([code, (await ask('educator', code)).status]).toEqual([code, 200]);
  }
});
