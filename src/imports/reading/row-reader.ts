import type { SheetRow } from '../file/sheet.js';
import type { ImportField } from './field.js';
import type { RowError, Values } from './outcome.js';
import type { ImportColumn } from './recognise.js';

/** A row's cells as values. Empty cells are absent: they say nothing, so they change nothing. */
export interface ReadRow {
  number: number;
  values: Values;
  errors: RowError[];
}

/** Reads rows by the columns' fields, and says where in the file a field stands. */
export class RowReader {
  private readonly fields: (ImportField | null)[];
  private readonly byName: Map<string, ImportField>;

  constructor(
    private readonly columns: ImportColumn[],
    fields: ImportField[],
  ) {
    this.byName = new Map(fields.map((field) => [field.name, field]));
    this.fields = columns.map(({ field }) => (field === null ? null : (this.byName.get(field) ?? null)));
  }

  read(row: SheetRow): ReadRow {
    const read: ReadRow = { number: row.number, values: {}, errors: this.surplus(row) };
    this.fields.forEach((field, i) => {
      const cell = row.cells[i] ?? '';
      if (field && cell !== '') this.readCell(field, cell, read, row);
    });
    return read;
  }

  /** An error at the field's cell of a row. */
  errorAt(row: SheetRow, field: string, message: string): RowError {
    const at = this.fields.findIndex((known) => known?.name === field);
    return {
      field,
      column: this.columns[at]?.header ?? null,
      value: at === -1 ? null : (row.cells[at] ?? '').slice(0, 200),
      message,
    };
  }

  /** What is expected in the words of a file, where a row says nothing about a field that it needs; else null. */
  missing({ values }: ReadRow, name: string): string | null {
    const field = this.byName.get(name);
    if (!field?.required || field.expected === undefined || values[name] !== undefined) return null;
    return `${field.header} fehlt: ${field.expected}`;
  }

  private readCell(field: ImportField, cell: string, read: ReadRow, row: SheetRow): void {
    const value = field.read(cell);
    if (value === undefined && field.expected !== undefined) {
      read.errors.push(this.errorAt(row, field.name, `${field.header}: ${field.expected}`));
    } else {
      read.values[field.name] = value ?? cell;
    }
  }

  // Mostly a delimiter inside of a text without quotes: everything behind it stands in the wrong column.
  private surplus({ cells }: SheetRow): RowError[] {
    const value = cells.slice(this.columns.length).find((cell) => cell !== '');
    if (value === undefined) return [];
    const message =
      'Diese Zeile hat mehr Zellen als die Kopfzeile. Enthält ein Text das Trennzeichen, muss er in Anführungszeichen stehen.';
    return [{ field: null, column: null, value: value.slice(0, 200), message }];
  }
}
