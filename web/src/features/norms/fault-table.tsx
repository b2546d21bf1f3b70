import type { NormFault } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInteger } from '../../ui/format';

const words = texts.normImport;

const columns: readonly Column<NormFault>[] = [
  { key: 'row', header: words.row, render: ({ row }) => formatInteger(row) },
  { key: 'column', header: words.column, render: ({ column }) => column },
  { key: 'value', header: words.value, render: ({ value }) => value || words.emptyCell },
  { key: 'expected', header: words.expected, render: ({ expected }) => expected },
];

/** What is wrong in a file, cell by cell. */
export function FaultTable({ faults }: { faults: readonly NormFault[] }) {
  return (
    <DataTable
      caption={words.faultsCaption}
      columns={columns}
      rows={faults}
      rowKey={({ row, column }) => `${row} ${column}`}
    />
  );
}
