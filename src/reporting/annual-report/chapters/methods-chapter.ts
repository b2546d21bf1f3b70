import type { ReportDto } from '../../reports/report.dto.js';
import type { AnnualFigures } from '../annual-figures.js';
import type { ChapterDto, TableDto } from '../content.dto.js';
import { wordCell } from '../writing/figure-book.js';
import type { SummaryFacts } from '../writing/summary-sentences.js';
import { columnsOf, section } from './parts.js';

/** How it was counted, and what every figure means. */
export function methodsChapter({ totals }: AnnualFigures, facts: SummaryFacts): ChapterDto {
  return {
    ...{ code: 'methods', title: 'Methode und Begriffe' },
    sections: [section(null, { paragraphs: notes(facts), table: definitions(totals) })],
  };
}

function notes({ from, until, isInterim, isComparable }: SummaryFacts): string[] {
  const stand = isInterim
    ? `Gezählt ist, was vom ${from} bis zum ${until} geschehen und bis zum Zeitpunkt der Zählung eingetragen ist. Spätere Einträge und Berichtigungen ändern diesen Bericht nicht mehr.`
    : `Gezählt ist das ganze Kita-/Schuljahr vom ${from} bis zum ${until}, so wie es zum Zeitpunkt der Zählung eingetragen war. Spätere Berichtigungen ändern diesen Bericht nicht mehr.`;
  const before = isComparable
    ? [
        isInterim
          ? 'Das Vorjahr ist bis zum gleichen Tag gezählt, nach den Regeln und den Stadtbezirken seiner Zeit.'
          : 'Das Vorjahr ist ganz gezählt, nach den Regeln und den Stadtbezirken seiner Zeit.',
      ]
    : [];
  return [
    stand,
    ...before,
    'Das Kapitel Motorik enthält nur veröffentlichte Zahlen: auf 5 gerundet, Werte bis 7 nicht ausgewiesen, und verborgen, was sich auch durch Abziehen auf einzelne Kinder zurückrechnen ließe.',
    'In allen anderen Kapiteln werden Kinder nie einzeln gezählt: Es zählt die Größe der Gruppen und Klassen, in denen etwas stattgefunden hat. Fachkräfte zählen in Summen für die ganze Stadt einmal, auch wenn sie in zwei Einrichtungen arbeiten.',
    'Anteile stehen ohne Nachkommastelle, ab einer Grundmenge von 1.000 mit einer. Unterschiede zwischen Gruppen oder Jahren sagen nichts über ihre Ursachen.',
  ];
}

function definitions(totals: ReportDto[]): TableDto {
  return {
    title: 'Was die Kennzahlen bedeuten',
    columns: columnsOf(['Kennzahl', 'So wird gezählt'], []),
    rows: totals.flatMap(({ figures }) =>
      figures.map(({ title, definition }) => ({ title, isTotal: false, cells: [wordCell(definition)] })),
    ),
  };
}
