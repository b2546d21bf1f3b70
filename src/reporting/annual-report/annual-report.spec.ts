import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FigureValueDto, ReportDto, ReportRowDto } from '../reports/report.dto.js';
import {
  type AnnualFigures,
  DIVISIONS,
  type Division,
  type MotorSkills,
  type PublishedCell,
} from './annual-figures.js';
import { composeReport } from './compose.js';
import type { AnnualReportContentDto } from './content.dto.js';
import { openAnnualReport } from './document/annual-report-document.js';

/** Kinds of the figures, by question; what they mean is long, as in the real catalogue. */
const CATALOGUE: Record<string, Record<string, 'share' | 'ratio' | 'count'>> = {
  headline: Object.fromEntries(
    [
      'consultations',
      'trainings',
      'talks',
      'workshops',
      'events',
      'institutions',
      'children',
      'staff',
      'parents',
    ].map((code) => [code, 'count']),
  ),
  reach: {
    institutions_reached: 'share',
    institutions_active: 'share',
    children_reached: 'share',
    groups_reached: 'share',
  },
  dose: { minutes_per_group_week: 'ratio', activities: 'count', minutes: 'count' },
  adoption: {
    modules_per_institution: 'ratio',
    with_children_module: 'share',
    with_parents_module: 'share',
    with_staff_module: 'share',
  },
  fidelity: { modules_delivered: 'share' },
  training: {
    staff_trained: 'share',
    institutions_two_trained: 'share',
    teaching_units: 'count',
    people_attended: 'count',
    trainings_held: 'count',
  },
  coaching: {
    contacts_per_institution: 'ratio',
    hours_per_institution: 'ratio',
    days_since_contact: 'ratio',
    institutions_without_contact: 'share',
  },
  'reporting-rate': { weeks_reported: 'share', weeks_on_time: 'share' },
  maintenance: { institutions_maintained: 'share' },
};

const DEFINITION =
  'Fachkräfte, die bis zum Stichtag mindestens 4 UE (180 Minuten) Fortbildung besucht haben, von allen, die am Stichtag in einer teilnehmenden Einrichtung arbeiten.';

function report(name: string, size: number, groups: string[] = []): ReportDto {
  const figures = Object.entries(CATALOGUE[name]!).map(([code, kind]) => ({
    ...{ code, kind, title: `Kennzahl ${code}`, unit: kind === 'share' ? '%' : 'je Einrichtung' },
    ...{
      numeratorTitle: 'Zähler',
      denominatorTitle: 'Nenner',
      definition: DEFINITION,
      decimals: kind === 'ratio' ? 1 : 0,
    },
  }));
  const row = (share: number, group: ReportRowDto['group']): ReportRowDto => ({
    group,
    values: figures.map(({ code, kind }, i) => valueOf(code, kind, Math.round(size * share), i)),
  });
  return {
    ...{ report: name, title: name, filter: {} as ReportDto['filter'], notApplied: [], groupBy: [], figures },
    ...{ period: PERIOD, previousPeriod: PERIOD, dataAt: '2026-07-31T22:00:00Z' },
    total: row(1, []),
    rows: groups.map((title) => row(1 / groups.length, [{ dimension: '', value: title, title }])),
  };
}

function valueOf(code: string, kind: string, size: number, i: number): FigureValueDto {
  const fraction = (numerator: number): Omit<FigureValueDto, 'code' | 'previous'> =>
    kind === 'count'
      ? { numerator, denominator: null, value: numerator }
      : { numerator, denominator: size, value: size === 0 ? null : numerator / size };
  const numerator = Math.round(size * (0.5 + i / 10));
  return { code, ...fraction(numerator), previous: fraction(Math.round(numerator * 0.9)) };
}

const PERIOD = { schoolYear: 2025, from: '2025-08-01', to: '2026-07-31', asOf: '2026-07-31' };

const GROUPS: Record<Division, string[]> = {
  district: ['Wanne', 'Eickel', 'Herne-Mitte', 'Sodingen'],
  kind: ['Kita', 'Schule'],
  provider_kind: [
    'kommunal',
    'evangelisch',
    'katholisch',
    'AWO',
    'Caritas',
    'DRK',
    'Parität/Elterninitiative',
    'sonstiger freier Träger',
  ],
  family_centre: ['Familienzentrum', 'kein Familienzentrum'],
  social_situation: ['niedrig', 'mittel', 'hoch'],
  social_index_group: ['1 bis 3', '4 bis 6', '7 bis 9'],
};

const MONTHS = [
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
];

function figuresOf(size: number, { districts = GROUPS.district, trainings = 14 } = {}): AnnualFigures {
  const groups = { ...GROUPS, district: districts };
  const of = (division: Division): AnnualFigures['by'][Division] => ({
    reach: report('reach', size, size === 0 ? [] : groups[division]),
    dose: report('dose', size, groups[division]),
    adoption: report('adoption', size, groups[division]),
    training: report('training', size, groups[division]),
  });
  const lines = (titles: string[]): AnnualFigures['formats'] =>
    titles.map((title, i) => ({
      title,
      planned: size,
      delivered: Math.round(size * 0.8),
      cancelled: i,
    }));
  return {
    ...{ municipalityName: 'Herne', period: PERIOD, isInterim: false, dataAt: '2026-08-03T10:00:00.000Z' },
    totals: Object.keys(CATALOGUE).map((name) => report(name, size)),
    by: Object.fromEntries(DIVISIONS.map((division) => [division, of(division)])) as AnnualFigures['by'],
    months: MONTHS.map((title, i) => ({
      ...{ title: `${title} ${i < 5 ? 2025 : 2026}`, short: title.slice(0, 3), isAhead: false },
      ...{ dose: report('dose', size * (1 + (i % 4))), reportingRate: report('reporting-rate', size) },
    })),
    trainings: Array.from({ length: size === 0 ? 0 : trainings }, (_, i) => ({
      title: `Bewegtes Lernen im Kita-Alltag: kleine Spiele für enge Räume, Teil ${i + 1}`,
      focusArea: ['Bewegtes Lernen', 'Inklusion & Paralympics', 'Fairplay & Teamentwicklung'][i % 3] ?? '',
      ...{ days: ['2025-11-09', '2025-11-16'].slice(i % 2), people: 12 + i, minutes: 180 * (12 + i) },
    })),
    formats: lines([
      'Workshop',
      'Fortbildung',
      'Praxisanleitung',
      'Vortrag/Elternabend',
      'Projekttag/-woche',
      'Sportfest',
    ]),
    focusAreas: lines([
      'Gesundheitsförderung',
      'Bewegtes Lernen',
      'Inklusion & Paralympics',
      'Fairplay & Teamentwicklung',
      'Globales Lernen',
    ]),
    target: { institutions: 60, children: 3000, teachingUnits: null, consultations: 250, weeklyMinutes: 70 },
    motorSkills: size === 0 ? [] : [publishedOf(null)],
  };
}

/** As many tasks as there are norms for. */
const TASKS = 9;

function publishedOf(half: MotorSkills['half']): MotorSkills {
  const cells = Array.from({ length: TASKS }, (_, i) => {
    const task = {
      protocolId: `p${i}`,
      itemTitle: `Seitliches Hin- und Herspringen ${i}`,
      protocolVersion: 1,
    };
    const results = (
      half === null ? (['entry', 'exit'] as const) : ([half === 1 ? 'entry' : 'exit'] as const)
    ).flatMap((wave) =>
      [null, 'low', 'medium', 'high'].flatMap((place) =>
        ([null, 'below'] as const).map((outcome) =>
          cell({ ...task, block: 'results', wave, place, outcome, ...counted(outcome ? 40 : 100) }),
        ),
      ),
    );
    const paired = ([null, 'up', 'same', 'down', 'lost'] as const).map((outcome) =>
      cell({
        ...task,
        block: 'paired',
        outcome,
        ...counted(90),
        meanDelta: 0.2,
        meanLow: -0.1,
        meanHigh: 0.4,
      }),
    );
    return half === 1 ? results : [...results, ...paired];
  }).flat();
  const tested = cell({ block: 'tested', ...counted(1235) });
  return { half, revision: 1, dataAt: '2026-08-03T10:00:00Z', cells: [tested, ...cells] };
}

const counted = (count: number): Partial<PublishedCell> => ({ state: 'rounded', count, share: 40 });

const cell = (more: Partial<PublishedCell>): PublishedCell => ({
  ...{
    block: 'results',
    protocolId: null,
    itemTitle: null,
    protocolVersion: null,
    wave: null,
    scheme: 'region',
  },
  ...{ place: null, outcome: null, state: 'rounded', count: null, share: null },
  ...{ meanDelta: null, meanLow: null, meanHigh: null, ...more },
});

const MANY = Array.from({ length: 15 }, (_, i) => `Stadtbezirk ${i + 1} mit langem Namen`);

describe('The yearly report as a file', () => {
  test.each([
    ['of a city where nothing has happened', figuresOf(0)],
    ['of a small city', figuresOf(60)],
    ['of a small city in halves', { ...figuresOf(60), motorSkills: [publishedOf(1), publishedOf(2)] }],
    ['of a city with fifteen districts', figuresOf(3000, { districts: MANY, trainings: 40 })],
  ])('%s has 8 to 12 sheets, and leads to every chapter', async (_, figures) => {
    const content = composeReport(figures);
    const { pages, outline, headings, pictures } = await read(content);
    expect(pages).toBeGreaterThanOrEqual(8);
    expect(pages).toBeLessThanOrEqual(12);
    const titles = content.chapters.map(({ title }) => title);
    expect(outline).toEqual(titles);
    expect(headings).toBeGreaterThan(titles.length);
    const charts = content.chapters.flatMap(({ sections }) => sections.flatMap(({ chart }) => chart ?? []));
    expect(pictures).toHaveLength(charts.length);
    // Who does not see a chart is told what it shows, and every value.
    charts.forEach(({ description, rows }, i) => {
      for (const words of [description, ...rows.flatMap(({ texts }) => texts)])
        expect(pictures[i]).toContain(words);
    });
  });

  test('the same figures are the same file', async () => {
    const [one, other] = [await fileOf(figuresOf(60)), await fileOf(figuresOf(60))];
    expect(one.equals(other)).toBe(true);
  });
});

const ALONE = 'nur 1 Einrichtung';

test('a group of a single house tells nothing about it, in table and chart', () => {
  const content = composeReport(figuresOf(2, { districts: ['Allein', 'Zu zweit'] }));
  const { chart, table } = content.chapters.find(({ code }) => code === 'reach')!.sections[0]!;
  const alone = table!.rows.find(({ title }) => title === 'Allein')!;
  expect(alone.cells.map(({ text }) => text)).toEqual(Array(4).fill(ALONE));
  expect(alone.cells.every(({ figure }) => figure === null)).toBe(true);
  expect(chart!.rows[0]).toEqual({ title: 'Allein', values: [null, null], texts: [ALONE, ''] });
});

describe('the chapter on motor skills', () => {
  const chapterOf = (motorSkills: MotorSkills[]) =>
    composeReport({ ...figuresOf(60), motorSkills }).chapters.find(({ code }) => code === 'motor_skills')!;

  test('says that there is nothing while nothing is published', () => {
    const { sections } = chapterOf([]);
    expect(sections).toEqual([expect.objectContaining({ table: null, chart: null })]);
    expect(sections[0]!.paragraphs.join()).toMatch(/^Für dieses Kita-\/Schuljahr ist keine Statistik/);
  });

  test('shows what is published as it is published: rounded, up to 7, hidden, with its label', () => {
    const task = { protocolId: 'p', itemTitle: 'Standweitsprung', protocolVersion: 1 };
    const entry = { ...task, block: 'results', wave: 'entry' } as const;
    const exit = { ...task, block: 'results', wave: 'exit' } as const;
    const all = { ...task, block: 'paired', ...counted(90) } as const;
    const { sections } = chapterOf([
      {
        ...{ half: null, revision: 1, dataAt: '2026-08-03T10:00:00Z' },
        cells: [
          cell({ block: 'tested', ...counted(1235) }),
          cell({ ...entry, ...counted(1200), share: null }),
          cell({ ...entry, outcome: 'below', ...counted(450), share: 38 }),
          ...(['low', 'medium', 'high'] as const).flatMap((place, i) => [
            cell({ ...entry, place, ...counted(200) }),
            cell({
              ...{ ...entry, place, outcome: 'below', ...counted(25), share: 12 },
              ...[{}, { state: 'up_to_7', count: null, share: null } as const, { state: 'hidden' } as const][
                i
              ],
            }),
          ]),
          cell({ ...exit, ...counted(80) }),
          cell({ ...exit, outcome: 'below', state: 'hidden' }),
          cell({ ...all, meanDelta: 0.2, meanLow: -0.1, meanHigh: 0.4 }),
          cell({ ...all, outcome: 'up', state: 'hidden', count: null }),
          cell({ ...all, outcome: 'lost', count: 15 }),
        ],
      },
    ]);
    const [, below, change] = sections;
    const rowOf = (section = below): (string | null)[][] =>
      section!.table!.rows[0]!.cells.map(({ text, base }) => [text.replaceAll('\u00A0', ' '), base]);
    expect(below!.paragraphs[0]).toBe('Getestet wurden rund 1.235 Kinder, deren Eltern eingewilligt haben.');
    expect(rowOf(below)).toEqual([
      ['38 %', '450 von 1.200'],
      ['.', null],
      ['12 %', '25 von 200'],
      ['–', '≤\u00A07 von 200'],
      ['.', null],
    ]);
    expect(below!.chart).toMatchObject({
      ...{ title: 'Anteil der Kinder unter dem Durchschnitt im Eingangstest', max: 0.8, isShare: true },
      rows: [{ title: 'Standweitsprung', values: [0.38], texts: ['38\u00A0% (450 von 1.200)'] }],
    });
    expect(rowOf(change).map(([text]) => text)).toEqual(['+0,2 (−0,1 bis +0,4)', '90 (15)', '. · – · –']);
    expect(change!.paragraphs.join()).toContain('Veränderung ist nicht Wirkung');
    for (const { note } of [below!, change!])
      expect(note).toContain('gerundet auf 5; Werte bis 7 nicht ausgewiesen');
  });

  test('draws no bar where a share is hidden or too small to be said', () => {
    const of = (code: string): Partial<PublishedCell> => ({
      protocolId: code,
      itemTitle: code,
      protocolVersion: 1,
    });
    const entry = { block: 'results', wave: 'entry' } as const;
    const { sections } = chapterOf([
      {
        ...{ half: null, revision: 1, dataAt: '2026-08-03T10:00:00Z' },
        cells: [
          cell({ ...entry, ...of('hidden'), ...counted(200) }),
          cell({ ...entry, ...of('hidden'), outcome: 'below', state: 'hidden', count: null, share: null }),
          cell({ ...entry, ...of('few'), ...counted(200) }),
          cell({ ...entry, ...of('few'), outcome: 'below', state: 'up_to_7', count: null, share: null }),
          cell({ ...entry, ...of('most'), ...counted(200) }),
          cell({ ...entry, ...of('most'), outcome: 'below', ...counted(180), share: 90 }),
        ],
      },
    ]);
    expect(sections[1]!.chart).toMatchObject({
      max: 1,
      rows: [
        { title: 'hidden', values: [null], texts: ['.'] },
        { title: 'few', values: [null], texts: ['≤\u00A07 von 200'] },
        { title: 'most', values: [0.9], texts: ['90\u00A0% (180 von 200)'] },
      ],
    });
  });

  test('tells two halves apart', () => {
    const titles = chapterOf([publishedOf(1), publishedOf(2)]).sections.map(({ title }) => title);
    expect(titles[1]).toBe('2025/26, 1. Halbjahr: Unter dem Durchschnitt');
    expect(titles[2]).toBe('2025/26, 2. Halbjahr: Unter dem Durchschnitt');
  });
});

async function fileOf(figures: AnnualFigures): Promise<Buffer> {
  return buffer(await openAnnualReport(composeReport(figures)));
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

/** The file as a reader's program understands it. */
async function read(content: AnnualReportContentDto) {
  const data = new Uint8Array(await buffer(await openAnnualReport(content)));
  const document = await getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
  const parts: Node[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    parts.push(...partsOf((await (await document.getPage(number)).getStructTree()) as Node));
  }
  const outline = (await document.getOutline()) as { title: string }[];
  const found = {
    pages: document.numPages,
    outline: outline.map(({ title }) => title),
    headings: parts.filter(({ role = '' }) => /^H[23]$/.test(role)).length,
    pictures: parts.filter(({ role }) => role === 'Figure').map(({ alt }) => alt),
  };
  await document.destroy();
  return found;
}

function partsOf(node: Node | null): Node[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(partsOf)];
}
