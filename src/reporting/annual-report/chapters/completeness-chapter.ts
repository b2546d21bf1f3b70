import type { AnnualFigures, MonthFigures } from '../annual-figures.js';
import type { ChapterDto, ChartDto, TableDto } from '../content.dto.js';
import { cellOf, entryOf } from '../writing/figure-book.js';
import { reportingOf, type SummaryFacts } from '../writing/summary-sentences.js';
import { columnsOf, said, section } from './parts.js';

/** How complete is what all the other numbers rest on? */
export function completenessChapter({ months }: AnnualFigures, facts: SummaryFacts): ChapterDto {
  return {
    ...{ code: 'completeness', title: 'Vollständigkeit der Angaben' },
    sections: [
      section(null, {
        paragraphs: [
          'Alle Zahlen dieses Berichts beruhen auf dem, was die Einrichtungen eingetragen haben. Wo Wochen fehlen, ist nicht unbedingt nichts geschehen: Es ist nichts eingetragen.',
          ...said(reportingOf(facts)),
        ],
        chart: line(months, facts.isComparable),
        table: table(months),
        note: 'Eine Woche wird erwartet, wenn an mindestens einem ihrer Tage von Montag bis Freitag weder Schulferien noch ein Schließtag der Einrichtung war. Sie zählt zu dem Monat, in dem ihr Donnerstag liegt.',
      }),
    ],
  };
}

function line(months: MonthFigures[], isComparable: boolean): ChartDto {
  return {
    ...{ kind: 'lines', title: 'Meldequote je Monat', max: 1, isShare: true },
    series: ['dieses Jahr', 'Vorjahr'].slice(0, isComparable ? 2 : 1),
    description: 'Linie: Anteil der erwarteten Wochen, in denen etwas eingetragen ist.',
    rows: months.map(({ short, reportingRate }) => {
      const entry = entryOf(reportingRate, reportingRate.total, 'weeks_reported');
      const { value, previous } = entry.value;
      const before = previous && cellOf({ ...entry, value: { ...entry.value, ...previous } }).text;
      const count = isComparable ? 2 : 1;
      return {
        title: short,
        values: [value, previous?.value ?? null].slice(0, count),
        texts: [cellOf(entry).text, before ?? '–'].slice(0, count),
      };
    }),
  };
}

function table(months: MonthFigures[]): TableDto {
  return {
    title: 'Meldequote je Monat, über alle teilnehmenden Einrichtungen',
    columns: columnsOf(['Monat'], ['Wochen mit Eintrag', 'Davon rechtzeitig']),
    rows: months
      .filter(({ isAhead }) => !isAhead)
      .map(({ title, reportingRate: report }) => ({
        ...{ title, isTotal: false },
        cells: ['weeks_reported', 'weeks_on_time'].map((code) => cellOf(entryOf(report, report.total, code))),
      })),
  };
}
