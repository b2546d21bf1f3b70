import { createCipheriv, createDecipheriv } from 'node:crypto';
import { damaged } from '../refusal.js';

/*
 * STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): chunks of one size, each sealed by AES-256-GCM under a nonce of prefix, number and "this is
 * the last". A chunk that was changed, left out, doubled, moved or put after the last one does not open, nor does a file that was cut off.
 */

/** Bytes of content in each chunk but the last. */
export const CHUNK_BYTES = 65_536;
export const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

export interface Seal {
  key: Buffer;
  prefix: Buffer;
  /** Digest of the header, which is authenticated along with every chunk. */
  header: Buffer;
}

/** Seals a stream of any pieces into chunks; there is always a last one, if empty. */
export async function* sealed(seal: Seal, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of cut(content, CHUNK_BYTES)) yield sealChunk(seal, number++, last, bytes);
}

/** Opens what `sealed` made. @throws Refusal at the first byte that is not as it was written, or is missing */
export async function* opened(seal: Seal, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of cut(file, SEALED_BYTES)) yield openChunk(seal, number++, last, bytes);
}

interface Piece {
  bytes: Buffer;
  last: boolean;
}

/** Cuts a stream anew into pieces of one size, the last of which may be shorter. */
async function* cut(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Piece> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const bytes of stream) {
    waiting.push(bytes);
    length += bytes.length;
    // A full piece waits until more comes: only then it is known not to be the last.
    if (length <= size) continue;
    let rest = Buffer.concat(waiting, length);
    for (; rest.length > size; rest = rest.subarray(size))
      yield { bytes: rest.subarray(0, size), last: false };
    waiting = [rest];
    length = rest.length;
  }
  yield { bytes: Buffer.concat(waiting, length), last: true };
}

function sealChunk(seal: Seal, number: number, last: boolean, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonceOf(seal, number, last)).setAAD(seal.header);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(seal: Seal, number: number, last: boolean, bytes: Buffer): Buffer {
  const content = tryOpen(seal, number, last, bytes);
  if (content) return content;
  // Opens as one of the middle, so everything up to here is sound and the rest is missing.
  if (last && (bytes.length === 0 || tryOpen(seal, number, false, bytes))) throw damaged('is cut off');
  const where = `after ${Math.round((number * SEALED_BYTES) / 1024)} KiB`;
  throw damaged(`was changed, damaged or cut off ${where}`);
}

function tryOpen(seal: Seal, number: number, last: boolean, bytes: Buffer): Buffer | null {
  const length = bytes.length - TAG_BYTES;
  if (length < 0) return null;
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonceOf(seal, number, last))
    .setAAD(seal.header)
    .setAuthTag(bytes.subarray(length));
  const content = decipher.update(bytes.subarray(0, length));
  try {
    decipher.final();
    return content;
  } catch {
    return null;
  }
}

function nonceOf({ prefix }: Seal, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(PREFIX_BYTES + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  nonce.writeUInt8(last ? 1 : 0, PREFIX_BYTES + 4);
  return nonce;
}
