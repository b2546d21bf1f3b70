import { CsvError, parse } from 'csv-parse/sync';
import { fileProblem } from '../imports.problems.js';
import { decodeFile, type FileEncoding } from './decode.js';
import { withoutOwnColumns } from './wrong-rows.js';

export const MAX_ROWS = 5000;
const MAX_COLUMNS = 200;
// Empty rows in between do not count, but beyond this it is not worth looking.
const MAX_RECORDS = 4 * MAX_ROWS;
// Blanks of fixed width, and signs without any, that come along when cells are pasted from web pages and word processors.
const HARD_BLANKS = /[\u00A0\u2007\u202F]/g;
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
const MAX_RECORD_LETTERS = 100_000;

export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface SheetRow {
  /** As the spreadsheet counts: the header is row 1. */
  number: number;
  /** Trimmed; may be fewer or more than the headers. */
  cells: string[];
}

export interface Sheet {
  encoding: FileEncoding;
  delimiter: Delimiter;
  headers: string[];
  rows: SheetRow[];
}

/**
 * A CSV file as a table of texts. Nothing is evaluated: `=1+1` is four letters.
 * @throws Problem 422 with a sentence for each way in which a file cannot be read
 */
export function readSheet(bytes: Buffer): Sheet {
  const { text, encoding } = decodeFile(bytes);
  const { delimiter, body } = dialectOf(withoutBlankEnd(text));
  const records = recordsOf(body, delimiter).map((cells, i) => ({
    number: i + 1,
    cells: cells.map(cleanCell),
  }));
  const [header, ...rows] = withoutOwnColumns(records).filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  );
  if (!header) throw fileProblem('file_empty', 'Die Datei ist leer.');
  if (rows.length === 0) {
    throw fileProblem('file_without_rows', 'Die Datei hat nur eine Kopfzeile und keine weiteren Zeilen.');
  }
  if (rows.length > MAX_ROWS) throw tooManyRows();
  return { encoding, delimiter, headers: headersOf(header.cells, rows), rows };
}

// Spreadsheets save every row behind the last one that was ever touched: a million lines of semicolons.
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ';,\t \r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function recordsOf(text: string, delimiter: Delimiter): string[][] {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_RECORD_LETTERS,
      to: MAX_RECORDS + 1,
    });
    if (records.length > MAX_RECORDS) throw tooManyRows();
    return records;
  } catch (error) {
    if (error instanceof CsvError) throw brokenQuotes(error);
    throw error;
  }
}

/** An Excel hint (`sep=;`) settles the delimiter, else the sign that the first line has most of, outside of quotes. */
function dialectOf(text: string): { delimiter: Delimiter; body: string } {
  const hint = /^sep=([;,\t])(?:\r\n|\r|\n)/i.exec(text);
  if (hint) return { delimiter: hint[1] as Delimiter, body: text.slice(hint[0].length) };
  const line = /^[\r\n]*((?:"[^"]*"|[^"\r\n])*)/.exec(text)?.[1]?.replaceAll(/"[^"]*"/g, '') ?? '';
  const counted = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
  const [first] = counted.sort((a, b) => b.count - a.count);
  return { delimiter: first?.sign ?? ';', body: text };
}

// Our own files put an apostrophe before what a spreadsheet program would take for a formula; here it comes off again.
function cleanCell(cell: string): string {
  const trimmed = cell.replace(HARD_BLANKS, ' ').replace(INVISIBLE, '').normalize('NFC').trim();
  return /^'[=+\-@\t\r]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

/** @throws Problem 422 when two columns bear the same name, or too many any */
function headersOf(cells: string[], rows: SheetRow[]): string[] {
  if (cells.length > MAX_COLUMNS) {
    throw fileProblem('too_many_columns', `Die Datei hat mehr als ${MAX_COLUMNS} Spalten.`);
  }
  const headers = withoutEmptyEnd(cells, rows).map((header, i) => header || `Spalte ${i + 1}`);
  const names = headers.map((header) => header.toLowerCase());
  const repeated = headers.filter((_, i) => names.indexOf(names[i] ?? '') < i);
  if (repeated.length > 0) {
    throw fileProblem(
      'duplicate_columns',
      `Spaltennamen kommen mehrfach vor: ${[...new Set(repeated)].map((name) => `„${name}“`).join(', ')}. Bitte jede Spalte anders nennen.`,
    );
  }
  return headers;
}

// Spreadsheets save empty columns on the right, too.
function withoutEmptyEnd(cells: string[], rows: SheetRow[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '' && rows.every((row) => !row.cells[end - 1])) end -= 1;
  return cells.slice(0, end);
}

function tooManyRows(): Error {
  return fileProblem(
    'too_many_rows',
    `Die Datei hat mehr als ${MAX_ROWS.toLocaleString('de-DE')} Zeilen. Bitte in mehrere Dateien aufteilen.`,
  );
}

function brokenQuotes({ lines }: CsvError & { lines?: number }): Error {
  const where = typeof lines === 'number' ? ` Vermutlich in oder vor Zeile ${lines}.` : '';
  return fileProblem(
    'file_unreadable',
    `Die Datei lässt sich nicht in Spalten teilen: Ein Anführungszeichen wird nicht geschlossen.${where}`,
  );
}
