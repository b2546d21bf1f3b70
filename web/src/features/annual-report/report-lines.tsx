import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import type { AnnualReportChart } from '../../api/types';
import { formatInteger, formatPercent } from '../../ui/format';

/** This year as a strong line, the year before as a dashed one. Drawn only; the words and the table stand beside it. */
export function ReportLines({ chart }: { chart: AnnualReportChart }) {
  const { series, rows, isShare, max } = chart;
  return (
    <LineChart
      h={260}
      data={rows.map(({ title, values }) => ({
        title,
        ...Object.fromEntries(series.map((name, i) => [name, values[i] ?? null])),
      }))}
      dataKey="title"
      series={series.map((name, i) =>
        i === 0
          ? { name, color: 'var(--olympia-strong)' }
          : { name, color: 'var(--mantine-color-dimmed)', strokeDasharray: '5 4' },
      )}
      curveType="linear"
      strokeWidth={2.5}
      dotProps={{ r: 3 }}
      connectNulls={false}
      accessibilityLayer={false}
      valueFormatter={isShare ? formatPercent : formatInteger}
      yAxisProps={{ width: 56, domain: [0, max], allowDecimals: isShare }}
      xAxisProps={{ interval: 'preserveStartEnd' }}
    />
  );
}
