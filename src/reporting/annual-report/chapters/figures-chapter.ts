import type { ReportDto } from '../../reports/report.dto.js';
import type { AnnualFigures, MonthFigures } from '../annual-figures.js';
import type { CellDto, ChapterDto, ChartDto, TableDto, TableRowDto } from '../content.dto.js';
import { cellOf, type Entry, entryOf, wordCell } from '../writing/figure-book.js';
import { numberText } from '../writing/numbers.js';
import { columnsOf, roundMax, section } from './parts.js';

/** The headline stands in the summary. */
const ELSEWHERE = 'headline';

/** Every key figure beside the year before, and how the year went. */
export function figuresChapter({ totals, months }: AnnualFigures, isComparable: boolean): ChapterDto {
  return {
    ...{ code: 'figures', title: 'Kennzahlen' },
    sections: [
      section(null, {
        paragraphs: [
          'Neben jedem Anteil und jedem Verhältnis stehen klein die Zahlen, aus denen es sich ergibt.',
        ],
        table: keyFigures(totals, isComparable),
      }),
      section('Verlauf', { chart: activityLine(months, isComparable) }),
    ],
  };
}

function keyFigures(totals: ReportDto[], isComparable: boolean): TableDto {
  const reports = totals.filter(({ report }) => report !== ELSEWHERE);
  return {
    title: 'Alle Kennzahlen',
    columns: columnsOf(['Kennzahl'], ['Wert', 'Vorjahr'].slice(0, isComparable ? 2 : 1)),
    rows: reports.flatMap((report) =>
      report.figures.map(({ code }) => rowOf(entryOf(report, report.total, code), isComparable)),
    ),
  };
}

function rowOf(entry: Entry, isComparable: boolean): TableRowDto {
  return {
    ...{ title: entry.definition.title, isTotal: false },
    cells: [cellOf(entry), ...(isComparable ? [before(entry)] : [])],
  };
}

function before({ value, definition }: Entry): CellDto {
  if (value.previous === null) return wordCell('');
  return { ...cellOf({ definition, value: { ...value, ...value.previous } }), figure: null };
}

/** Activities month by month, the year before as a second line. */
function activityLine(months: MonthFigures[], isComparable: boolean): ChartDto {
  const rows = months.map(({ short, isAhead, dose }) => {
    const { value } = entryOf(dose, dose.total, 'activities');
    // Of a month to come the year before is not counted either: it would look as if nothing had happened.
    const counts = isAhead ? [null, null] : [value.numerator, value.previous?.numerator ?? null];
    const values = counts.slice(0, isComparable ? 2 : 1);
    return { title: short, values, texts: values.map((count) => (count === null ? '–' : numberText(count))) };
  });
  return {
    ...{ kind: 'lines', title: 'Aktivitäten je Monat', rows, max: roundMax(rows), isShare: false },
    series: ['dieses Jahr', 'Vorjahr'].slice(0, isComparable ? 2 : 1),
    description: 'Linie: eingetragene Aktivitäten, Monat für Monat.',
  };
}
