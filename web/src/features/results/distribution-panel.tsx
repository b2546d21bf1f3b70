import { Stack, Text } from '@mantine/core';
import type { GroupReport, ReportedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInteger, formatPercent } from '../../ui/format';
import { ChartPanel } from '../charts/chart-panel';
import { ClassBars } from './class-bars';

const words = texts.results.report;
/** Below it one child moves a share by more than ten points. */
const FEW = 10;

/** How the results are spread, against what the norm expects. */
export function DistributionPanel({ report: { items } }: { report: GroupReport }) {
  const norms = [...new Set(items.flatMap(({ normTitles }) => normTitles))];
  const hasFew = items.some(({ scored }) => scored > 0 && scored < FEW);
  return (
    <ChartPanel
      title={words.distribution}
      summary={words.distributionText}
      param="verteilung"
      isEmpty={false}
      chart={
        <Stack gap="sm">
          <ClassBars items={items} />
          {hasFew && <Text size="sm">{words.few}</Text>}
          {norms.length > 0 && (
            <Text size="sm" c="dimmed">
              {words.compared(norms.join(', '))}
            </Text>
          )}
        </Stack>
      }
      table={<DistributionTable items={items} />}
    />
  );
}

function DistributionTable({ items }: { items: readonly ReportedItem[] }) {
  return (
    <DataTable
      caption={words.distribution}
      rows={items}
      rowKey={({ protocolId }) => protocolId}
      columns={COLUMNS}
    />
  );
}

const COLUMNS: Column<ReportedItem>[] = [
  { key: 'item', header: words.columns.item, primary: true, render: ({ title }) => title },
  ...words.columns.classes.map((header, index) => ({
    key: header,
    header,
    numeric: true,
    render: ({ scored, classes }: ReportedItem) =>
      scored === 0 ? texts.common.none : formatInteger(classes[index] ?? 0),
  })),
  {
    key: 'scored',
    header: words.columns.scored,
    numeric: true,
    render: ({ scored }) => formatInteger(scored),
  },
  {
    key: 'below',
    header: words.columns.below,
    numeric: true,
    render: ({ belowAverage }) => (belowAverage === null ? texts.common.none : formatPercent(belowAverage)),
  },
];
