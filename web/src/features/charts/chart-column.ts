import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import { formatNumber, formatPercent } from '../../ui/format';
import { type CsvCell, peopleCsvFile } from '../../ui/people-csv';

/** One column of the numbers behind a chart: the table on the page and the file are made from it. */
export interface ChartColumn<Row> {
  key: string;
  header: string;
  /** What the file says, numbers as numbers; null where there is none. The table says it in words, unless `render` does. */
  value: (row: Row) => string | number | null;
  /** The cell on the page, where it says or leads to more. */
  render?: (row: Row) => ReactNode;
  /** A fraction of 1: percent on the page and in the file. */
  share?: true;
  /** Decimals at most, 2 unless said. */
  decimals?: number;
  /** Says something that stands once on the page, and in a file beside every number. */
  onlyInFile?: true;
}

const MOST_DECIMALS = 2;

/** The cell in words. */
export function shownCell<Row>({ value, render, share, decimals }: ChartColumn<Row>, row: Row): ReactNode {
  if (render) return render(row);
  const content = value(row);
  if (content === null) return texts.common.none;
  if (typeof content === 'string') return content;
  return share ? formatPercent(content) : formatNumber(content, decimals ?? MOST_DECIMALS);
}

/** A column of numbers stands at the right. */
export const isNumeric = <Row>(column: ChartColumn<Row>, rows: readonly Row[]): boolean =>
  rows.some((row) => typeof column.value(row) === 'number');

/** The numbers behind a chart as a file for people. */
export function chartFile<Row>(columns: readonly ChartColumn<Row>[], rows: readonly Row[]): Blob {
  const headers = columns.map(({ header, share }) => (share ? texts.charts.shareColumn(header) : header));
  return peopleCsvFile(
    headers,
    rows.map((row) => columns.map((column) => fileCell(column, row))),
  );
}

const HUNDRED = 100;

function fileCell<Row>({ value, share, decimals = MOST_DECIMALS }: ChartColumn<Row>, row: Row): CsvCell {
  const content = value(row);
  if (typeof content !== 'number') return content;
  return Number((share ? content * HUNDRED : content).toFixed(decimals));
}
