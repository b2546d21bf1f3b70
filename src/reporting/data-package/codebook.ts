import type { Column } from '../exports/columns.js';
import type { CodebookTable } from './codebook-tables.js';
import { COLUMN_WORDS, type ColumnWord } from './column-words.js';

/** One column, as the codebook describes it; no field is ever empty. */
export interface CodebookLine {
  table: string;
  column: string;
  /** German header in the files for people; a key has none. */
  title: string;
  type: string;
  format: string;
  unit: string;
  values: string;
  meaning: string;
}

const FIELDS = ['table', 'column', 'title', 'type', 'format', 'unit', 'values', 'meaning'] as const;

const FORMATS: Record<Column['type'], string> = {
  text: 'UTF-8',
  whole: '0',
  decimal: '0.0',
  date: 'YYYY-MM-DD',
  instant: 'YYYY-MM-DDThh:mm:ssZ (UTC)',
  flag: 'true | false',
};

const VALUES: Record<Column['type'], string | null> = {
  // What a text says is not known from its type.
  text: null,
  whole: '0 und größer',
  decimal: '0 und größer',
  date: 'Kalendertag',
  instant: 'Zeitpunkt',
  flag: 'true = ja; false = nein',
};

/** @throws Error for a column that nobody has said the meaning, the values or the unit of */
export function codebookLines(tables: Record<string, CodebookTable>): CodebookLine[] {
  return Object.entries(tables).flatMap(([table, { columns }]) =>
    columns.map((column) => lineOf(table, column)),
  );
}

function lineOf(table: string, column: Column): CodebookLine {
  const { name, title, type } = column;
  const { meaning, unit, values } = wordOf(table, column);
  const line = { table, column: name, title: title ?? '–', meaning, unit: unit ?? '–' };
  if (title === null) return { ...line, type: 'uuid', format: 'UUID', values: 'UUID' };
  const said = codes(column) ?? values ?? VALUES[type];
  if (said === null) throw new Error(`${table}.${name}: nobody has said its values`);
  return { ...line, type, format: FORMATS[type], values: said };
}

function wordOf(table: string, { name, meaning, unit }: Column): ColumnWord {
  if (meaning !== undefined) return { meaning, ...(unit !== undefined && { unit }) };
  const word = COLUMN_WORDS[`${table}.${name}`] ?? COLUMN_WORDS[name];
  if (!word) throw new Error(`${table}.${name}: nobody has said what it means`);
  return word;
}

function codes({ words }: Column): string | null {
  if (!words) return null;
  return Object.entries(words)
    .map(([value, word]) => `${value} = ${word}`)
    .join('; ');
}

/** The codebook as CSV for programs. */
export function codebookCsv(tables: Record<string, CodebookTable>): string {
  const lines = codebookLines(tables).map((line) => FIELDS.map((field) => line[field]));
  return [[...FIELDS], ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
