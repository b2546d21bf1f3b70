import type { FigureValueDto, ReportRowDto } from '../../reports/report.dto.js';
import type { DividedReports } from '../annual-figures.js';
import type { CellDto, TableDto, TableRowDto } from '../content.dto.js';
import { cellOf, type Entry, entryOf, wordCell } from '../writing/figure-book.js';
import { columnsOf } from './parts.js';

/** A column of a table, or a series of a chart: which figure of which question. */
export interface Column {
  title: string;
  report: keyof DividedReports;
  code: string;
  /** About all houses of a group, or about those of them that take part. */
  isAbout: 'all' | 'participating';
}

export const TAKING_PART: Column = {
  ...{ title: 'Teilnehmende Einrichtungen', report: 'reach', code: 'institutions_reached', isAbout: 'all' },
};
export const CHILDREN: Column = {
  ...{ title: 'Erreichte Kinder', report: 'reach', code: 'children_reached', isAbout: 'participating' },
};
export const DOSE: Column = {
  ...{
    title: 'Min. je Gruppe und Woche',
    report: 'dose',
    code: 'minutes_per_group_week',
    isAbout: 'participating',
  },
};
export const MODULES: Column = {
  ...{
    title: 'Module je Einrichtung',
    report: 'adoption',
    code: 'modules_per_institution',
    isAbout: 'participating',
  },
};
export const TRAINED: Column = {
  ...{
    title: 'Fortgebildete Fachkräfte',
    report: 'training',
    code: 'staff_trained',
    isAbout: 'participating',
  },
};

/** Stands where a number would be that of a single house. */
const HIDDEN = 'nur 1 Einrichtung';
export const HIDDEN_NOTE =
  'Wo eine Zahl nur 1 Einrichtung beträfe, wird sie nicht gezeigt: Der Bericht beurteilt keine einzelnen Häuser. „–“ heißt, dass es nichts zu teilen gibt.';

/** The value by which a row is known: of a division there is one dimension. */
export function keyOf({ group }: ReportRowDto): string | null {
  return group[0]?.value ?? null;
}

export function titleOf({ group }: ReportRowDto): string {
  return group[0]?.title ?? '';
}

/** Groups of which there is a house at all, in the order of the reports. */
export function groupsOf({ reach }: DividedReports): ReportRowDto[] {
  return reach.rows.filter((row) => (entryOf(reach, row, TAKING_PART.code).value.denominator ?? 0) > 0);
}

/** The figure of a group; null where it would be that of a single house. */
export function entryOfGroup(reports: DividedReports, group: ReportRowDto, column: Column): Entry | null {
  const { numerator, denominator } = entryOf(reports.reach, group, TAKING_PART.code).value;
  if ((column.isAbout === 'all' ? denominator : numerator) === 1) return null;
  const report = reports[column.report];
  const row = report.rows.find((candidate) => keyOf(candidate) === keyOf(group));
  return row ? entryOf(report, row, column.code) : nothing(entryOf(report, report.total, column.code));
}

/** The same as a number only, for comparisons. */
export function valueOfGroup(reports: DividedReports, key: string, column: Column): FigureValueDto | null {
  const group = groupsOf(reports).find((row) => keyOf(row) === key);
  return group ? (entryOfGroup(reports, group, column)?.value ?? null) : null;
}

/** A row to each group, and the whole city below. */
export function dividedTable(
  reports: DividedReports,
  columns: Column[],
  words: { title: string; head: string },
): TableDto {
  const rows = groupsOf(reports).map((group): TableRowDto => ({
    ...{ title: titleOf(group), isTotal: false },
    cells: columns.map((column) => cellOfGroup(entryOfGroup(reports, group, column))),
  }));
  const total: TableRowDto = {
    ...{ title: 'Insgesamt', isTotal: true },
    cells: columns.map(({ report, code }) => cellOf(entryOf(reports[report], reports[report].total, code))),
  };
  return {
    ...{ title: words.title, rows: [...rows, total] },
    columns: columnsOf(
      [words.head],
      columns.map(({ title }) => title),
    ),
  };
}

export function cellOfGroup(entry: Entry | null): CellDto {
  return entry === null ? wordCell(HIDDEN) : cellOf(entry);
}

/** A group that a question has no row for had nothing to count. */
function nothing({ value, definition }: Entry): Entry {
  const isCount = value.denominator === null;
  const empty = { numerator: 0, denominator: isCount ? null : 0, value: isCount ? 0 : null };
  return { definition, value: { code: value.code, ...empty, previous: null } };
}
