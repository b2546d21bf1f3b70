import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import pgCopyStreams from 'pg-copy-streams';
import {
  type BackupHead,
  expectContent,
  isHead,
  isManifest,
  isTableHead,
  type Manifest,
  type TableHead,
} from './content.js';
import { sumOf } from './copy-out.js';
import type { Frame } from './file/frames.js';
import { damaged } from './refusal.js';
import { type BackupTable, columnList, identifierOf, nameOf, tablesOf } from './tables.js';

/** Reads a backup piece by piece, in the only order there is. */
export class BackupReader {
  private next: Frame | null = null;

  private constructor(
    private readonly frames: AsyncGenerator<Frame>,
    readonly head: BackupHead,
  ) {}

  /** @throws Refusal where it is none, or not with this key */
  static async open(frames: AsyncGenerator<Frame>): Promise<BackupReader> {
    const first = (await frames.next()) as IteratorResult<Frame, undefined>;
    if (first.done || first.value.kind !== 'head') throw damaged('has a content that makes no sense');
    return new BackupReader(frames, expectContent(first.value.content, isHead));
  }

  /**
   * Hands over each table with its rows, which must be read before the next one is asked for.
   * @returns the manifest, once everything was read and found genuine @throws Refusal
   */
  async each(take: (table: TableHead, rows: AsyncIterable<Buffer>) => Promise<void>): Promise<Manifest> {
    for (;;) {
      const frame = await this.take();
      if (frame.kind === 'manifest') {
        const manifest = expectContent(frame.content, isManifest);
        if (!(await this.frames.next()).done) throw damaged('goes on behind its end');
        return manifest;
      }
      if (frame.kind !== 'table') throw damaged('has a content that makes no sense');
      await take(expectContent(frame.content, isTableHead), this.rows());
      if ((await this.take()).kind !== 'end') throw damaged('has a content that makes no sense');
    }
  }

  /** Gives the file back before its end. */
  async close(): Promise<void> {
    await this.frames.return(undefined);
  }

  private async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await this.take();
      if (frame.kind !== 'rows') {
        this.next = frame;
        return;
      }
      yield frame.bytes;
    }
  }

  private async take(): Promise<Frame> {
    const waiting = this.next;
    this.next = null;
    if (waiting) return waiting;
    const { value, done } = (await this.frames.next()) as IteratorResult<Frame, undefined>;
    if (done) throw damaged('ends before its content does');
    return value;
  }
}

/** Writes rows as they came from COPY into a table. */
export async function copyIn(
  client: ClientBase,
  into: string,
  columns: readonly string[],
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const stream = client.query(pgCopyStreams.from(`copy ${into} (${columnList(columns)}) from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), stream);
}

/** Loads all tables of a backup. @throws Refusal for one that the database does not have */
export async function loadTables(client: ClientBase, reader: BackupReader): Promise<Manifest> {
  const known = new Map((await tablesOf(client)).map((table) => [nameOf(table), table]));
  return reader.each(async (head, rows) => {
    const table = known.get(nameOf(head));
    if (!table || head.columns.some((column) => !table.columns.includes(column)))
      throw new Error(`The table ${nameOf(head)} of the backup does not fit the schema that it names.`);
    await copyIn(client, identifierOf(table), head.columns, rows);
  });
}

/** Reads every table anew and holds it against the manifest. @throws Error naming the first that differs */
export async function assertLoaded(client: ClientBase, { tables }: Manifest): Promise<void> {
  for (const table of await tablesOf(client)) await assertSame(client, table, tables);
}

async function assertSame(client: ClientBase, table: BackupTable, tables: Manifest['tables']): Promise<void> {
  const wanted = tables[nameOf(table)] ?? { rows: 0, sha256: '' };
  const found = await sumOf(client, table);
  if (found.rows === wanted.rows && (found.rows === 0 || found.sha256 === wanted.sha256)) return;
  throw new Error(
    `The table ${nameOf(table)} does not hold what the backup's manifest says (${found.rows} rows of ${wanted.rows}); nothing was changed.`,
  );
}
