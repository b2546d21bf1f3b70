import { Stack, Text } from '@mantine/core';
import type { Change, ChangedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInteger } from '../../ui/format';
import { ChartPanel } from '../charts/chart-panel';
import { IntervalBars } from './interval-bars';
import { formatChange } from './result-words';

const words = texts.results.change;
/** Below it the mean hangs on single children. */
const FEW = 10;

/** Before and after, task by task. */
export function ChangePanel({ change: { items, childrenPaired } }: { change: Change }) {
  const hasFew = items.some(({ paired }) => paired > 0 && paired < FEW);
  return (
    <ChartPanel
      title={words.panel}
      summary={`${words.summary(childrenPaired)} ${words.axis}`}
      param="veraenderung"
      isEmpty={false}
      chart={
        <Stack gap="sm">
          <IntervalBars items={items} />
          {hasFew && <Text size="sm">{words.few}</Text>}
        </Stack>
      }
      table={<ChangeTable items={items} />}
    />
  );
}

function ChangeTable({ items }: { items: readonly ChangedItem[] }) {
  return (
    <DataTable
      caption={words.panel}
      rows={items}
      rowKey={({ protocolId, normSetId }) => `${protocolId} ${normSetId}`}
      columns={COLUMNS}
    />
  );
}

const { none } = texts.common;
const counted = (key: 'paired' | 'lost' | 'up' | 'same' | 'down'): Column<ChangedItem> => ({
  key,
  header: words.columns[key],
  numeric: true,
  render: (item) => formatInteger(item[key]),
});

const COLUMNS: Column<ChangedItem>[] = [
  { key: 'item', header: words.columns.item, primary: true, render: ({ title }) => title },
  counted('paired'),
  counted('lost'),
  {
    key: 'mean',
    header: words.columns.mean,
    numeric: true,
    render: ({ meanChange }) => (meanChange === null ? none : formatChange(meanChange)),
  },
  {
    key: 'interval',
    header: words.columns.interval,
    numeric: true,
    render: ({ low, high }) =>
      low === null || high === null ? none : `${formatChange(low)} … ${formatChange(high)}`,
  },
  ...(['up', 'same', 'down'] as const).map(counted),
];
