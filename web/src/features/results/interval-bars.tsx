import { Text } from '@mantine/core';
import type { ChangedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { formatPercent } from '../../ui/format';
import { formatChange } from './result-words';
import classes from './interval-bars.module.css';

const words = texts.results.change;
/** The scale reaches at least so far to both sides, so that small changes look small. */
const LEAST_REACH = 1;

/** Mean change of each task with its interval, on one scale around 0, and in words. */
export function IntervalBars({ items }: { items: readonly ChangedItem[] }) {
  const reach = reachOf(items);
  return (
    <>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={`${item.protocolId} ${item.normSetId}`}>
            <Text fw={600}>{item.title}</Text>
            {item.meanChange !== null && <Scale item={item} mean={item.meanChange} reach={reach} />}
            <Words item={item} />
          </li>
        ))}
      </ul>
      <div className={classes.ends} aria-hidden>
        <span>{`← ${words.worse}`}</span>
        <span>0</span>
        <span>{`${words.better} →`}</span>
      </div>
    </>
  );
}

function reachOf(items: readonly ChangedItem[]): number {
  const ends = items.flatMap(({ low, high, meanChange }) => [
    low ?? meanChange ?? 0,
    high ?? meanChange ?? 0,
  ]);
  return Math.max(LEAST_REACH, ...ends.map(Math.abs));
}

function Scale({ item: { low, high }, mean, reach }: { item: ChangedItem; mean: number; reach: number }) {
  const at = (value: number): number => 50 + (value / reach) * 48;
  return (
    <div className={classes.scale} aria-hidden>
      <span className={classes.zero} />
      {low !== null && high !== null && (
        <span className={classes.interval} style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      )}
      <span className={classes.mean} style={{ left: `${at(mean)}%` }} />
    </div>
  );
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
