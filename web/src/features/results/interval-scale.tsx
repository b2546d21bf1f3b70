import { texts } from '../../texts/de';
import classes from './interval-bars.module.css';

const words = texts.results.change;
/** The scale reaches at least so far to both sides, so that small changes look small. */
const LEAST_REACH = 1;

export interface Interval {
  mean: number;
  low: number | null;
  high: number | null;
}

/** How far a scale reaches to both sides, for all of them. */
export function reachOf(intervals: readonly Interval[]): number {
  const ends = intervals.flatMap(({ mean, low, high }) => [low ?? mean, high ?? mean]);
  return Math.max(LEAST_REACH, ...ends.map(Math.abs));
}

/** A mean change with its interval around 0. */
export function IntervalScale({
  interval: { mean, low, high },
  reach,
}: {
  interval: Interval;
  reach: number;
}) {
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

/** What left and right mean. */
export function IntervalEnds() {
  return (
    <div className={classes.ends} aria-hidden>
      <span>{`← ${words.worse}`}</span>
      <span>0</span>
      <span>{`${words.better} →`}</span>
    </div>
  );
}
