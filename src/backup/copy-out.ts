import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import pgCopyStreams from 'pg-copy-streams';
import { ROWS_BYTES } from './file/frames.js';
import { type BackupTable, columnList, identifierOf } from './tables.js';

/** What a table held: enough to tell whether another one holds the same. */
export interface TableSum {
  rows: number;
  bytes: number;
  sha256: string;
}

/**
 * The text of values depends on nothing but the values; and a policy that would hide a row makes the statement fail instead of leaving the row
 * out without a word.
 */
const STEADY = `
  set local row_security = off; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmlbinary = 'base64'; set local statement_timeout = 0`;

/** Reads in a way that gives the same text on every server; what comes after it in the transaction is as it was before. */
export async function* steadily<T, R>(
  client: ClientBase,
  read: () => AsyncGenerator<T, R>,
): AsyncGenerator<T, R> {
  await client.query(`savepoint reading; ${STEADY}`);
  const result = yield* read();
  await client.query('rollback to reading; release reading');
  return result;
}

/** A table's rows as COPY writes them, in the order of its key, in pieces; then their sum. Holds one piece in memory. */
export async function* copyOut(
  client: ClientBase,
  { columns, order, ...table }: BackupTable,
): AsyncGenerator<Buffer, TableSum> {
  const rows = `select ${columnList(columns)} from ${identifierOf(table)} order by ${order.join(', ')}`;
  const stream = client.query(pgCopyStreams.to(`copy (${rows}) to stdout`));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces(stream as AsyncIterable<Buffer>)) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  return { rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

/** The same without its rows. */
export async function sumOf(client: ClientBase, table: BackupTable): Promise<TableSum> {
  const rows = steadily(client, () => copyOut(client, table));
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}

/** COPY sends many small pieces. */
async function* pieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const bytes of stream) {
    waiting.push(bytes);
    length += bytes.length;
    if (length < ROWS_BYTES) continue;
    yield Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
