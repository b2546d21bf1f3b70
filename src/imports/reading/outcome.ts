import type { Value } from './cells.js';

export const ROW_STATUSES = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];
export type Totals = Record<RowStatus, number>;

export type Values = Record<string, Value>;

export interface RowChange {
  field: string;
  old: Value;
  new: Value;
}

export interface RowError {
  field: string | null;
  /** Header of the column at fault; null when the file has no such column. */
  column: string | null;
  value: string | null;
  /** German sentence that names the field and what is expected. */
  message: string;
}

/** What writing a row takes; `version` is null for a record that does not exist yet. */
export interface RecordWrite {
  id: string;
  institutionId: string;
  version: number | null;
  /** All of a new record, the changed fields of a stored one. */
  values: Values;
  /** The changed fields as they were; empty for a new record. */
  before: Values;
  /** What the file says about it. */
  fields: string[];
}

/** What would become of one row. */
export interface Outcome {
  number: number;
  /** Name of what the row is about. */
  title: string | null;
  status: RowStatus;
  changes: RowChange[];
  errors: RowError[];
  write: RecordWrite | null;
}

/** An outcome without what only writing needs: what is stored and shown. */
export type RowPreview = Omit<Outcome, 'write'>;

export function totalsOf(outcomes: { status: RowStatus }[]): Totals {
  const totals: Totals = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
  for (const { status } of outcomes) totals[status] += 1;
  return totals;
}

/** Whether a row would still do what was shown. */
export function isAsShown(now: RowPreview, shown: RowPreview | undefined): boolean {
  return shown !== undefined && fingerprint(now) === fingerprint(shown);
}

// Field by field: stored JSON comes back with its keys in another order.
function fingerprint({ status, changes, errors }: RowPreview): string {
  return JSON.stringify([
    status,
    changes.map((change) => [change.field, change.old, change.new]),
    errors.map(({ field, message }) => [field, message]),
  ]);
}
