import type { CellValue } from '../../kernel/xlsx/sheet-xml.js';
import type { Sheet } from '../../kernel/xlsx/workbook.js';

/** What a spreadsheet says about itself on its last sheet. */
export interface About {
  /** German word for the content, as the sheet is named. */
  content: string;
  /** In German words, one line each. */
  filter: [label: string, value: string][];
  at: Date;
}

const COLUMNS = [
  { title: 'Angabe', width: 24 },
  { title: 'Inhalt', width: 60 },
];

const AT = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** The sheet "Filter" of every spreadsheet: what is in it, as of when, and what was asked for. Not who took it. */
export function filterSheet({ content, filter, at }: About, count: number): Sheet {
  const rows: CellValue[][] = [
    ['Inhalt', content],
    ['Stand der Daten', `${AT.format(at)} Uhr`],
    ...(filter.length === 0 ? [['Filter', 'keiner: alles, was im eigenen Zugriff liegt']] : filter),
    ['Anzahl der Zeilen', count],
    ['Quelle', 'Olympia ruft – Mach mit!'],
  ];
  return { name: 'Filter', columns: COLUMNS, rows };
}
