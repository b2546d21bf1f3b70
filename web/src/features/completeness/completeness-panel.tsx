import { texts } from '../../texts/de';
import { formatDate, formatInteger, formatMonthYear, formatShare } from '../../ui/format';
import { wordFor } from '../../texts/de/words';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { HeatMap, type HeatMapProps } from './heat-map';
import type { Completeness, CompletenessRow, WeekCounts } from './queries';
import { SelectionBar } from './selection-bar';

const words = texts.completeness;

/** How completely each house reports, month by month. */
export function CompletenessPanel(props: HeatMapProps) {
  const { sums, rows, months, selection } = props;
  return (
    <ChartPanel
      title={words.panel}
      summary={summaryOf(sums)}
      param="ansicht"
      chart={
        <>
          {selection && <SelectionBar rows={rows} selection={selection} />}
          <HeatMap {...props} />
        </>
      }
      columns={columnsOf(months)}
      rows={rows}
      rowKey={({ institutionId }) => institutionId}
    />
  );
}

function summaryOf({ total: { reported, expected, onTime } }: Completeness): string {
  if (expected === 0) return words.nothingDue;
  const [part, whole, soon] = [reported, expected, onTime].map(formatInteger) as [string, string, string];
  return words.summary(part, whole, formatShare(reported, expected), soon);
}

const rateOf = ({ reported, expected }: WeekCounts): number | null =>
  expected === 0 ? null : reported / expected;

function columnsOf(months: readonly string[]): ChartColumn<CompletenessRow>[] {
  return [
    { key: 'name', header: words.columns.house, value: ({ name }) => name },
    { key: 'kind', header: words.columns.kind, value: ({ kind }) => wordFor(texts.words.kind, kind) },
    { key: 'district', header: words.columns.district, value: ({ districtName }) => districtName },
    { key: 'expected', header: words.columns.expected, value: ({ expected }) => expected },
    { key: 'reported', header: words.columns.reported, value: ({ reported }) => reported },
    { key: 'onTime', header: words.columns.onTime, value: ({ onTime }) => onTime },
    { key: 'rate', header: words.columns.rate, share: true, value: rateOf },
    ...months.map((month) => ({
      key: month,
      header: words.columns.month(formatMonthYear(`${month}-01`)),
      share: true as const,
      value: (row: CompletenessRow) => {
        const counts = row.months.find((known) => known.month === month);
        return counts ? rateOf(counts) : null;
      },
    })),
    {
      key: 'reminded',
      header: words.columns.reminded,
      value: ({ remindedOn }) => remindedOn && formatDate(remindedOn),
    },
  ];
}
