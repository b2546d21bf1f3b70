import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { choiceOf } from '../institutions/catalogue';
import type { OverviewFilter } from '../overview/overview-filter';
import { DIMENSIONS, type DimensionName, type FigureName, FIGURES } from './figures';
import type { EquityGroup } from './gap';

type Report = components['schemas']['ReportDto'];
type Row = Report['rows'][number];

export interface Comparison {
  /** What was asked: while the next answer is on its way, this one keeps its words. */
  figure: FigureName;
  dimension: DimensionName;
  dataAt: string;
  /** What the figure means, in a sentence. */
  definition: string;
  groups: EquityGroup[];
  total: { part: number; whole: number };
}

/** The figure of each group, and how many houses it is about. */
export function comparisonQuery(filter: OverviewFilter, figure: FigureName, dimension: DimensionName) {
  const about = DIMENSIONS[dimension];
  const query = { ...filter, ...('kind' in about && { kind: about.kind }), groupBy: [about.groupBy] };
  const read = (report: (typeof FIGURES)[FigureName]['report']): Promise<Report> =>
    unwrap(api.GET('/api/reports/{report}', { params: { path: { report }, query } }));
  return queryOptions({
    queryKey: ['reports', 'equity', figure, query],
    queryFn: async () => {
      const { report } = FIGURES[figure];
      const reach = await read('reach');
      return comparisonOf(figure, dimension, report === 'reach' ? reach : await read(report), reach);
    },
    placeholderData: keepPreviousData,
  });
}

function comparisonOf(
  figure: FigureName,
  dimension: DimensionName,
  report: Report,
  reach: Report,
): Comparison {
  const { code } = FIGURES[figure];
  const housesOf = new Map(reach.rows.map((row) => [keyOf(row), housesIn(row, figure)]));
  return {
    ...{ figure, dimension, dataAt: report.dataAt },
    definition: report.figures.find((known) => known.code === code)?.definition ?? '',
    groups: report.rows.map((row) => ({
      ...{ key: keyOf(row), title: titleOf(row, dimension), value: row.group[0]?.value ?? null },
      ...{ houses: housesOf.get(keyOf(row)) ?? 0, ...fractionOf(row, code) },
    })),
    total: fractionOf(report.total, code),
  };
}

/** "hoch" alone says nothing without the words above it. */
function titleOf({ group: [group] }: Row, dimension: DimensionName): string {
  const situation = dimension === 'situation' && choiceOf(texts.terms.socialSituation, group?.value ?? null);
  return situation ? texts.terms.socialSituation[situation] : (group?.title ?? '');
}

const keyOf = ({ group }: Row): string => group[0]?.value ?? '';

/** Reach is about all houses, everything else about those that take part. */
function housesIn(row: Row, figure: FigureName): number {
  const { part, whole } = fractionOf(row, FIGURES.institutions.code);
  return figure === 'institutions' ? whole : part;
}

function fractionOf({ values }: Row, code: string): { part: number; whole: number } {
  const value = values.find((known) => known.code === code);
  return { part: value?.numerator ?? 0, whole: value?.denominator ?? 0 };
}
