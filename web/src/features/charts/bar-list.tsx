import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './bar-list.module.css';

/** `main` is the strongest, `rest` only shows what is missing to the whole. */
export type Shade = 'main' | 'second' | 'rest';

export interface Bar {
  key: string;
  label: string;
  /** The list behind the number. */
  href: string;
  /** The number in words. */
  value: string;
  /** The lengths, one after the other. */
  parts: readonly { shade: Shade; length: number }[];
}

interface BarListProps {
  bars: readonly Bar[];
  /** What the length means. */
  axis: string;
  /** What the shades mean, where there are several. */
  legend?: readonly { shade: Shade; label: string }[];
}

/** Lying bars as a list of words: the same for eyes, ears, keyboard and paper. */
export function BarList({ bars, axis, legend }: BarListProps) {
  const longest = Math.max(1, ...bars.map(lengthOf));
  return (
    <div>
      <ul className={classes.list}>
        {bars.map((bar) => (
          <li key={bar.key}>
            <div className={classes.words}>
              <Anchor component={Link} href={bar.href} c="inherit" className={classes.label}>
                {bar.label}
              </Anchor>
              <span className="numbers">{bar.value}</span>
            </div>
            <div className={classes.bar} aria-hidden>
              {bar.parts.map(({ shade, length }) => (
                <div
                  key={shade}
                  className={classes.part}
                  data-shade={shade}
                  style={{ width: `${(length / longest) * 100}%` }}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {legend && <Legend entries={legend} />}
      <Text size="xs" c="dimmed" mt="sm">
        {axis}
      </Text>
    </div>
  );
}

const lengthOf = ({ parts }: Bar) => parts.reduce((sum, { length }) => sum + length, 0);

function Legend({ entries }: { entries: readonly { shade: Shade; label: ReactNode }[] }) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ shade, label }) => (
        <li key={shade} className={classes.entry}>
          <span className={classes.swatch} data-shade={shade} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
