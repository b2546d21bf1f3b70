import { columnOf } from '../../database/records.js';
import { type CellReader, readText } from './cells.js';

/** Something a column of a file may hold. */
export interface ImportField {
  /** Name in the API: the property of the DTO, or of what finds the record. */
  name: string;
  /** Header in the template. */
  header: string;
  /** Other headers under which it is found. */
  also: string[];
  /** Cell of the template's example. */
  example: string;
  /** What the column says, for whoever fills the template. */
  hint: string;
  read: CellReader;
  /** What to write instead of a cell that was not understood; without it the field's own rule speaks. */
  expected?: string;
  /** A new record needs it. */
  required?: boolean;
}

type Extras = Partial<Omit<ImportField, 'name' | 'header' | 'example' | 'hint'>>;

/** A field with its usual reading: text. */
export function importField(
  name: string,
  header: string,
  example: string,
  hint: string,
  { also = [], read = readText, ...rest }: Extras = {},
): ImportField {
  return { name, header, example, hint, read, also, ...rest };
}

/** Every header under which the field is found, for people and for programs. */
export function headersOf({ name, header, also }: ImportField): string[] {
  return [header, name, columnOf(name), ...also];
}
