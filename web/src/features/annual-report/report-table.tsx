import { Text } from '@mantine/core';
import type { AnnualReportTable } from '../../api/types';
import { DataTable } from '../../ui/data-table';

type Row = AnnualReportTable['rows'][number];

/** Two trainings may have the same title. */
const keyOf = ({ title, cells }: Row): string => [title, ...cells.map(({ text }) => text)].join('|');

/** A table of the report: each number with the counts behind it. */
export function ReportTable({ table }: { table: AnnualReportTable }) {
  const [first, ...columns] = table.columns;
  return (
    <DataTable
      caption={table.title}
      rows={table.rows}
      rowKey={keyOf}
      columns={[
        {
          key: 'title',
          header: first?.title ?? '',
          render: ({ title, isTotal }: Row) => (
            <span style={{ fontWeight: isTotal ? 700 : 600 }}>{title}</span>
          ),
        },
        ...columns.map(({ title, isNumber }, i) => ({
          key: title,
          header: title,
          numeric: isNumber,
          render: (row: Row) => <Cell row={row} column={i} />,
        })),
      ]}
    />
  );
}

function Cell({ row, column }: { row: Row; column: number }) {
  const cell = row.cells[column];
  if (!cell) return null;
  return (
    <>
      <span style={{ fontWeight: row.isTotal ? 700 : undefined }}>{cell.text}</span>
      {cell.base !== null && (
        <Text size="xs" c="dimmed" className="numbers">
          {cell.base}
        </Text>
      )}
    </>
  );
}
