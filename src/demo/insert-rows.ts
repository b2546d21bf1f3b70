import type { Database } from '../database/database.js';
import type { Table } from './tables.js';

/** Bounds what one statement holds in memory, here and in the server. */
const BATCH = 5_000;

/** Where rows go, and when. */
export interface Loading {
  database: Database;
  now: Date;
}

/**
 * Inserts many rows in the running transaction, a batch per statement: each column travels as one array, which `unnest` turns into
 * rows. (COPY would be faster still, but PostgreSQL refuses it under row-level security.) Rows know the day only on which the city is made,
 * not the hour: what they say was noted later today is noted now.
 */
export async function insertRows<Row extends object>(
  { database, now }: Loading,
  { name, columns }: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const arrays = names.map((column, index) => `$${index + 1}::${scalarOf(columns[column])}[]`);
  const values = names.map((column) => valueOf(column, columns[column]));
  const sql = `insert into ${name} (${names.join(', ')})
    select ${values.join(', ')} from unnest(${arrays.join(', ')}) as rows (${names.join(', ')}),
      (values ($${names.length + 1}::timestamptz)) as clock (present)`;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const arraysOfBatch = names.map((column) => batch.map((row) => row[column]));
    await database.query(sql, [...arraysOfBatch, now]);
  }
}

function valueOf(column: string, type: string): string {
  // Not `least`, which takes a null for later than anything.
  if (type === 'timestamptz')
    return `case when ${column} > clock.present then clock.present else ${column} end`;
  return type === 'text[]' ? `${column}::text[]` : column;
}

/** unnest would take arrays of arrays apart: lists travel as their text, "{kita,school}". */
function scalarOf(type: string): string {
  return type === 'text[]' ? 'text' : type;
}
