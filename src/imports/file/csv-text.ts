const BYTE_ORDER_MARK = '\uFEFF';

/** Lines of cells as a CSV file for people: opens in a German Excel by a double click. */
export function csvText(lines: string[][]): string {
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('');
}

function csvCell(cell: string): string {
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Numbers stay numbers: −3,5 is no formula.
function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell) && !/^[-+]?\d+(?:[.,]\d+)?$/.test(cell);
}
