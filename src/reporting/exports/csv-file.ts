import { once } from 'node:events';
import { pipeline, type Readable } from 'node:stream';
import type { CopyStream, StreamConnection } from '../../database/row-stream.js';
import { crlfLines } from '../../kernel/csv/crlf.js';
import { selectFor, type Table } from './columns.js';
import type { CsvForm } from './csv-form.js';

const BOM = '\uFEFF';
const DELIMITER: Record<CsvForm, string> = { people: ';', machine: ',' };

/**
 * The table as CSV, written by PostgreSQL itself. For people: BOM, semicolons, CRLF, as a German Excel opens it by a double click. For
 * programs: commas, LF, no BOM.
 * @throws the database's error when the query fails at its start; later errors destroy the stream
 */
export async function openCsv(connection: StreamConnection, table: Table, form: CsvForm): Promise<Readable> {
  const rows = copyTable(connection, table, form);
  await once(rows, 'readable');
  return form === 'machine' ? rows : pipeline(rows, crlfLines(BOM), ignore);
}

/** The bytes that PostgreSQL writes, without what only people need. Who reads them hears of a failure by `error` or by `close`. */
export function copyTable(connection: StreamConnection, table: Table, form: CsvForm): CopyStream {
  const rows = connection.copy(
    `copy (${selectFor(form, table)}) to stdout with (format csv, header true, delimiter '${DELIMITER[form]}', encoding 'UTF8')`,
  );
  // When a client hangs up, the connection is torn down under the COPY, which then reports an error that nobody waits for any more.
  rows.on('error', ignore);
  return rows;
}

function ignore(): void {}
