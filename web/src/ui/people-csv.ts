/** What a cell may hold; null stays empty. */
export type CsvCell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';

/** A table for people, as a German Excel opens it by a double click: semicolons, BOM, CRLF, decimal comma. */
export function peopleCsv(headers: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [headers, ...rows].map((cells) => `${cells.map(written).join(';')}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

/** The same as a file. */
export const peopleCsvFile = (headers: readonly string[], rows: readonly (readonly CsvCell[])[]): Blob =>
  new Blob([peopleCsv(headers, rows)], { type: 'text/csv;charset=utf-8' });

function written(cell: CsvCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : guarded(cell);
}

/** A text that a spreadsheet program would take for a formula gets an apostrophe. */
function guarded(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
