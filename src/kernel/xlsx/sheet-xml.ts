/** A Date is a day or minute as the clock showed it, in UTC: spreadsheets know no time zones. */
export type CellValue = string | number | Date | null;

export interface SheetColumn {
  title: string;
  /** In letters. */
  width?: number;
  /** How dates of this column are shown. */
  format?: 'date' | 'instant';
}

/** The formats of cells, by their place in `xl/styles.xml`. */
const STYLES = { plain: 0, header: 1, date: 2, instant: 3 };
const NUMBER_FORMATS = { date: 'dd.mm.yyyy', instant: 'dd.mm.yyyy hh:mm' };
const DEFAULT_WIDTH = 16;
const DAY_MS = 86_400_000;
/** Days from the spreadsheets' day 0 to 1 January 1970. */
const EPOCH = 25_569;

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const STYLES_XML = `${XML}<styleSheet xmlns="${MAIN}">\
<numFmts count="2"><numFmt numFmtId="164" formatCode="${NUMBER_FORMATS.date}"/><numFmt numFmtId="165" formatCode="${NUMBER_FORMATS.instant}"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>\
<xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Everything of a sheet before its rows: the header stays in sight. */
export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width = DEFAULT_WIDTH }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<cols>${widths.join('')}</cols><sheetData>`;
}

export const SHEET_END = '</sheetData></worksheet>';

/** The names of the columns in bold. */
export function headerXml(columns: readonly SheetColumn[]): string {
  return `<row r="1">${columns.map(({ title }, i) => textXml(`${letters(i)}1`, title, STYLES.header)).join('')}</row>`;
}

/** One row; `number` counts from 1, the header included. */
export function rowXml(number: number, cells: readonly CellValue[], columns: readonly SheetColumn[]): string {
  let xml = `<row r="${number}">`;
  for (const [i, cell] of cells.entries()) {
    if (cell !== null) xml += cellXml(`${letters(i)}${number}`, cell, columns[i]?.format);
  }
  return `${xml}</row>`;
}

function cellXml(place: string, cell: string | number | Date, format: SheetColumn['format']): string {
  if (typeof cell === 'string') return textXml(place, cell, STYLES.plain);
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${STYLES[format ?? 'date']}"><v>${cell.getTime() / DAY_MS + EPOCH}</v></c>`;
}

function textXml(place: string, text: string, style: number): string {
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
// XML 1.0 has no room for these, whatever a database lets through.
const UNSPEAKABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** As text between tags or in an attribute. */
export function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(UNSPEAKABLE, '\uFFFD')
      // A spreadsheet program reads `_x0041_` as the letter A: what only looks like it is said with its underscore escaped.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[&<>"\r]/g, (sign) => SIGNS[sign] ?? sign)
  );
}

const LETTERS: string[] = [];

/** A, B … Z, AA … of a column, counted from 0. */
function letters(index: number): string {
  return (LETTERS[index] ??=
    index < 26 ? letter(index) : letters(Math.floor(index / 26) - 1) + letter(index % 26));
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
