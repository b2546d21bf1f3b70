import { useReducedMotion } from '@mantine/hooks';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { BandPoint } from './course-band';
import { formatAge, formatValue } from './result-words';

interface CourseChartProps {
  points: readonly BandPoint[];
  xAxis: string;
  yAxis: string;
}

const LABEL = { fill: 'var(--mantine-color-dimmed)', fontSize: 13 };
const TICK = { fill: 'var(--mantine-color-text)', fontSize: 12 };
const LINE = 'var(--olympia-line)';

/** A child's values by age before the band of the norm. Drawn only; the words and the table stand beside it. */
export function CourseChart({ points, xAxis, yAxis }: CourseChartProps) {
  const isAnimationActive = !useReducedMotion();
  const shared = { isAnimationActive: false, connectNulls: true, dot: false, activeDot: false } as const;
  return (
    <ResponsiveContainer width="100%" height={280}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, right: 12, bottom: 18, left: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke={LINE} strokeDasharray="3 3" />
        <XAxis
          dataKey="age"
          type="number"
          domain={['dataMin', 'dataMax']}
          tickFormatter={formatAge}
          tick={TICK}
          stroke={LINE}
          label={{ value: xAxis, position: 'insideBottom', offset: -12, ...LABEL }}
        />
        <YAxis
          width={56}
          domain={['auto', 'auto']}
          tickFormatter={formatValue}
          tick={TICK}
          stroke={LINE}
          label={{
            value: yAxis,
            angle: -90,
            position: 'insideLeft',
            style: { textAnchor: 'middle' },
            ...LABEL,
          }}
        />
        <Area {...shared} dataKey="wide" stroke="none" fill="var(--olympia-second)" fillOpacity={0.35} />
        <Area {...shared} dataKey="middle" stroke="none" fill="var(--olympia-second)" fillOpacity={0.6} />
        <Line {...shared} dataKey="median" stroke="var(--mantine-color-dimmed)" strokeDasharray="5 4" />
        <Line
          dataKey="value"
          isAnimationActive={isAnimationActive}
          connectNulls
          stroke="var(--mantine-color-text)"
          strokeWidth={2.5}
          dot={{ r: 5, fill: 'var(--mantine-color-text)' }}
          activeDot={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
