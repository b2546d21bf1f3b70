import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { FigureValueDto, ReportDto, ReportRowDto } from '../../../src/reporting/reports/report.dto.js';
import { startApp, type TestApp } from '../../support/app.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect } from '../../support/rows.js';
import { askReport } from './ask-report.js';
import { ActivityTown, NOW } from './activity-town.js';

/* Key figures about activities, against numbers worked out by hand; who is who and which weeks count: activity-town.ts. */

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let town: ActivityTown;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  town = await ActivityTown.build(db);
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

type Counts = [numerator: number, denominator: number | null];
const countsOf = ({ values }: ReportRowDto): Record<string, Counts> =>
  Object.fromEntries(values.map(({ code, numerator, denominator }) => [code, [numerator, denominator]]));

async function total(address: string, who?: string): Promise<Record<string, Counts>> {
  return countsOf((await ask(address, who)).total);
}

async function groups(address: string): Promise<[string[], Record<string, Counts>][]> {
  const { rows } = await ask(address);
  return rows.map((row) => [row.group.map(({ title }) => title), countsOf(row)]);
}

/** The year before: of each figure its fraction, and what it comes to. */
async function before(address: string): Promise<Record<string, unknown>> {
  const { total: row } = await ask(`${address}?compare=previous_year`);
  const fractionOf = ({ previous }: FigureValueDto): unknown[] => [
    ...[previous!.numerator, previous!.denominator, previous!.value],
  ];
  return Object.fromEntries(row.values.map((value) => [value.code, fractionOf(value)]));
}

describe('reach', () => {
  test('counts those who take part of all, the active of those who take part, and children by groups', async () => {
    expect(await total('reach')).toEqual({
      // Ahorn, Birke, Ceder, Fichte, Ginster of these and Dorn, Eibe; Holunder has closed without having done anything.
      institutions_reached: [5, 7],
      // Without Fichte.
      institutions_active: [4, 5],
      // Bären, 1a, Hasen, Hummeln of these and Füchse, 1b; Dorn's Wölfe take no part.
      children_reached: [20 + 0 + 10 + 12, 20 + 15 + 0 + 24 + 10 + 12],
      groups_reached: [4, 6],
    });
  });

  test('adds up over the districts, and says where nobody is', async () => {
    expect(await groups('reach?groupBy=district')).toMatchObject([
      [['Nord'], { institutions_reached: [2, 4], institutions_active: [1, 2], children_reached: [20, 35] }],
      [['Süd'], { institutions_reached: [3, 3], institutions_active: [3, 3], children_reached: [22, 46] }],
    ]);
    const { total: nobody } = await ask(`reach?districtId=${town.ids['Leer']}`);
    expect(nobody.values.map(({ numerator, denominator, value }) => [numerator, denominator, value])).toEqual(
      Array.from({ length: 4 }, () => [0, 0, null]),
    );
  });

  test('of a focus area asks who is active in it, of the same houses', async () => {
    expect(await total('reach?focusArea=health_promotion')).toEqual({
      ...{ institutions_reached: [5, 7], institutions_active: [1, 5] },
      ...{ children_reached: [20, 81], groups_reached: [1, 6] },
    });
  });

  test('stands beside the same part of the year before', async () => {
    // Up to 20 November 2025: Ahorn, Ceder, Ginster and Holunder took part, of these and Birke, Dorn, Eibe, Fichte. Ceder and Ginster had
    // begun.
    expect(await before('reach')).toEqual({
      ...{ institutions_reached: [4, 8, 0.5], institutions_active: [2, 4, 0.5] },
      ...{ children_reached: [11 + 13, 18 + 11 + 13 + 9, 24 / 51], groups_reached: [2, 4, 0.5] },
    });
  });
});

describe('dose', () => {
  test('divides the minutes by the weeks of the active groups, both of the same weeks', async () => {
    expect(await total('dose')).toEqual({
      // Ahorn 30 + 40 + 25 + 35 in 9 weeks (without 30 in the holidays and 20 in the week that was closed), Birke 60 + 45 in 6, Ceder 50 in 3,
      // Ginster 25 in 5; one active group each.
      minutes_per_group_week: [130 + 105 + 50 + 25, 9 + 6 + 3 + 5],
      activities: [6 + 2 + 1 + 1, null],
      minutes: [360, null],
    });
  });

  test('counts the running week from its Thursday on, with its minutes', async () => {
    const ahorn = `dose?institutionId=${town.ids['Kita Ahorn']}`;
    app.clock.standAt('2026-11-18T11:00:00Z');
    // Without the week of 16 November and the 35 of its Tuesday.
    expect(await total(ahorn)).toMatchObject({ minutes_per_group_week: [95, 8], minutes: [180, null] });
    app.clock.standAt('2026-11-19T11:00:00Z');
    expect(await total(ahorn)).toMatchObject({ minutes_per_group_week: [130, 9], minutes: [180, null] });
    app.clock.standAt(NOW);
  });

  test('by kind, of one house and of one focus area', async () => {
    expect(await groups('dose?groupBy=kind')).toMatchObject([
      [['Kita'], { minutes_per_group_week: [205, 17] }],
      [['Schule'], { minutes_per_group_week: [105, 6] }],
    ]);
    const ahorn = `institutionId=${town.ids['Kita Ahorn']}`;
    expect(await total(`dose?${ahorn}`)).toMatchObject({ minutes_per_group_week: [130, 9] });
    expect(await total('dose?focusArea=health_promotion')).toEqual({
      ...{ minutes_per_group_week: [25, 9], activities: [1, null], minutes: [25, null] },
    });
  });

  test('ends a year on 31 July and begins one on 1 August', async () => {
    // Ahorn 60 on 31 July; Ceder 40, Ginster 30 + 99, Holunder 40.
    expect(await total('dose?schoolYear=2025')).toMatchObject({
      activities: [5, null],
      minutes: [269, null],
    });
    expect(await total('dose?from=2026-07-31&to=2026-08-01')).toEqual({
      // Two days of summer holidays, and no Thursday.
      ...{ minutes_per_group_week: [0, 0], activities: [2, null], minutes: [90, null] },
    });
  });

  test('stands beside the same part of the year before', async () => {
    // School weeks up to 20 November 2025: 25 Aug · 1 8 15 22 29 Sep · 6 27 Oct · 3 10 17 Nov: 11 for Ceder, 11 for Ginster. What Ceder did
    // was in the holidays, what Ginster did on the 21st comes later.
    expect(await before('dose')).toEqual({
      minutes_per_group_week: [30, 22, 30 / 22],
      ...{ activities: [2, null, 2], minutes: [70, null, 70] },
    });
  });
});

describe('the reporting rate', () => {
  test('divides the weeks reported by those expected and over, and those on time by those reported', async () => {
    expect(await total('reporting-rate')).toEqual({
      // Ahorn 31 Aug, 7 Sep and 2 Nov of 8 (that of 14 September was closed, that of 16 November runs), Birke 28 Sep and 5 Oct of 5,
      // Ceder 14 Sep of 3, Fichte none of 9, Ginster 7 Sep of 5.
      weeks_reported: [3 + 2 + 1 + 0 + 1, 8 + 5 + 3 + 9 + 5],
      // Ahorn entered that of 7 September a second too late.
      weeks_on_time: [6, 7],
    });
  });

  test('by district, and of the own house for who works there', async () => {
    expect(await groups('reporting-rate?groupBy=district')).toEqual([
      [['Nord'], { weeks_reported: [3, 17], weeks_on_time: [2, 3] }],
      [['Süd'], { weeks_reported: [4, 13], weeks_on_time: [4, 4] }],
    ]);
    expect(await total('reporting-rate', 'educator')).toEqual({
      ...{ weeks_reported: [3, 8], weeks_on_time: [2, 3] },
    });
  });

  test('takes the weeks whose Thursday lies in a range', async () => {
    // From a Friday to a Wednesday: 7 14 21 28 Sep. Ahorn 1 of 3 (late), Birke 1 of 1, Ceder 1 of 2, Fichte 0 of 4, Ginster 1 of 4.
    const range = 'from=2026-09-04&to=2026-10-07';
    expect(await total(`reporting-rate?${range}`)).toEqual({
      ...{ weeks_reported: [4, 14], weeks_on_time: [3, 4] },
    });
    // Ahorn 40 in 3 weeks, Birke 60 in 1 (the 45 belong to the week after), Ceder 50 in 2, Ginster 25 in 4.
    expect(await total(`dose?${range}`)).toMatchObject({ minutes_per_group_week: [175, 10] });
  });

  test('gives the week over the end of a year to the year of its Thursday', async () => {
    // Thursdays from 7 August 2025 to 30 July 2026; what Fern did on Saturday, 1 August reports the last of them.
    expect(await total('reporting-rate?schoolYear=2025', 'far')).toMatchObject({ weeks_reported: [1, 52] });
    // Mondays from 3 August to 9 November.
    expect(await total('reporting-rate', 'far')).toMatchObject({ weeks_reported: [0, 15] });
    expect(await total('dose', 'far')).toMatchObject({ activities: [1, null] });
  });

  test('says that it is about no focus area, and nothing where nothing is expected', async () => {
    const { notApplied, filter } = await ask('reporting-rate?focusArea=health_promotion');
    expect({ notApplied, focusArea: filter.focusArea }).toMatchObject({ notApplied: ['focusArea'] });
    // Up to 20 November 2025: Ahorn 9 weeks over, Ceder, Ginster and Holunder 10 each; Ceder's activity was in the holidays, and Ginster's
    // week still ran.
    expect(await before('reporting-rate')).toEqual({
      ...{ weeks_reported: [0, 39, 0], weeks_on_time: [0, 0, null] },
    });
  });
});

describe('maintenance', () => {
  test('counts those active again of those active the year before, also if they have closed', async () => {
    // Ahorn, Ceder, Ginster of these and Holunder.
    expect(await total('maintenance')).toEqual({ institutions_maintained: [3, 4] });
    expect(await groups('maintenance?groupBy=district,kind')).toEqual([
      [['Nord', 'Kita'], { institutions_maintained: [1, 1] }],
      [['Süd', 'Kita'], { institutions_maintained: [2, 3] }],
      [['Süd', 'Schule'], { institutions_maintained: [0, 0] }],
    ]);
  });

  test('of a range asks about the same days a year before, of a focus area about it alone', async () => {
    // November: only Ginster a year before, and it has closed.
    expect(await total('maintenance?from=2026-11-01&to=2026-11-30')).toEqual({
      institutions_maintained: [0, 1],
    });
    expect(await total('maintenance?focusArea=health_promotion')).toEqual({
      institutions_maintained: [0, 0],
    });
    expect(await before('maintenance')).toEqual({ institutions_maintained: [0, 0, null] });
  });
});

test('the programme lead has the sums of all towns, by town', async () => {
  // Fern: 40 minutes before the first of 16 school weeks since 3 August.
  expect(await total('dose', 'programmeLead')).toMatchObject({
    ...{ minutes_per_group_week: [310, 23 + 16], minutes: [400, null] },
  });
  const { rows } = await ask('dose?groupBy=municipality', 'programmeLead');
  expect(rows.map(({ group, values }) => [group[0]!.title, values[0]!.numerator])).toEqual([
    ['Fernstadt', 0],
    ['Musterstadt', 310],
  ]);
});
