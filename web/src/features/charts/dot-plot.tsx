import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dot-plot.module.css';

export interface Dot {
  key: string;
  label: string;
  /** Null: nothing to draw, the words say why. */
  value: number | null;
  /** The number with the counts behind it. */
  words: ReactNode;
  /** A caution below the words. */
  note?: string;
  /** Told apart by shape, not by colour: full, hollow, square. */
  look: 'full' | 'hollow' | 'square';
}

interface DotPlotProps {
  dots: readonly Dot[];
  /** A line through all rows, with its words. */
  mean: { value: number; words: string } | null;
  /** Marks of the axis; the last one is its end. */
  ticks: readonly { at: number; label: string }[];
  /** What the axis measures. */
  axis: string;
  legend: readonly { look: Dot['look']; label: string }[];
}

/** One dot for each group on a common scale. A list of words: the same for eyes, ears, keyboard and paper. */
export function DotPlot({ dots, mean, ticks, axis, legend }: DotPlotProps) {
  const end = ticks.at(-1)?.at ?? 1;
  const placeOf = (value: number) => `${Math.min(100, (value / end) * 100)}%`;
  return (
    <div>
      <ul className={classes.list}>
        {dots.map((dot) => (
          <li key={dot.key} className={classes.row}>
            <span className={classes.label}>{dot.label}</span>
            <span className={classes.track} aria-hidden>
              {ticks.map(({ at }) => (
                <span key={at} className={classes.grid} style={{ left: placeOf(at) }} />
              ))}
              {mean && <span className={classes.mean} style={{ left: placeOf(mean.value) }} />}
              {dot.value !== null && (
                <span className={classes.dot} data-look={dot.look} style={{ left: placeOf(dot.value) }} />
              )}
            </span>
            <span className={classes.words}>
              <span className="numbers">{dot.words}</span>
              {dot.note && <span className={classes.note}>{dot.note}</span>}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.axis} aria-hidden>
        <span className={classes.scale}>
          {ticks.map(({ at, label }) => (
            <span key={at} className={classes.tick} style={{ left: placeOf(at) }}>
              {label}
            </span>
          ))}
        </span>
      </div>
      <Text size="xs" c="dimmed" className={classes.axisWords}>
        {axis}
      </Text>
      <ul className={classes.legend}>
        {mean && (
          <li className={classes.entry}>
            <span className={classes.meanSwatch} aria-hidden />
            {mean.words}
          </li>
        )}
        {legend.map(({ look, label }) => (
          <li key={look} className={classes.entry}>
            <span className={classes.swatch} data-look={look} aria-hidden />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
