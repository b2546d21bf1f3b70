import { meanInterval } from '../../assessments/views/change/mean-interval.js';
import type { CountedRow } from './cubes.js';
import type { Cell } from './lattice.js';
import { pickSafe } from './rank-test.js';

/** Fewer children have no mean. */
export const LEAST_FOR_MEAN = 10;
/**
 * As published; the true number is 13 or more then. With 10 (which means 8 to 12) the presence of a mean would tell 10 to 12 from 8 and 9.
 */
const LEAST_SHOWN = 15;

/** Of the change in z, with its 95 % interval, one decimal. */
export interface Mean {
  mean: number;
  low: number;
  high: number;
}

/**
 * Means of one `paired` table, by the row of their cell: of the whole and of its parts in one respect, each for all kinds of houses and for one; and of these only
 * as many as pass the rank test.
 * @param rows of the table, each with the variable that counts it
 * @param shown what is published of a row; null: nothing, or "≤ 7"
 * @param earlier groups, as variables, of which earlier revisions told a mean
 */
export function meansOf(
  cells: readonly Cell[],
  rows: readonly (CountedRow & { variable: number })[],
  sumOf: (row: number) => readonly number[],
  shown: (row: number) => number | null,
  earlier: readonly (readonly number[])[] = [],
): Map<number, Mean> {
  const deltas = new Map<number, number[]>();
  for (const { variable, deltaZ } of rows) {
    if (deltaZ !== null) deltas.set(variable, [...(deltas.get(variable) ?? []), deltaZ]);
  }
  const candidates = distinctRows(cells)
    .filter((cell) => cell.outcome === null && isSimple(cell) && (shown(cell.row) ?? 0) >= LEAST_SHOWN)
    .sort((a, b) => a.depth - b.depth || a.row - b.row);
  const weights = new Map([...deltas].map(([variable, values]) => [variable, values.length]));
  const safe = pickSafe(
    candidates.map(({ row }) => sumOf(row)),
    weights,
    LEAST_FOR_MEAN,
    earlier,
  );
  return new Map(
    safe.flatMap((at) => {
      const row = candidates[at]?.row ?? -1;
      const values = sumOf(row).flatMap((variable) => deltas.get(variable) ?? []);
      return values.length < LEAST_FOR_MEAN ? [] : [[row, meanOf(values)]];
    }),
  );
}

/** In one respect besides the kind of house. */
const isSimple = ({ names, sex, band }: Cell): boolean =>
  Number(names.every(({ place }) => place !== null)) + Number(sex !== null) + Number(band !== null) <= 1;

const distinctRows = (cells: readonly Cell[]): Cell[] => [
  ...new Map(cells.map((cell) => [cell.row, cell])).values(),
];

/** The mean of at least two values and its t-interval (95 %), rounded to one decimal. Summed in order of size: the same children, the same sum. */
export function meanOf(values: readonly number[]): Mean {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const { low, high } = meanInterval({ n, mean, sd }) ?? { low: mean, high: mean };
  return { mean: oneDecimal(mean), low: oneDecimal(low), high: oneDecimal(high) };
}

/** Never −0. */
const oneDecimal = (value: number): number => Math.round(value * 10) / 10 + 0;
