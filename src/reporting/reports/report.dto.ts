/** The filter as it was applied; null: not filtered by it. */
export class ReportFilterDto {
  municipalityId: string | null;
  districtId: string | null;
  kind: string | null;
  providerKind: string | null;
  familyCentre: boolean | null;
  socialIndexGroup: string | null;
  socialSituation: string | null;
  focusArea: string | null;
  institutionId: string | null;
}

export class ReportPeriodDto {
  /** Null: days that were asked for and are no school year. */
  schoolYear: number | null;
  from: string;
  to: string;
  /** The day at which the figures stand: today while the days run, the last of them once they are over. */
  asOf: string;
}

/** A number of the report, and what it means. */
export class FigureDefinitionDto {
  code: string;
  /** German. */
  title: string;
  /** `share`: of a whole, 0 to 1; `ratio`: so many for each; `count`: just so many. */
  kind: 'share' | 'ratio' | 'count';
  /** German; `%` for a share. */
  unit: string;
  numeratorTitle: string;
  /** Null for a count. */
  denominatorTitle: string | null;
  /** One German sentence. */
  definition: string;
  /** Decimals for people; of a share, those of its percentage. */
  decimals: number;
}

export class FractionDto {
  numerator: number;
  /** Null for a count. */
  denominator: number | null;
  /** Numerator by denominator, a share from 0 to 1; of a count the count itself. Null where the denominator is 0: show "–". */
  value: number | null;
}

export class FigureValueDto extends FractionDto {
  code: string;
  /** One year before; null without a comparison. */
  previous: FractionDto | null;
}

export class ReportGroupDto {
  dimension: string;
  /** Null: the houses that have none. */
  value: string | null;
  /** German. */
  title: string;
}

export class ReportRowDto {
  /** One for each dimension; empty for the total. */
  group: ReportGroupDto[];
  /** In the order of the figures. */
  values: FigureValueDto[];
}

/** The answer to one question about the programme. */
export class ReportDto {
  report: string;
  /** German. */
  title: string;
  filter: ReportFilterDto;
  /** Parameters that mean nothing for this question. */
  notApplied: string[];
  period: ReportPeriodDto;
  /** The same days one year before; null without a comparison. */
  previousPeriod: ReportPeriodDto | null;
  /** When the figures were counted. */
  dataAt: string;
  groupBy: string[];
  figures: FigureDefinitionDto[];
  /** Over all rows; whatever is in two of them (a person with two houses) counts once. */
  total: ReportRowDto;
  /** Districts in the city's order, everything else in the order of its codes; "ohne Angabe" last. Empty without `groupBy`. */
  rows: ReportRowDto[];
}
