import type { AnnualFigures, DividedReports } from '../annual-figures.js';
import type { ChapterDto, ChartDto } from '../content.dto.js';
import { cellOf, type Entry, inWords } from '../writing/figure-book.js';
import {
  cellOfGroup,
  CHILDREN,
  dividedTable,
  DOSE,
  entryOfGroup,
  groupsOf,
  HIDDEN_NOTE,
  TAKING_PART,
  titleOf,
} from './divided.js';
import { section } from './parts.js';

const ACTIVE = {
  ...TAKING_PART,
  title: 'Davon mit Aktivitäten',
  code: 'institutions_active',
  isAbout: 'participating' as const,
};

/** Who is reached, over the whole city and district by district. */
export function reachChapter({ by, isInterim }: AnnualFigures, isComparable: boolean): ChapterDto {
  const columns = [TAKING_PART, ACTIVE, CHILDREN, DOSE];
  const series = [isInterim ? 'bis jetzt' : 'dieses Jahr', 'Vorjahr'].slice(0, isComparable ? 2 : 1);
  return {
    ...{ code: 'reach', title: 'Reichweite nach Stadtbezirk' },
    sections: [
      section(null, {
        paragraphs: [
          'Die Reichweite sagt, wie viele Einrichtungen von allen in der Stadt teilnehmen – auch die, die nicht teilnehmen, zählen in der Grundmenge mit. Kinder gelten als erreicht, wenn ihre Gruppe oder Klasse mindestens eine Aktivität hatte.',
        ],
        chart: reachBars(by.district, 'Teilnehmende Einrichtungen nach Stadtbezirk', series),
        table: dividedTable(by.district, columns, {
          title: 'Die Stadtbezirke in Zahlen',
          head: 'Stadtbezirk',
        }),
        note: HIDDEN_NOTE,
      }),
      section('Kitas und Schulen', {
        table: dividedTable(by.kind, columns, { title: 'Reichweite nach Art der Einrichtung', head: 'Art' }),
      }),
    ],
  };
}

/** How much of each group takes part, with the year before as a mark. */
export function reachBars(reports: DividedReports, title: string, series: string[]): ChartDto {
  return {
    ...{ kind: 'bars', title, series, max: 1, isShare: true },
    description: 'Balken: Anteil der Einrichtungen, die teilnehmen, an allen.',
    rows: groupsOf(reports).map((group) => {
      const entry = entryOfGroup(reports, group, TAKING_PART);
      const previous = previousOf(entry);
      return {
        title: titleOf(group),
        values: [entry?.value.value ?? null, previous?.value.value ?? null].slice(0, series.length),
        texts: [inWords(cellOfGroup(entry)), previous ? cellOf(previous).text : ''].slice(0, series.length),
      };
    }),
  };
}

/** The year before as a number of its own; null where it would be that of a single house. */
function previousOf(entry: Entry | null): Entry | null {
  const previous = entry?.value.previous ?? null;
  if (entry === null || previous === null || previous.denominator === 1) return null;
  return { ...entry, value: { ...entry.value, ...previous } };
}
