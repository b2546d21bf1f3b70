import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { NormCurve } from '../../api/types';
import { texts } from '../../texts/de';
import { ChartPanel } from '../charts/chart-panel';
import { CurveTable } from './curve-table';

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
      table={<CurveTable curve={curve} title={title} />}
      isEmpty={curve.points.length === 0}
    />
  );
}
