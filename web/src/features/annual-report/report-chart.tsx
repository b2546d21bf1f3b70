import type { AnnualReportChart } from '../../api/types';
import classes from './report-chart.module.css';
import { ReportLines } from './report-lines';

const SHAPES = ['circle', 'square', 'triangle'] as const;
const WHOLE = 100;

/** The same chart as in the file. Bars and dots are a list of words: the same for eyes, ears, keyboard and paper. */
export function ReportChart({ chart }: { chart: AnnualReportChart }) {
  return (
    <div>
      {chart.series.length > 1 && <Legend chart={chart} />}
      {chart.kind === 'lines' ? <ReportLines chart={chart} /> : <Rows chart={chart} />}
    </div>
  );
}

function Rows({ chart }: { chart: AnnualReportChart }) {
  return (
    <ul className={classes.list}>
      {chart.rows.map((row) => (
        <li key={row.title} className={classes.row}>
          <span className={classes.label}>{row.title}</span>
          {chart.kind === 'bars' ? <Bar chart={chart} row={row} /> : <Dots chart={chart} row={row} />}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  chart: AnnualReportChart;
  row: AnnualReportChart['rows'][number];
}

const placeOf = (value: number, { max }: AnnualReportChart): string =>
  `${max > 0 ? Math.min(WHOLE, (value / max) * WHOLE) : 0}%`;

/** A bar with its number beside it; of a second series, the year before, only a mark on it. */
function Bar({ chart, row }: RowProps) {
  const [value = null, before = null] = row.values;
  return (
    <span className={classes.lane}>
      <span className={classes.track} aria-hidden>
        {value !== null && <span className={classes.fill} style={{ width: placeOf(value, chart) }} />}
        {before !== null && (
          <span className={classes.mark} data-shape="diamond" style={{ left: placeOf(before, chart) }} />
        )}
      </span>
      <span className={classes.words}>{row.texts[0]}</span>
    </span>
  );
}

function Dots({ chart, row }: RowProps) {
  return (
    <span>
      {chart.series.map((title, i) => {
        const value = row.values[i] ?? null;
        return (
          <span key={title} className={classes.lane}>
            <span className={classes.track} aria-hidden>
              {value !== null && (
                <span
                  className={classes.mark}
                  data-shape={SHAPES[i]}
                  style={{ left: placeOf(value, chart) }}
                />
              )}
            </span>
            <span className={classes.words}>{row.texts[i]}</span>
          </span>
        );
      })}
    </span>
  );
}

function Legend({ chart: { kind, series } }: { chart: AnnualReportChart }) {
  return (
    <ul className={classes.legend}>
      {series.map((title, i) => (
        <li key={title} className={classes.entry}>
          <Sign kind={kind} place={i} />
          {title}
        </li>
      ))}
    </ul>
  );
}

/** What a series looks like in the chart. */
function Sign({ kind, place }: { kind: AnnualReportChart['kind']; place: number }) {
  if (kind === 'lines') return <span className={place === 0 ? classes.line : classes.before} aria-hidden />;
  if (kind === 'bars' && place === 0) return <span className={classes.bar} aria-hidden />;
  return (
    <span className={classes.mark} data-shape={kind === 'bars' ? 'diamond' : SHAPES[place]} aria-hidden />
  );
}
