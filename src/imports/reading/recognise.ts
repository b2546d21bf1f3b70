import { createHash } from 'node:crypto';
import type { SheetRow } from '../file/sheet.js';
import { headersOf, type ImportField } from './field.js';
import { folded } from './words.js';

const SAMPLES = 3;
const TRIED_CELLS = 50;

/** A column of the file and the field it is read as; null: not at all. */
export interface ImportColumn {
  header: string;
  field: string | null;
  /** The first few different cells. */
  samples: string[];
}

/** Which columns a file has: stands for "a file like the last one". */
export function headerSignature(headers: string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(folded)))
    .digest();
}

/** The columns of a file, each with the field its header names. */
export function recognisedColumns(
  headers: string[],
  rows: SheetRow[],
  fields: ImportField[],
): ImportColumn[] {
  const columns = headers.map((header, i) => {
    const cells = rows.map((row) => row.cells[i] ?? '').filter((cell) => cell !== '');
    return { header, cells: cells.slice(0, TRIED_CELLS), named: fieldsNamed(header, fields) };
  });
  const taken = new Map<string, number>();
  // Headers that can mean one thing only come first, so that "Träger (Art)" leaves the provider's name to "Träger".
  const order = columns.map((_, i) => i).sort((a, b) => meanings(columns[a]) - meanings(columns[b]));
  for (const i of order) {
    const field = columns[i] && fieldOf(columns[i], taken);
    if (field) taken.set(field.name, i);
  }
  const fieldAt = new Map([...taken].map(([field, i]) => [i, field]));
  return columns.map(({ header, cells }, i) => ({
    header,
    field: fieldAt.get(i) ?? null,
    samples: [...new Set(cells)].slice(0, SAMPLES).map((cell) => cell.slice(0, 100)),
  }));
}

interface NamedColumn {
  cells: string[];
  /** Fields that the header may mean. */
  named: ImportField[];
}

function fieldsNamed(header: string, fields: ImportField[]): ImportField[] {
  return fields.filter((field) => headersOf(field).some((name) => folded(name) === folded(header)));
}

function meanings(column: NamedColumn | undefined): number {
  return column?.named.length ?? 0;
}

/** A header such as "Träger" may mean its kind or its name: then the cells decide. */
function fieldOf({ named, cells }: NamedColumn, taken: Map<string, number>): ImportField | undefined {
  const free = named.filter(({ name }) => !taken.has(name));
  return free.find(({ read }) => cells.every((cell) => read(cell) !== undefined)) ?? free[0];
}
