import { Table } from '@mantine/core';
import { type ChartColumn, shownCell } from './chart-column';
import classes from './number-table.module.css';

interface NumberTableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  /** The first column has words, the others numbers. */
  columns: readonly ChartColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** The numbers of a chart: few narrow columns, so that it stays a table on a phone. */
export function NumberTable<Row>({ caption, columns, rows, rowKey }: NumberTableProps<Row>) {
  const [first, ...numbers] = columns;
  return (
    <Table className={classes.table} verticalSpacing={6}>
      <Table.Caption className={classes.hidden}>{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, header }) => (
            <Table.Th key={key} scope="col">
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)}>
            {first && <Table.Th scope="row">{shownCell(first, row)}</Table.Th>}
            {numbers.map((column) => (
              <Table.Td key={column.key}>{shownCell(column, row)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
