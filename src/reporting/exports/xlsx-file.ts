import type { Readable } from 'node:stream';
import type { StreamConnection } from '../../database/row-stream.js';
import type { CellValue, SheetColumn } from '../../kernel/xlsx/sheet-xml.js';
import { type Sheet, workbook } from '../../kernel/xlsx/workbook.js';
import { type Column, columnsFor, selectFor, type Table } from './columns.js';
import { type About, filterSheet } from './filter-sheet.js';

type Row = Record<string, string | number | null>;

const BATCH = 1_000;

/**
 * The table as a spreadsheet with real numbers and dates, and a sheet that says what was asked for. Rows are fetched as fast as the
 * client takes them, so that memory stays flat.
 * @throws the database's error when the query fails at its start; later errors destroy the stream
 */
export async function openXlsx(connection: StreamConnection, table: Table, about: About): Promise<Readable> {
  const columns = columnsFor('sheet', table.columns);
  await connection.query(`declare export_rows no scroll cursor for ${selectFor('sheet', table)}`);
  const first = await fetchRows(connection);
  return workbook(sheets(columns, about, rowsFrom(connection, first)), about.at);
}

/** The rows, and after them how many they were. */
function* sheets(columns: Column[], about: About, rows: AsyncIterable<Row>): Generator<Sheet> {
  let count = 0;
  async function* counted(): AsyncGenerator<CellValue[]> {
    for await (const row of rows) {
      count += 1;
      yield columns.map(({ name, type }) => cellOf(type, row[name] ?? null));
    }
  }
  yield { name: about.content, columns: columns.map(sheetColumn), rows: counted() };
  yield filterSheet(about, count);
}

function fetchRows(connection: StreamConnection): Promise<Row[]> {
  return connection.query<Row>(`fetch ${BATCH} from export_rows`);
}

async function* rowsFrom(connection: StreamConnection, first: Row[]): AsyncGenerator<Row> {
  for (let rows = first; rows.length > 0; rows = await fetchRows(connection)) yield* rows;
}

function sheetColumn({ name, title, type, width }: Column): SheetColumn {
  const isTime = type === 'date' || type === 'instant';
  return { title: title ?? name, ...(width !== undefined && { width }), ...(isTime && { format: type }) };
}

function cellOf(type: Column['type'], value: string | number | null): CellValue {
  const isTime = value !== null && (type === 'date' || type === 'instant');
  // Without a time zone in mind: the file shows the day (or the minute) that the text says.
  return isTime ? new Date(value) : value;
}
