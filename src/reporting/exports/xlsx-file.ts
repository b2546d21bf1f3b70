import { Readable } from 'node:stream';
import type { CellStyle, CellValue, ColumnDef } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import type { StreamConnection } from '../../database/row-stream.js';
import { type Column, columnsFor, selectFor, type Table } from './columns.js';

type Row = Record<string, string | number | null>;

const BATCH = 1_000;
const HEADER: CellStyle = { font: { bold: true } };
const FORMATS: Partial<Record<Column['type'], string>> = { date: 'dd.mm.yyyy', instant: 'dd.mm.yyyy hh:mm' };

/**
 * The table as a spreadsheet with real numbers and dates. Rows are fetched as fast as the client takes them, so that memory stays flat.
 * @throws the database's error when the query fails at its start; later errors destroy the stream
 */
export async function openXlsx(connection: StreamConnection, table: Table, name: string): Promise<Readable> {
  const columns = columnsFor('sheet', table.columns);
  await connection.query(`declare export_rows no scroll cursor for ${selectFor('sheet', table)}`);
  const first = await fetchRows(connection);
  const layout: ColumnDef[] = columns.map(({ width = 16 }) => ({ width, style: HEADER }));
  const sheet = writeXlsxStream(sheetRows(columns, layout, rowsFrom(connection, first)), {
    name,
    columns: layout,
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(sheet);
}

function fetchRows(connection: StreamConnection): Promise<Row[]> {
  return connection.query<Row>(`fetch ${BATCH} from export_rows`);
}

async function* rowsFrom(connection: StreamConnection, first: Row[]): AsyncGenerator<Row> {
  for (let rows = first; rows.length > 0; rows = await fetchRows(connection)) yield* rows;
}

async function* sheetRows(
  columns: Column[],
  layout: ColumnDef[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<CellValue[]> {
  yield columns.map(({ title }) => title);
  // The writer styles whole columns, but looks the style up for each row: bold until here, from here on each column's own format.
  columns.forEach(({ type }, i) => Object.assign(layout[i] ?? {}, { style: { numFmt: FORMATS[type] } }));
  for await (const row of rows) yield columns.map(({ name, type }) => cellOf(type, row[name] ?? null));
}

function cellOf(type: Column['type'], value: string | number | null): CellValue {
  const isDate = value !== null && FORMATS[type] !== undefined;
  // Without a time zone in mind: the file shows the day (or the minute) that the text says.
  return isDate ? new Date(value) : value;
}
