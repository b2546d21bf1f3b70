import { Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { classWord, formatPercentile } from './result-words';
import classes from './percentile-bar.module.css';

const FIELDS = [1, 2, 3, 4, 5];

interface PercentileBarProps {
  percentile: number;
  /** 1 to 5. */
  place: number;
  atCeiling: boolean;
}

/** Where a result lies among children of the same age: five fields with a mark, and the same in words. */
export function PercentileBar({ percentile, place, atCeiling }: PercentileBarProps) {
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        <span className={classes.mark} style={{ left: `${Math.min(99, Math.max(1, percentile))}%` }} />
        {FIELDS.map((field) => (
          <span key={field} className={classes.field} data-marked={field === place || undefined} />
        ))}
      </div>
      <Text size="sm" className="numbers">
        {texts.results.percentile(formatPercentile(percentile, atCeiling), classWord(place))}
      </Text>
    </div>
  );
}
