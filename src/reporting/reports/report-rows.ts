import type { FigureValueDto, FractionDto, ReportRowDto } from './report.dto.js';
import type { CountedRow, Figure, Fraction } from './report.js';
import type { Titles } from './group-titles.js';

/** A dimension of the question, with the titles of its values in their order. */
export interface TitledDimension {
  dimension: string;
  titles: Titles;
}

/** What was counted, now and a year before (null: not asked for), as the rows of a report: the total, and the groups in their order. */
export function rowsOf(
  figures: readonly Figure[],
  dimensions: readonly TitledDimension[],
  { now, before }: { now: readonly CountedRow[]; before: readonly CountedRow[] | null },
): { total: ReportRowDto; rows: ReportRowDto[] } {
  const earlier = before === null ? null : byKey(before);
  const [total, ...groups] = [...byKey([...(before ?? []).map(nothingNow), ...now]).values()].sort((a, b) =>
    inOrder(dimensions, a, b),
  );
  const rowOf = (row: CountedRow): ReportRowDto => ({
    group: row.groups.map((value, i) => groupOf(dimensions[i], value)),
    values: figures.map((figure) => valueOf(figure, row, earlier)),
  });
  if (total?.total !== true) throw new Error('A report without its total');
  return { total: rowOf(total), rows: groups.map(rowOf) };
}

/** A fraction with its value: null where there is nothing to divide by. */
export function fractionOf([numerator, denominator]: Fraction): FractionDto {
  if (denominator === null) return { numerator, denominator, value: numerator };
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

function keyOf({ total, groups }: CountedRow): string {
  return JSON.stringify([total, ...groups]);
}

function byKey(rows: readonly CountedRow[]): Map<string, CountedRow> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

// A group that there was only a year before has a row, too.
function nothingNow(row: CountedRow): CountedRow {
  return { ...row, counts: {} };
}

function valueOf(figure: Figure, row: CountedRow, before: Map<string, CountedRow> | null): FigureValueDto {
  const of = (counted: CountedRow | undefined): FractionDto =>
    fractionOf(counted?.counts[figure.code] ?? [0, figure.kind === 'count' ? null : 0]);
  return { code: figure.code, ...of(row), previous: before === null ? null : of(before.get(keyOf(row))) };
}

function groupOf(of: TitledDimension | undefined, value: string | null): ReportRowDto['group'][number] {
  return { dimension: of?.dimension ?? '', value, title: of?.titles.get(value) ?? 'ohne Angabe' };
}

function inOrder(dimensions: readonly TitledDimension[], a: CountedRow, b: CountedRow): number {
  if (a.total !== b.total) return a.total ? -1 : 1;
  const places = (row: CountedRow): number[] =>
    row.groups.map((value, i) => [...(dimensions[i]?.titles.keys() ?? [])].indexOf(value));
  const [left, right] = [places(a), places(b)];
  return left.map((place, i) => place - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
