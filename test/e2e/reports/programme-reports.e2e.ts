import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type pg from 'pg';
import type { OverviewDto } from '../../../src/reporting/overview/overview.dto.js';
import type { ProgrammeFiguresDto } from '../../../src/reporting/overview/programme.dto.js';
import type { FractionDto, ReportDto, ReportRowDto } from '../../../src/reporting/reports/report.dto.js';
import { startApp, type TestApp } from '../../support/app.js';
import { signedIn } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect } from '../../support/rows.js';
import { askReport } from './ask-report.js';
import { NOW, ProgrammeTown } from './programme-town.js';

/* What the programme did, counted in one's head from programme-town.ts, and held against the answers. */

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let town: ProgrammeTown;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = await ProgrammeTown.build(db);
  app = await startApp(database.runtime);
  app.clock.standAt(NOW);
});

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

const ask = (address: string, who = 'coordinator'): Promise<ReportDto> =>
  askReport(app, town.people[who]!, address);

type Counts = Record<string, number | [number, number]>;

const countOf = ({ numerator, denominator }: FractionDto): number | [number, number] =>
  denominator === null ? numerator : [numerator, denominator];

function countsOf({ values }: ReportRowDto): Counts {
  return Object.fromEntries(values.map((value) => [value.code, countOf(value)]));
}

function previousOf({ values }: ReportRowDto): Counts {
  return Object.fromEntries(values.map(({ code, previous }) => [code, countOf(previous!)]));
}

async function totals(address: string, who?: string): Promise<Counts> {
  return countsOf((await ask(address, who)).total);
}

/** Each row under the titles of its groups. */
async function rows(address: string, who?: string): Promise<Record<string, Counts>> {
  const report = await ask(address, who);
  return Object.fromEntries(
    report.rows.map((row) => [row.group.map(({ title }) => title).join(' · '), countsOf(row)]),
  );
}

describe('adoption', () => {
  test('counts what was chosen for the year, also where its day is to come, and not what was cancelled', async () => {
    // Ahorn 3 (children, parents in March, children), Birke 4 (wish for children, parents three times), Ceder 1 (staff, on 1 August),
    // Dorn 1 (wish for children; takes no part) = 9. Participating: Ahorn, Birke, Ceder, who left in September = 3.
    expect(await totals('adoption')).toEqual({
      modules_per_institution: [9, 3],
      with_children_module: [2, 3], // Ahorn, Birke
      with_parents_module: [2, 3], // Ahorn, Birke
      with_staff_module: [1, 3], // Ceder
    });
    const { total } = await ask('adoption');
    expect(total.values.map(({ value }) => value)).toEqual([3, 2 / 3, 2 / 3, 1 / 3]);
  });

  test('ends with 31 July: the year before is another', async () => {
    // Ceder's on 31 July, Ahorn's two. Participating: Ahorn, Ceder.
    expect(await totals('adoption?schoolYear=2025')).toEqual({
      modules_per_institution: [3, 2],
      with_children_module: [2, 2],
      with_parents_module: [1, 2],
      with_staff_module: [0, 2],
    });
  });

  test('compares with what had been chosen by the same day', async () => {
    const { total, previousPeriod } = await ask('adoption?compare=previous_year');
    expect(previousPeriod).toEqual({
      ...{ schoolYear: 2025, from: '2025-08-01', to: '2026-07-31', asOf: '2025-11-20' },
    });
    // By 20 November 2025: Ahorn's for May (chosen on the 10th) and the one of October (entered later); not Ceder's of January.
    expect(previousOf(total)).toEqual({
      modules_per_institution: [2, 2],
      with_children_module: [1, 2],
      with_parents_module: [1, 2],
      with_staff_module: [0, 2],
    });
  });

  test('puts a house into the district of the end of the period', async () => {
    expect(await rows('adoption?groupBy=district')).toEqual({
      // Ahorn 3, Dorn 1; only Ahorn takes part.
      Nord: {
        modules_per_institution: [4, 1],
        with_children_module: [1, 1],
        with_parents_module: [1, 1],
        with_staff_module: [0, 1],
      },
      // Birke 4, Ceder 1.
      Süd: {
        modules_per_institution: [5, 2],
        with_children_module: [1, 2],
        with_parents_module: [1, 2],
        with_staff_module: [1, 2],
      },
    });
    const before = await ask('adoption?groupBy=district&schoolYear=2025');
    // Ceder was still in Nord, and Birke did not take part yet.
    expect(before.rows.map((row) => row.values[0])).toMatchObject([
      { numerator: 3, denominator: 2, value: 1.5 },
      { numerator: 0, denominator: 0, value: null },
    ]);
  });

  test('can be about one focus area; the houses stay the same', async () => {
    // Of parents' talks: Ahorn 1, Birke 3.
    expect(await totals('adoption?focusArea=health_promotion')).toMatchObject({
      modules_per_institution: [4, 3],
      with_children_module: [0, 3],
      with_parents_module: [2, 3],
    });
  });
});

describe('fidelity', () => {
  test('counts what was planned for a day that has come, cancelled ones among them', async () => {
    // Ahorn 2 of 2, Ceder 1 of 1; Birke 1 of 3: the talk of 1 October, but the one of today and the cancelled one not.
    expect(await totals('fidelity')).toEqual({ modules_delivered: [4, 6] });
    expect(await rows('fidelity?groupBy=district,kind')).toEqual({
      'Nord · Kita': { modules_delivered: [2, 2] },
      'Süd · Kita': { modules_delivered: [1, 1] },
      'Süd · Schule': { modules_delivered: [1, 3] },
    });
  });

  test('has no value where nothing was planned', async () => {
    const { total } = await ask(`fidelity?institutionId=${town.ids['dorn']}`);
    expect(total.values).toEqual([
      { code: 'modules_delivered', numerator: 0, denominator: 0, value: null, previous: null },
    ]);
  });

  test('compares with the same days of the year before', async () => {
    const { total } = await ask('fidelity?compare=previous_year');
    expect(previousOf(total)).toEqual({ modules_delivered: [1, 1] }); // Ahorn's talk of October
    expect(await totals('fidelity?focusArea=health_promotion')).toEqual({ modules_delivered: [1, 2] });
  });
});

describe('training', () => {
  test('counts people, who may work in two houses, once', async () => {
    expect(await totals('training')).toEqual({
      // At work: Anna, Bert, Cem, Emil; not Dora (left), Gero (to come), Fay (takes no part). Minutes: Anna 420, Bert 180, Emil 180, Cem 170.
      staff_trained: [3, 4],
      institutions_two_trained: [1, 3], // Ahorn: Anna, Bert
      // 180 + 60 Anna, 180 Bert, 170 Cem, 45 Dora, 90 Emil = 725 minutes = 16.1 units; what was before 1 August is not of this year.
      teaching_units: 16.1,
      people_attended: 5,
      trainings_held: 2,
    });
    expect(await rows('training?groupBy=kind')).toEqual({
      Kita: {
        staff_trained: [3, 3], // Anna, Bert, Emil
        institutions_two_trained: [1, 2],
        teaching_units: 11, // 180 + 180 + 45 + 90 = 495
        people_attended: 4, // Anna, Bert, Dora, Emil
        trainings_held: 2,
      },
      Schule: {
        staff_trained: [1, 2], // Anna, not Cem
        institutions_two_trained: [0, 1],
        teaching_units: 5.1, // 60 + 170 = 230
        people_attended: 2, // Anna, Cem
        trainings_held: 2,
      },
    });
  });

  test('counts hours up to the day, in whatever year', async () => {
    // On 20 November 2025 nobody had attended anything; at work were Anna, Bert, Dora, Emil in the two houses that took part.
    const { total } = await ask('training?compare=previous_year');
    expect(previousOf(total)).toEqual({
      ...{ staff_trained: [0, 4], institutions_two_trained: [0, 2] },
      ...{ teaching_units: 0, people_attended: 0, trainings_held: 0 },
    });
    // By 31 July 2026: Anna 180 in June; Emil only 90 of his 180.
    expect(await totals('training?schoolYear=2025')).toEqual({
      ...{ staff_trained: [1, 4], institutions_two_trained: [0, 2] },
      ...{ teaching_units: 6, people_attended: 2, trainings_held: 2 }, // 180 + 90 = 270
    });
  });

  test('can be about one focus area', async () => {
    expect(await totals('training?focusArea=health_promotion')).toEqual({
      ...{ staff_trained: [1, 4], institutions_two_trained: [0, 3] }, // Anna in June
      ...{ teaching_units: 0, people_attended: 0, trainings_held: 0 },
    });
  });
});

describe('coaching', () => {
  test('counts talks that took place, and the days since the last one', async () => {
    expect(await totals('coaching')).toEqual({
      contacts_per_institution: [3, 3], // Ahorn, Birke, Dorn
      hours_per_institution: [1.5, 3], // 30 + 45 + 15 minutes
      // Ahorn since 1 August 111, Birke today 0, Ceder since 1 October 2025 415; Dorn takes no part.
      days_since_contact: [526, 3],
      institutions_without_contact: [1, 3], // Ceder
    });
  });

  test('compares with the same days of the year before', async () => {
    const { total } = await ask('coaching?compare=previous_year');
    const { hours_per_institution: hours, ...others } = previousOf(total);
    expect(others).toEqual({
      contacts_per_institution: [1, 2], // Ceder
      days_since_contact: [50, 1], // Ceder; Ahorn had had none
      institutions_without_contact: [1, 2], // Ahorn
    });
    expect((hours as number[])[0]).toBeCloseTo(40 / 60, 10);
  });

  test('can be about any days', async () => {
    expect(await totals('coaching?from=2026-07-31&to=2026-08-01')).toMatchObject({
      contacts_per_institution: [2, 2], // both at Ahorn, over the turn of the year; Birke does not take part yet
      hours_per_institution: [1.5, 2], // 60 + 30
    });
  });

  test('divides by what only some houses have', async () => {
    const { rows: groups } = await ask('coaching?groupBy=social_index_group');
    expect(groups.map(({ group, values }) => [group[0], values[0]?.numerator])).toEqual([
      [{ dimension: 'social_index_group', value: '7-9', title: '7 bis 9' }, 1],
      [{ dimension: 'social_index_group', value: null, title: 'ohne Angabe' }, 2],
    ]);
    // The district's where the house has none of its own: Nord is high, Süd says nothing.
    const situation = await rows('coaching?groupBy=social_situation');
    expect(
      Object.entries(situation).map(([title, counts]) => [title, counts['contacts_per_institution']]),
    ).toEqual([
      ['hoch', [2, 1]], // Ahorn, Dorn
      ['ohne Angabe', [1, 2]], // Birke, Ceder
    ]);
    expect(Object.keys(await rows('coaching?groupBy=family_centre,provider_kind'))).toEqual([
      ...[
        'Familienzentrum · kommunal',
        'kein Familienzentrum · kommunal',
        'kein Familienzentrum · katholisch',
      ],
    ]);
  });
});

describe('headline', () => {
  const NOW_HERE = {
    ...{ consultations: 3, trainings: 2, talks: 1, workshops: 1, events: 1, institutions: 3 },
    children: 34, // Bären 20, Igel 14 on 1 August; nothing in the 3b
    staff: 5,
    parents: 42, // 30 + 12
  };

  test('is the row by which symbioun reports', async () => {
    expect(await totals('headline')).toEqual(NOW_HERE);
  });

  test('knows who had joined and who had left', async () => {
    expect(await totals('headline?from=2026-08-01&to=2026-08-31')).toMatchObject({ institutions: 2 }); // Ahorn, Ceder
    expect(await totals('headline?from=2026-09-16&to=2026-09-30')).toMatchObject({ institutions: 2 }); // Ahorn, Birke
    expect(await totals('headline?from=2026-09-01&to=2026-09-15')).toMatchObject({ institutions: 3 });
  });

  test('counts once in total what stands in two rows', async () => {
    const kinds = await rows('headline?groupBy=kind');
    expect(kinds).toMatchObject({ Kita: { staff: 4, trainings: 2 }, Schule: { staff: 2, trainings: 2 } });
    expect((await ask('headline?groupBy=kind')).total.values).toEqual((await ask('headline')).total.values);
  });

  test('a group that there was only a year before has its row', async () => {
    const query = 'coaching?groupBy=provider_kind&compare=previous_year&from=2026-10-01&to=2026-10-31';
    const report = await ask(query);
    expect(report.rows.map(({ group }) => group[0]!.title)).toEqual(['kommunal', 'katholisch']);
    expect(previousOf(report.rows[1]!)['contacts_per_institution']).toEqual([1, 1]);
  });
});

describe('whose figures', () => {
  test('the programme lead counts all towns, and each of them', async () => {
    const towns = await rows('headline?groupBy=municipality', 'programmeLead');
    expect(Object.keys(towns)).toEqual(['Fernstadt', 'Musterstadt']);
    expect(towns['Musterstadt']).toEqual(await totals('headline'));
    expect(towns['Fernstadt']).toEqual(await totals('headline', 'farCoordinator'));
    expect(await totals('headline', 'programmeLead')).toMatchObject({
      ...{ consultations: 4, institutions: 4, children: 64, staff: 6, parents: 82 },
    });
    // Two districts have the same name.
    const districts = await rows('headline?groupBy=district', 'programmeLead');
    expect(Object.keys(districts)).toEqual(['Nord (Fernstadt)', 'Nord (Musterstadt)', 'Süd']);
  });

  test('staff count their own house', async () => {
    // Ahorn: its talk, the autumn training for Anna, Bert and Dora, a workshop and a festival, the Bären.
    expect(await totals('headline', 'educator')).toEqual({
      ...{ consultations: 1, trainings: 1, talks: 0, workshops: 1, events: 1 },
      ...{ institutions: 1, children: 20, staff: 3, parents: 30 },
    });
  });
});

describe('the files', () => {
  async function file(address: string, who = 'coordinator'): Promise<Answer> {
    const answer = await signedIn(app, town.people[who]!).get(`/api/exports/reports/${address}`);
    expect([address, answer.status]).toEqual([address, 200]);
    return answer;
  }
  const QUERY = 'groupBy=district,kind&compare=previous_year';
  /** Row, both groups, figure, and the three numbers, now and a year before: as the page has them. */
  const expectedOf = async (code: string): Promise<unknown[][]> => {
    const { total, rows: groups, figures } = await ask(`${code}?${QUERY}`);
    return [total, ...groups].flatMap(({ group, values }, i) =>
      values.map(({ numerator, denominator, value, previous }, n) => [
        ...[i === 0 ? 'total' : 'group', ...(i === 0 ? [null, null] : group.map(({ title }) => title))],
        ...[figures[n]!.code, numerator, denominator, value],
        ...[previous!.numerator, previous!.denominator, previous!.value],
      ]),
    );
  };

  test.each(['headline', 'adoption', 'training', 'coaching'])(
    'of %s say what the page says',
    async (code) => {
      const expected = await expectedOf(code);
      const machine = parse((await file(`${code}.csv?form=machine&${QUERY}`)).text, { columns: true });
      const number = (text: string): number | null => (text === '' ? null : Number(text));
      expect(
        (machine as Record<string, string>[]).map((line) => [
          ...[line['row'], line['district'] || null, line['kind'] || null, line['figure']],
          ...[number(line['numerator']!), number(line['denominator']!), number(line['value']!)],
          ...[number(line['previous_numerator']!), number(line['previous_denominator']!)],
          number(line['previous_value']!),
        ]),
      ).toEqual(expected.map(([row, district, kind, ...rest]) => [row, district, codeOf(kind), ...rest]));

      const { sheets } = await readXlsx(new Uint8Array((await file(`${code}.xlsx?${QUERY}`)).bytes));
      const [header, ...lines] = sheets[0]!.rows;
      const at = (title: string): number => header!.indexOf(title);
      const kinds = at('Art der Zahl');
      const columns = ['Zähler', 'Nenner', 'Zähler im Vorjahr', 'Nenner im Vorjahr'].map(at);
      expect(lines.map((line) => columns.map((column) => line[column]))).toEqual(
        expected.map((row) => [row[4], row[5], row[7], row[8]].map((value) => shortened(value))),
      );
      // Shares are percentages for people; the rest has the decimals of its figure.
      lines.forEach((line, i) => {
        const value = expected[i]![6] as number | null;
        const shown = value === null ? null : line[kinds] === 'Anteil' ? value * 100 : value;
        if (shown === null) expect(line[at('Wert')]).toBeNull();
        else expect(Math.abs((line[at('Wert')] as number) - shown)).toBeLessThanOrEqual(0.5);
      });
    },
  );

  test('are readable: German words, decimal commas, and what was asked for', async () => {
    const csv = (await file(`coaching.csv?groupBy=district&schoolYear=2026`)).text;
    const [header, ...lines] = csv.trimEnd().split('\r\n');
    expect(header).toMatch(/^\uFEFF?Zeile;Stadtbezirk;Kennzahl;Art der Zahl;Einheit;Zähler;/);
    expect(lines.find((line) => line.includes('Beratungsstunden'))).toMatch(
      /^Gesamt;;Beratungsstunden je Einrichtung;Verhältnis;Stunden je Einrichtung;1,5;Stunden Beratung;3;Teilnehmende Einrichtungen;0,5;;;;01\.08\.2026;31\.07\.2027;20\.11\.2026;/,
    );
    expect(lines.filter((line) => line.startsWith('Gruppe;Nord;'))).toHaveLength(4);
    const answer = await file('coaching.xlsx?groupBy=district&compare=previous_year&kind=kita');
    expect(answer.headers['content-disposition']).toContain(
      'olympia-ruft_kennzahlen-beratung_2026-27_2026-11-20.xlsx',
    );
    const { sheets } = await readXlsx(new Uint8Array(answer.bytes));
    expect(sheets.map(({ name }) => name)).toEqual(['Kennzahlen Beratung', 'Filter']);
    expect(sheets[1]!.rows).toEqual(
      expect.arrayContaining([
        ['Kommune', 'Musterstadt'],
        ['Kita-/Schuljahr', '2026/27'],
        ['Art', 'Kita'],
        ['Aufteilung', 'Stadtbezirk'],
        ['Vergleich', 'Vorjahr'],
      ]),
    );
  });

  test('staff take away the figures of their own house only', async () => {
    const { sheets } = await readXlsx(new Uint8Array((await file('headline.xlsx', 'educator')).bytes));
    expect(sheets[1]!.rows).toContainEqual(['Einrichtung', 'Kita Ahorn']);
    const foreign = `/api/exports/reports/headline.csv?institutionId=${town.ids['birke']}`;
    expect((await signedIn(app, town.people['educator']!).get(foreign)).status).toBe(404);
  });
});

const codeOf = (kind: unknown): unknown => ({ Kita: 'kita', Schule: 'school' })[kind as string] ?? kind;
/** Numerators are shown with two decimals at most. */
const shortened = (value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

test.each([
  '',
  'kind=kita',
  'schoolYear=2025',
  'providerKind=catholic',
  'socialIndexGroup=7-9',
  'kind=school&schoolYear=2025',
])('says what the overview says (%s)', async (query) => {
  const client = signedIn(app, town.people['coordinator']!);
  const programme = (await client.get<ProgrammeFiguresDto>(`/api/overview/programme?${query}`)).json;
  const overview = (await client.get<OverviewDto>(`/api/overview?${query}`)).json;
  const headline = await totals(`headline?${query}`);
  const { trained, modules, contacts, trainings } = programme;
  expect(headline).toMatchObject({
    ...{ consultations: contacts.held, trainings: trainings.held, staff: trainings.people },
    ...{ institutions: overview.institutions.participating, children: overview.children.reached },
    parents: programme.formats.reduce((sum, { parents }) => sum + parents, 0),
  });
  expect(await totals(`fidelity?${query}`)).toEqual({
    modules_delivered: [modules.delivered, modules.planned],
  });
  expect(await totals(`training?${query}`)).toMatchObject({
    staff_trained: [trained.trained, trained.staff],
    institutions_two_trained: [trained.withTwo, trained.institutions],
    teaching_units: Math.round((trainings.minutes / 45) * 10) / 10,
  });
  const coaching = await totals(`coaching?${query}`);
  expect(coaching['contacts_per_institution']).toEqual([contacts.held, trained.institutions]);
});
