import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { NormCurve } from '../../api/types';
import { texts } from '../../texts/de';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { PERCENTILES, unitWord } from './numbers';

const words = texts.norms;
/** Drawing comes with a large library that most pages do without. */
const CurveChart = lazy(async () => ({ default: (await import('./curve-chart')).CurveChart }));

/** One curve with its words, as a picture or as a table. */
export function CurvePanel({ curve }: { curve: NormCurve }) {
  const sex = words.sexes[curve.sex as keyof typeof words.sexes];
  const title = words.curveTitle(curve.itemTitle, sex);
  const lower = curve.direction === 'lower';
  return (
    <ChartPanel
      title={title}
      summary={lower ? `${words.summary} ${words.summaryLower}` : words.summary}
      param={`${curve.itemCode}-${curve.sex}`.toLowerCase()}
      chart={
        <Suspense fallback={<Skeleton height={300} radius="md" />}>
          <div role="img" aria-label={title}>
            <CurveChart curve={curve} />
          </div>
        </Suspense>
      }
      narrow
      columns={columnsIn(unitWord(curve.unit))}
      rows={fewOf(curve.points)}
      rowKey={({ age }) => String(age)}
    />
  );
}

type Point = NormCurve['points'][number];

const columnsIn = (unit: string): ChartColumn<Point>[] => [
  { key: 'age', header: words.ageColumn, value: ({ age }) => age },
  ...PERCENTILES.toReversed().map((name) => ({
    key: name,
    header: words.percentileIn(name.toUpperCase(), unit),
    value: (point: Point) => point[name],
  })),
];

const MOST_ROWS = 18;

/** A handful of ages: between them the curve is straight to the eye. */
function fewOf(points: readonly Point[]): Point[] {
  const every = Math.max(1, Math.ceil(points.length / MOST_ROWS));
  return points.filter((_, index) => index % every === 0 || index === points.length - 1);
}
