import { ApiProperty } from '@nestjs/swagger';

/*
 * What a yearly report says, chapter by chapter: words, numbers and the texts that they are read as. The file and the page are two ways of
 * showing the same one, so they cannot differ.
 */

export const CHAPTERS = [
  'summary',
  'figures',
  'reach',
  'equity',
  'trainings',
  'modules',
  'motor_skills',
  'completeness',
  'methods',
] as const;
export type ChapterCode = (typeof CHAPTERS)[number];

export const CHART_KINDS = ['bars', 'dots', 'lines'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** The counts behind a number. */
export class FrozenFigureDto {
  /** Of the key figure, as in the reports. */
  code: string;
  numerator: number;
  /** Null: a count. */
  denominator: number | null;
  /** A share is a fraction of 1. Null: of nothing. */
  value: number | null;
}

export class CellDto {
  /** As people read it: `62 %`. */
  text: string;
  /** The counts behind it: `8 von 13`; null where there is nothing behind. */
  base: string | null;
  /** Null where the cell is words only, or must not show a single house. */
  @ApiProperty({ type: FrozenFigureDto, nullable: true })
  figure: FrozenFigureDto | null;
}

export class TableRowDto {
  title: string;
  cells: CellDto[];
  /** Sums up the others. */
  isTotal: boolean;
}

export class ColumnDto {
  title: string;
  isNumber: boolean;
}

export class TableDto {
  title: string;
  /** Of the rows' titles first, then of the cells. */
  columns: ColumnDto[];
  rows: TableRowDto[];
}

export class TileDto {
  title: string;
  text: string;
  /** `Vorjahr: 12`; null where there is none. */
  previous: string | null;
  @ApiProperty({ type: FrozenFigureDto })
  figure: FrozenFigureDto;
}

export class ChartRowDto {
  title: string;
  /** One for each series; null: nothing to show. */
  @ApiProperty({ type: 'array', items: { type: 'number', nullable: true } })
  values: (number | null)[];
  /** The same as people read them, with the counts behind. */
  texts: string[];
}

export class ChartDto {
  @ApiProperty({ enum: CHART_KINDS, enumName: 'AnnualReportChartKind' })
  kind: ChartKind;
  title: string;
  /** What it shows, in a sentence, for those who do not see it. */
  description: string;
  /** Titles, in the order of the values. */
  series: string[];
  rows: ChartRowDto[];
  /** Where the axis of values ends; it begins at 0. */
  max: number;
  /** The axis counts shares of 1. */
  isShare: boolean;
}

export class SectionDto {
  /** Null: right below the chapter's title. */
  title: string | null;
  paragraphs: string[];
  tiles: TileDto[];
  @ApiProperty({ type: ChartDto, nullable: true })
  chart: ChartDto | null;
  @ApiProperty({ type: TableDto, nullable: true })
  table: TableDto | null;
  /** Small print below. */
  note: string | null;
}

export class ChapterDto {
  @ApiProperty({ enum: CHAPTERS, enumName: 'AnnualReportChapter' })
  code: ChapterCode;
  title: string;
  sections: SectionDto[];
}

export class ReportedPeriodDto {
  /** First calendar year: 2026 is 2026/27. */
  schoolYear: number;
  from: string;
  to: string;
  /** The day at which the figures stand. */
  asOf: string;
}

export class AnnualReportContentDto {
  /** Of this description; raised when it changes. */
  format: number;
  municipalityName: string;
  period: ReportedPeriodDto;
  /** The school year is still running: a Zwischenstand. */
  isInterim: boolean;
  /** When the figures were counted. */
  dataAt: string;
  chapters: ChapterDto[];
}
