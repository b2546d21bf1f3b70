import type { ImportField } from './reading/field.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** An empty file for people to fill: German headers, one invented example; opens in Excel as it is. */
export function templateOf(fields: ImportField[]): string {
  const lines = [fields.map(({ header }) => header), fields.map(({ example }) => example)];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
