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
  /** Said in the tooltip of a holiday week. */
  holiday: string;
}

/** A quiet grey that lets the grid through. */
const BAND = { color: 'gray.5', strokeOpacity: 0, fillOpacity: 0.2 };

/** Activities per week as a line, holidays as grey bands. Drawn only; the words and the table stand beside it. */
export function WeekLine({ points, ticks, xAxis, yAxis, unit, holiday }: WeekLineProps) {
  return (
    <LineChart
      h={280}
      data={[...points]}
      dataKey="index"
      series={[{ name: 'activities', color: 'var(--olympia-strong)' }]}
      curveType="linear"
      strokeWidth={2.5}
      dotProps={{ r: 3 }}
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
          return point && <WeekTooltip point={point} unit={unit} holiday={holiday} />;
        },
      }}
    />
  );
}

function WeekTooltip({ point, unit, holiday }: { point: WeekPoint; unit: string; holiday: string }) {
  return (
    <Paper withBorder shadow="md" radius="md" px="md" py="xs">
      <Text size="sm" c="dimmed">
        {point.label}
      </Text>
      <Text fw={600}>
        {formatInteger(point.activities)} {unit}
      </Text>
      {point.holiday && <Text size="sm">{holiday}</Text>}
    </Paper>
  );
}
