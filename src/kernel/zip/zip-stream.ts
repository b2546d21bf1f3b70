import type { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file inside; a stream is read only when its turn has come. */
export interface ZipEntry {
  path: string;
  content: Buffer | Readable;
}

/**
 * A ZIP that is written while it is read: one entry after the other, none of them ever whole in memory. An entry that fails, or the
 * source of the entries, destroys the stream, so that half an archive never looks whole; a reader that leaves destroys the entry.
 * @param modified the time of every entry
 */
export function zipStream(entries: AsyncIterable<ZipEntry>, modified: Date): Readable {
  const zip = new ZipFile();
  // What its types call a readable stream is a PassThrough, which can be destroyed.
  const output = zip.outputStream as PassThrough;
  fill(zip, entries, modified, output).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function fill(
  zip: ZipFile,
  entries: AsyncIterable<ZipEntry>,
  mtime: Date,
  output: PassThrough,
): Promise<void> {
  for await (const { path, content } of entries) {
    if (Buffer.isBuffer(content)) zip.addBuffer(content, path, { mtime });
    else await pass(zip, content, path, mtime, output);
    if (output.destroyed) return;
  }
  zip.end();
}

async function pass(
  zip: ZipFile,
  content: Readable,
  path: string,
  mtime: Date,
  output: PassThrough,
): Promise<void> {
  const leave = (): void => void content.destroy();
  output.once('close', leave);
  try {
    zip.addReadStream(content, path, { mtime });
    if (output.destroyed) leave();
    await finished(content, { writable: false });
  } finally {
    output.off('close', leave);
  }
}
