import type { Database } from '../database/database.js';
import type { Table } from './tables.js';

/** Bounds what one statement holds in memory, here and in the server. */
const BATCH = 5_000;

/**
 * Inserts many rows in the running transaction, a batch per statement: each column travels as one array, which `unnest` turns into
 * rows. (COPY would be faster still, but PostgreSQL refuses it under row-level security.)
 */
export async function insertRows<Row extends object>(
  database: Database,
  { name, columns }: Table<Row>,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const arrays = names.map((column, index) => `$${index + 1}::${scalarOf(columns[column])}[]`);
  const values = names.map((column) => (columns[column] === 'text[]' ? `${column}::text[]` : column));
  const sql = `insert into ${name} (${names.join(', ')})
    select ${values.join(', ')} from unnest(${arrays.join(', ')}) as rows (${names.join(', ')})`;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await database.query(
      sql,
      names.map((column) => batch.map((row) => row[column])),
    );
  }
}

/** unnest would take arrays of arrays apart: lists travel as their text, "{kita,school}". */
function scalarOf(type: string): string {
  return type === 'text[]' ? 'text' : type;
}
