import { Stack, Text } from '@mantine/core';
import type { GroupReport, ReportedItem } from '../../api/types';
import { texts } from '../../texts/de';
import type { ChartColumn } from '../charts/chart-column';
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
      columns={COLUMNS}
      rows={items}
      rowKey={({ protocolId }) => protocolId}
    />
  );
}

const COLUMNS: readonly ChartColumn<ReportedItem>[] = [
  { key: 'item', header: words.columns.item, value: ({ title }) => title },
  ...words.columns.classes.map((header, index) => ({
    key: header,
    header,
    value: ({ scored, classes }: ReportedItem) => (scored === 0 ? null : (classes[index] ?? 0)),
  })),
  { key: 'scored', header: words.columns.scored, value: ({ scored }) => scored },
  { key: 'below', header: words.columns.below, share: true, value: ({ belowAverage }) => belowAverage },
];
