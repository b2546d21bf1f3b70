import { texts } from '../../texts/de';
import { formatPercent } from '../../ui/format';
import type { ChartColumn } from '../charts/chart-column';
import { DotPlot } from '../charts/dot-plot';
import { type BelowAverage, countInFile, hiddenOf, shareOf } from './cells';
import { BelowWords, cautionOf, CountOf, ShareOf } from './cell-words';

const words = texts.motorSkills;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, label: formatPercent(at) }));
/** By the norm's own definition: below the percentile 40. */
const EXPECTED = 0.4;

/** A group of children with its share below average. */
export interface BelowRow {
  key: string;
  label: string;
  below: BelowAverage;
}

/** Shares on one scale, with what the norm expects as a line. */
export function BelowChart({ rows }: { rows: readonly BelowRow[] }) {
  return (
    <DotPlot
      dots={rows.map(({ key, label, below }) => ({
        ...{ key, label, value: hiddenOf(below) ? null : shareOf(below), look: 'full' },
        words: <BelowWords below={below} />,
        note: cautionOf(below),
      }))}
      mean={{ value: EXPECTED, words: words.below.expected }}
      ticks={TICKS}
      axis={words.below.axis}
      legend={[{ look: 'full', label: words.below.dot }]}
    />
  );
}

/** Below a chart of published numbers: how they are to be read. */
export const readingLine = `${words.rounded} ${words.legend}`;

/** The same as a table and a file. @param header names the rows */
export function belowColumns(header: string): ChartColumn<BelowRow>[] {
  return [
    { key: 'label', header, value: ({ label }) => label },
    {
      key: 'children',
      header: words.below.children,
      value: ({ below }) => countInFile(below.whole),
      render: ({ below }) => <CountOf cell={below.whole} />,
    },
    {
      key: 'below',
      header: words.below.count,
      value: ({ below }) => countInFile(below.part),
      render: ({ below }) => <CountOf cell={below.part} />,
    },
    {
      key: 'share',
      header: words.below.share,
      share: true,
      decimals: 0,
      value: ({ below }) => (below.part?.state === 'hidden' ? words.hidden : shareOf(below)),
      render: ({ below }) => <ShareOf cell={below.part} />,
    },
    labelColumn<BelowRow>(),
  ];
}

/** Beside every number of a file. */
export function labelColumn<Row>(): ChartColumn<Row> {
  return { key: 'label-of-all', header: words.below.note, value: () => words.label, onlyInFile: true };
}
