import { Stack, Text } from '@mantine/core';
import type { Change, ChangedItem } from '../../api/types';
import { texts } from '../../texts/de';
import type { ChartColumn } from '../charts/chart-column';
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
      chart={
        <Stack gap="sm">
          <IntervalBars items={items} />
          {hasFew && <Text size="sm">{words.few}</Text>}
        </Stack>
      }
      columns={COLUMNS}
      rows={items}
      rowKey={({ protocolId, normSetId }) => `${protocolId} ${normSetId}`}
    />
  );
}

const counted = (key: 'paired' | 'lost' | 'up' | 'same' | 'down'): ChartColumn<ChangedItem> => ({
  key,
  header: words.columns[key],
  value: (item) => item[key],
});

const changed = (key: 'meanChange' | 'low' | 'high', header: string): ChartColumn<ChangedItem> => ({
  key,
  header,
  value: (item) => item[key],
  render: ({ [key]: change }) => (change === null ? texts.common.none : formatChange(change)),
});

const COLUMNS: readonly ChartColumn<ChangedItem>[] = [
  { key: 'item', header: words.columns.item, value: ({ title }) => title },
  counted('paired'),
  counted('lost'),
  changed('meanChange', words.columns.mean),
  changed('low', words.columns.low),
  changed('high', words.columns.high),
  ...(['up', 'same', 'down'] as const).map(counted),
];
