import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createBrotliDecompress } from 'node:zlib';
import { EXIT, Refusal } from '../refusal.js';
import { encodeFrame, type Frame, framesIn } from './frames.js';
import { LONGEST_HEADER, newHeader, readHeader, type ReadHeader, writeHeader } from './header.js';
import { deriveKeys, type Secret } from './key.js';
import { opened, type Seal, sealed } from './sealed-chunks.js';

// Measured on rows of this program: smaller than gzip's quickest, and quicker; the window is what either side holds in memory.
const COMPRESSION = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 20 },
};

/**
 * Writes a backup beside its place and moves it there once it is whole and on disk: whatever ends the program, there is either no file of
 * this name or a complete one. Readable by its owner alone. @returns its size in bytes
 * @throws Refusal when there is a file of this name, or nothing can be written there
 */
export async function writeBackupFile(
  path: string,
  secret: Secret,
  frames: AsyncIterable<Frame>,
): Promise<number> {
  assertNew(path);
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await opening(unfinished, 'wx');
  try {
    await writeAll(file, secret, frames);
    await file.sync();
    const { size } = await file.stat();
    await file.close();
    assertNew(path);
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw sentenceOf(error, path);
  }
}

async function writeAll(file: FileHandle, secret: Secret, frames: AsyncIterable<Frame>): Promise<void> {
  const { seal, bytes } = await newSeal(secret);
  await file.writeFile(bytes);
  const compress = createBrotliCompress(COMPRESSION);
  const feeding = pipeline(Readable.from(encoded(frames), { objectMode: false }), compress);
  // Its failure reaches the loop by the stream that it feeds.
  feeding.catch(() => undefined);
  for await (const chunk of sealed(seal, compress as AsyncIterable<Buffer>)) await file.writeFile(chunk);
  await feeding;
}

async function* encoded(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) yield encodeFrame(frame);
}

async function newSeal(secret: Secret): Promise<{ seal: Seal; bytes: Buffer }> {
  const header = newHeader(secret);
  const { encryption, check } = await deriveKeys(secret, header.key);
  const { bytes, digest } = writeHeader({ ...header, check });
  return { seal: { key: encryption, prefix: Buffer.from(header.nonce, 'base64'), header: digest }, bytes };
}

/**
 * The content of a backup, as it is read. Each frame was written by who has the key; that they are all there is certain only when the last one has
 * been read to its end. @throws Refusal
 */
export async function* readBackupFile(path: string, secret: Secret): AsyncGenerator<Frame> {
  const found = readHeader(await startOf(path));
  const seal = await oldSeal(found, secret);
  const content = createBrotliDecompress();
  const feeding = pipeline(
    createReadStream(path, { start: found.length }),
    (file: AsyncIterable<Buffer>) => opened(seal, file),
    content,
  );
  // Its failure reaches the reader by the stream that it feeds.
  feeding.catch(() => undefined);
  try {
    yield* framesIn(content as AsyncIterable<Buffer>);
    await feeding;
  } finally {
    content.destroy();
  }
}

async function oldSeal({ header, digest }: ReadHeader, secret: Secret): Promise<Seal> {
  const { encryption, check } = await deriveKeys(secret, header.key);
  if (check !== header.check)
    throw new Refusal(EXIT.file, 'The passphrase or key file is not the one that this backup was made with.');
  return { key: encryption, prefix: Buffer.from(header.nonce, 'base64'), header: digest };
}

async function startOf(path: string): Promise<Buffer> {
  const file = await opening(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw sentenceOf(error, path);
  } finally {
    await file.close();
  }
}

function assertNew(path: string): void {
  if (existsSync(path))
    throw new Refusal(EXIT.failed, `${path} exists already; a backup never replaces another one.`);
}

async function opening(path: string, flags: 'r' | 'wx'): Promise<FileHandle> {
  try {
    return await open(path, flags, 0o600);
  } catch (error) {
    throw sentenceOf(error, path);
  }
}

/** A rename survives a power cut only once its folder is on disk; Windows cannot open folders and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** What the system says of a file, as a sentence; everything else as it is. */
function sentenceOf(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Refusal || !code || !syscall) return error;
  return new Refusal(EXIT.failed, `${path} cannot be ${syscall === 'read' ? 'read' : 'used'} (${code}).`);
}
