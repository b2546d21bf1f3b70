import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import type { NormCurve } from '../../api/types';
import { texts } from '../../texts/de';
import { formatNumber, PERCENTILES, unitWord, valueWords } from './numbers';

const words = texts.norms;

type Point = NormCurve['points'][number];

const LOOKS = {
  p97: { strokeDasharray: '2 4', color: 'gray.6' },
  p80: { strokeDasharray: '8 4', color: 'gray.6' },
  p50: { color: 'var(--olympia-strong)' },
  p20: { strokeDasharray: '8 4', color: 'gray.6' },
  p3: { strokeDasharray: '2 4', color: 'gray.6' },
} as const;

/** Five percentiles over age as lines. Drawn only; the words and the table stand beside it. */
export function CurveChart({ curve }: { curve: NormCurve }) {
  const ages = curve.points.map(({ age }) => age);
  return (
    <LineChart
      h={300}
      data={curve.points}
      dataKey="age"
      series={PERCENTILES.map((name) => ({ name, label: words.percentiles[name], ...LOOKS[name] }))}
      curveType="linear"
      withDots={false}
      strokeWidth={2}
      accessibilityLayer={false}
      xAxisLabel={words.ageAxis}
      yAxisLabel={unitWord(curve.unit)}
      styles={{ axisLabel: { fill: 'var(--mantine-color-dimmed)' } }}
      xAxisProps={{
        type: 'number',
        domain: [Math.min(...ages), Math.max(...ages)],
        ticks: ticksOf(ages),
        tickFormatter: formatNumber,
      }}
      yAxisProps={{ width: 64, domain: ['auto', 'auto'], tickFormatter: formatNumber }}
      lineProps={({ name }) => (name === words.percentiles.p50 || name === 'p50' ? { strokeWidth: 3.5 } : {})}
      tooltipProps={{
        content: ({ payload }) => {
          const point = payload[0]?.payload as Point | undefined;
          return point && <CurveTooltip point={point} unit={unitWord(curve.unit)} />;
        },
      }}
    />
  );
}

const FEW_YEARS = 2;
const FINE = 0.25;

/** Whole years; quarters where the norms cover hardly more than one. */
function ticksOf(ages: readonly number[]): number[] {
  const [first, last] = [Math.min(...ages), Math.max(...ages)];
  const step = last - first < FEW_YEARS ? FINE : 1;
  const ticks: number[] = [];
  for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
  return ticks;
}

function CurveTooltip({ point, unit }: { point: Point; unit: string }) {
  return (
    <Paper withBorder shadow="md" radius="md" px="md" py="xs">
      <Text size="sm" c="dimmed">
        {words.ageColumn} {formatNumber(point.age)}
      </Text>
      {PERCENTILES.map((name) => (
        <Text key={name} size="sm" fw={name === 'p50' ? 600 : 400}>
          {words.percentiles[name]}: {valueWords(point[name])} {unit}
        </Text>
      ))}
    </Paper>
  );
}
