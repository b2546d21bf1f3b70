import { DataTable } from '../../ui/data-table';
import { type ChartColumn, isNumeric, shownCell } from './chart-column';
import { NumberTable } from './number-table';

interface ChartTableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  /** The first one names the row. */
  columns: readonly ChartColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Few narrow columns: stays a table on a phone instead of becoming cards. */
  narrow?: boolean;
}

/** The numbers of a chart as a table. */
export function ChartTable<Row>({ caption, columns: all, rows, rowKey, narrow }: ChartTableProps<Row>) {
  const columns = all.filter(({ onlyInFile }) => !onlyInFile);
  if (narrow) return <NumberTable {...{ caption, columns, rows, rowKey }} />;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={rowKey}
      columns={columns.map((column) => ({
        key: column.key,
        header: column.header,
        numeric: isNumeric(column, rows),
        render: (row: Row) => shownCell(column, row),
      }))}
    />
  );
}
