import { csvText } from './csv-text.js';
import type { SheetRow } from './sheet.js';

/** Columns that our file of wrong rows has before those of the person's own file. */
const OWN_HEADERS = ['Zeile in der Datei', 'Bitte ändern'];

export interface WrongRow extends SheetRow {
  errors: { message: string }[];
}

/** The wrong rows of a file as a file to mend and to read in again, each with what is to be changed. */
export function wrongRowsFile(headers: string[], rows: WrongRow[]): string {
  const lines = rows.map(({ number, cells, errors }) => [
    String(number),
    errors.map(({ message }) => message).join(' '),
    ...headers.map((_, i) => cells[i] ?? ''),
    ...cells.slice(headers.length),
  ]);
  return csvText([[...OWN_HEADERS, ...headers], ...lines]);
}

/** A mended file has the person's own columns again, so that it is read like the first one. */
export function withoutOwnColumns(rows: SheetRow[]): SheetRow[] {
  const isOurs = OWN_HEADERS.every((header, i) => rows[0]?.cells[i] === header);
  if (!isOurs) return rows;
  return rows.map(({ number, cells }) => ({ number, cells: cells.slice(OWN_HEADERS.length) }));
}
