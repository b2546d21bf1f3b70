import { texts } from '../../texts/de';
import { formatMonth } from '../../ui/format';
import sheet from './house-sheet.module.css';
import type { SheetMonth } from './queries';
import classes from './rate-strip.module.css';
import { SheetSection } from './sheet-section';

const words = texts.houseSheet;

const MONTHS = Array.from({ length: 12 }, (_, i) => i);
const AUGUST = 7;

/** The school year as a strip of months: the fuller, the darker, with the counts in it. */
export function RateStrip({ months, schoolYear }: { months: readonly SheetMonth[]; schoolYear: number }) {
  return (
    <SheetSection title={words.rate}>
      <ol className={classes.strip}>
        {MONTHS.map((i) => {
          const key = monthOf(schoolYear, i);
          return <Month key={key} month={key} counts={months.find(({ month }) => month === key)} />;
        })}
      </ol>
      <p className={sheet.hint}>{words.rateHint}</p>
    </SheetSection>
  );
}

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
