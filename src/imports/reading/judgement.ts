import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { SheetRow } from '../file/sheet.js';
import type { Outcome, RecordWrite, RowChange, RowError, Values } from './outcome.js';
import type { ReadRow, RowReader } from './row-reader.js';

/** A row on its way: what was read, and what was found wrong so far. */
export interface Case {
  row: SheetRow;
  read: ReadRow;
  title: string | null;
}

/** The first error of each field; what a cell was refused for already is not said again in other words. */
export function withProblems(reader: RowReader, { row, read }: Case, problems: FieldProblem[]): RowError[] {
  const errors = [...read.errors];
  for (const { field, message } of problems) {
    if (!errors.some((error) => error.field === field)) {
      errors.push(reader.errorAt(row, field, reader.missing(read, field) ?? message));
    }
  }
  return errors;
}

export function wrong({ row, title }: Case, errors: RowError[]): Outcome {
  return { number: row.number, title, status: 'wrong', changes: [], errors, write: null };
}

/** What differs between the stored values and the row's. */
export function changesBetween(stored: Values, wanted: Values): RowChange[] {
  return Object.entries(wanted)
    .map(([field, value]) => ({ field, old: stored[field] ?? null, new: value }))
    .filter((change) => change.old !== change.new);
}

/** A stored record of which the row changes something, or nothing. */
export function changedRecord(
  { id, version }: { id: string; version: number },
  institutionId: string,
  changes: RowChange[],
): RecordWrite {
  const fields = changes.map(({ field }) => field);
  const values = Object.fromEntries(changes.map((change) => [change.field, change.new]));
  const before = Object.fromEntries(changes.map((change) => [change.field, change.old]));
  return { id, institutionId, version, values, before, fields };
}

/** The outcome of a good row. @param shown how a value is shown, where it is stored as a key */
export function good(
  { row, title }: Case,
  write: RecordWrite,
  changes: RowChange[],
  shown: (change: RowChange) => RowChange = (change) => change,
): Outcome {
  const status = write.version === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
  return {
    number: row.number,
    title,
    status,
    changes: changes.map(shown),
    errors: [],
    write: status === 'unchanged' ? null : write,
  };
}
