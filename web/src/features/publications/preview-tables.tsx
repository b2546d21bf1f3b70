import type { PublicationSummary, PublishedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInteger } from '../../ui/format';
import { NumberTable } from '../charts/number-table';
import { itemTitle } from '../motor-skills/cells';

const words = texts.publications.preview;

type Table = PublicationSummary['tables'][number];

interface PreviewTablesProps {
  items: readonly PublishedItem[];
  summary: PublicationSummary;
}

/** How much is hidden in which table. */
export function PreviewTables({ items, summary: { tables } }: PreviewTablesProps) {
  const number = (key: 'cells' | 'hidden', header: string) => ({
    ...{ key, header },
    value: (table: Table) => table[key],
    render: (table: Table) => formatInteger(table[key]),
  });
  return (
    <NumberTable
      caption={words.tables}
      rows={tables}
      rowKey={({ block, protocol, wave }) => `${block} ${protocol} ${wave}`}
      columns={[
        { key: 'table', header: words.table, value: (table: Table) => titleOf(table, items) },
        number('cells', words.tableCells),
        number('hidden', words.tableHidden),
      ]}
    />
  );
}

function titleOf({ block, protocol, wave }: Table, items: readonly PublishedItem[]): string {
  if (block === 'tested') return words.tested;
  const item = items.find(({ protocolId }) => protocolId === protocol);
  const title = item ? itemTitle(item, items) : '';
  if (block === 'paired') return words.paired(title);
  return words.results(title, wordFor(texts.motorSkills.waves, wave ?? ''));
}
