import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import { formatInteger } from '../../ui/format';
import { holidayBands, type WeekPoint } from './week-point';

interface WeekLineProps {
  points: readonly WeekPoint[];
  /** Places of the weeks named at the axis, with their names. */
  ticks: ReadonlyMap<number, string>;
  xAxis: string;
  yAxis: string;
  /** Word for a point's number. */
  unit: string;
  /** Names of the line and of the one of the year before. */
  years: readonly [now: string, before: string];
  /** Said in the tooltip of a holiday week. */
  holiday: string;
}

/** A quiet grey that lets the grid through. */
const BAND = { color: 'gray.5', strokeOpacity: 0, fillOpacity: 0.2 };

// Below: the year before, thin and dashed without dots, so that the two are told apart without their colours.
const SERIES = [
  { name: 'before', color: 'var(--mantine-color-dimmed)', strokeDasharray: '5 4' },
  { name: 'activities', color: 'var(--olympia-strong)' },
];
const NOW = { strokeWidth: 2.5, dot: WeekDot } as const;
const BEFORE = { strokeWidth: 1.5, dot: false, activeDot: false } as const;

/** Activities per week as a line, holidays as grey bands. Drawn only; the words and the table stand beside it. */
export function WeekLine({ points, ticks, xAxis, yAxis, unit, years, holiday }: WeekLineProps) {
  return (
    <LineChart
      h={280}
      data={[...points]}
      dataKey="index"
      series={SERIES}
      curveType="linear"
      lineProps={({ name }) => (name === 'before' ? BEFORE : NOW)}
      accessibilityLayer={false}
      referenceAreas={holidayBands(points).map((band) => ({ ...band, ...BAND }))}
      xAxisLabel={xAxis}
      yAxisLabel={yAxis}
      styles={{ axisLabel: { fill: 'var(--mantine-color-dimmed)' } }}
      xAxisProps={{
        type: 'number',
        domain: [-0.5, points.length - 0.5],
        ticks: [...ticks.keys()],
        interval: 0,
        tickFormatter: (index: number) => ticks.get(index) ?? '',
      }}
      yAxisProps={{ width: 56, allowDecimals: false }}
      valueFormatter={formatInteger}
      tooltipProps={{
        content: ({ payload }) => {
          const point = payload[0]?.payload as WeekPoint | undefined;
          return point && <WeekTooltip {...{ point, unit, years, holiday }} />;
        },
      }}
    />
  );
}

interface WeekDotProps {
  cx?: number;
  cy?: number;
  payload?: WeekPoint;
}

/** Hollow while the week is not over. */
function WeekDot({ cx, cy, payload }: WeekDotProps) {
  const fill = payload?.running ? 'var(--mantine-color-body)' : 'var(--olympia-strong)';
  return <circle cx={cx} cy={cy} r={3.5} fill={fill} stroke="var(--olympia-strong)" strokeWidth={1.5} />;
}

interface WeekTooltipProps extends Pick<WeekLineProps, 'unit' | 'years' | 'holiday'> {
  point: WeekPoint;
}

function WeekTooltip({ point, unit, years: [now, before], holiday }: WeekTooltipProps) {
  return (
    <Paper withBorder shadow="md" radius="md" px="md" py="xs">
      <Text size="sm" c="dimmed">
        {point.label}
      </Text>
      <Text fw={600}>
        {now}: {formatInteger(point.activities)} {unit}
      </Text>
      {point.before !== null && (
        <Text size="sm">
          {before}: {formatInteger(point.before)} {unit}
        </Text>
      )}
      {point.holiday && <Text size="sm">{holiday}</Text>}
    </Paper>
  );
}
