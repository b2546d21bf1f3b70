import { Text } from '@mantine/core';
import type { ChangedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { formatPercent } from '../../ui/format';
import { type Interval, IntervalEnds, IntervalScale, reachOf } from './interval-scale';
import { formatChange } from './result-words';
import classes from './interval-bars.module.css';

const words = texts.results.change;

/** Mean change of each task with its interval, on one scale around 0, and in words. */
export function IntervalBars({ items }: { items: readonly ChangedItem[] }) {
  const reach = reachOf(items.map(intervalOf).filter((interval) => interval !== null));
  return (
    <>
      <ul className={classes.list}>
        {items.map((item) => {
          const interval = intervalOf(item);
          return (
            <li key={`${item.protocolId} ${item.normSetId}`}>
              <Text fw={600}>{item.title}</Text>
              {interval && <IntervalScale interval={interval} reach={reach} />}
              <Words item={item} />
            </li>
          );
        })}
      </ul>
      <IntervalEnds />
    </>
  );
}

/** Null: too few children for a mean. */
function intervalOf({ meanChange, low, high }: ChangedItem): Interval | null {
  return meanChange === null ? null : { mean: meanChange, low, high };
}

function Words({ item }: { item: ChangedItem }) {
  const { paired, lost, meanChange, low, high, up, same, down } = item;
  const share = (count: number): string => `${count} (${formatPercent(count / paired)})`;
  return (
    <Text size="sm" component="div" className="numbers">
      {meanChange !== null && (
        <div>
          {words.mean(formatChange(meanChange))}
          {', '}
          {low === null || high === null
            ? words.noInterval
            : words.interval(formatChange(low), formatChange(high))}
        </div>
      )}
      {low !== null && high !== null && low <= 0 && high >= 0 && <div>{words.crosses}</div>}
      {paired > 0 && <div>{words.steps(share(up), share(same), share(down))}</div>}
      <Text span size="sm" c="dimmed">
        {words.pairs(paired, lost)}
      </Text>
    </Text>
  );
}
