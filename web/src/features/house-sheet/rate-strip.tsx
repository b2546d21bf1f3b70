import { useRef } from 'react';
import { texts } from '../../texts/de';
import { formatMonth, formatMonthYear } from '../../ui/format';
import type { ChartColumn } from '../charts/chart-column';
import { SaveMenu } from '../charts/save-menu';
import sheet from './house-sheet.module.css';
import type { SheetMonth } from './queries';
import classes from './rate-strip.module.css';
import { SheetSection } from './sheet-section';

const words = texts.houseSheet;

const MONTHS = Array.from({ length: 12 }, (_, i) => i);
const AUGUST = 7;

/** The school year as a strip of months: the fuller, the darker. With the counts in it, it is its own table. */
export function RateStrip({ months, schoolYear }: { months: readonly SheetMonth[]; schoolYear: number }) {
  const drawn = useRef<HTMLOListElement>(null);
  const save = (
    <SaveMenu title={words.rate} summary={words.rateHint} columns={FILE} rows={months} drawn={drawn} />
  );
  return (
    <SheetSection title={words.rate} action={save}>
      <ol className={classes.strip} ref={drawn}>
        {MONTHS.map((i) => {
          const key = monthOf(schoolYear, i);
          return <Month key={key} month={key} counts={months.find(({ month }) => month === key)} />;
        })}
      </ol>
      <p className={sheet.hint}>{words.rateHint}</p>
    </SheetSection>
  );
}

const FILE: readonly ChartColumn<SheetMonth>[] = [
  { key: 'month', header: words.fileMonth, value: ({ month }) => formatMonthYear(`${month}-01`) },
  { key: 'expected', header: texts.completeness.columns.expected, value: ({ expected }) => expected },
  { key: 'reported', header: texts.completeness.columns.reported, value: ({ reported }) => reported },
  { key: 'onTime', header: texts.completeness.columns.onTime, value: ({ onTime }) => onTime },
];

function monthOf(schoolYear: number, place: number): string {
  const month = (AUGUST + place) % 12;
  const year = schoolYear + Math.floor((AUGUST + place) / 12);
  return `${year}-${String(month + 1).padStart(2, '0')}`;
}

function Month({ month, counts }: { month: string; counts: SheetMonth | undefined }) {
  const name = formatMonth(`${month}-01`);
  const said = counts ? words.month(name, counts.reported, counts.expected) : words.monthEmpty(name);
  return (
    <li className={classes.month}>
      <span aria-hidden>{name}</span>
      <span
        className={classes.cell}
        data-level={counts ? levelOf(counts) : 'none'}
        role="img"
        aria-label={said}
      >
        {counts && words.cell(counts.reported, counts.expected)}
      </span>
    </li>
  );
}

function levelOf({ reported, expected }: SheetMonth): string {
  if (reported === 0) return 'empty';
  if (reported >= expected) return 'full';
  return reported * 2 < expected ? 'low' : 'most';
}
