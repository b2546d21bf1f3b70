import { createHash, randomBytes } from 'node:crypto';
import { damaged, EXIT, Refusal } from '../refusal.js';
import { type Derivation, newDerivation, type Secret } from './key.js';
import { CHUNK_BYTES, PREFIX_BYTES } from './sealed-chunks.js';

/** What must be known before anything can be decrypted; readable by everybody, changed by nobody unnoticed. */
export interface Header {
  cipher: 'aes-256-gcm';
  chunk: number;
  compression: 'brotli';
  key: Derivation;
  /** First bytes of every chunk's nonce. */
  nonce: string;
  check: string;
}

/** First line of every file; the number is the format's. */
const MAGIC = 'olympia-ruft backup 1\n';
const FAMILY = /^olympia-ruft backup (\d+)\n/;
export const LONGEST_HEADER = 4096;

export interface ReadHeader {
  header: Header;
  /** How many bytes it takes; the chunks begin there. */
  length: number;
  /** Every chunk is bound to it. */
  digest: Buffer;
}

export function newHeader(secret: Secret): Omit<Header, 'check'> {
  return {
    cipher: 'aes-256-gcm',
    chunk: CHUNK_BYTES,
    compression: 'brotli',
    key: newDerivation(secret, randomBytes(32)),
    nonce: randomBytes(PREFIX_BYTES).toString('base64'),
  };
}

export function writeHeader(header: Header): { bytes: Buffer; digest: Buffer } {
  const bytes = Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`);
  return { bytes, digest: digestOf(bytes) };
}

/** @param start the file's first LONGEST_HEADER bytes, or all of it @throws Refusal */
export function readHeader(start: Buffer): ReadHeader {
  const format = FAMILY.exec(start.toString('latin1', 0, 40))?.[1];
  if (format === undefined) throw new Refusal(EXIT.file, 'The file is no backup of this program.');
  if (format !== '1')
    throw new Refusal(
      EXIT.newer,
      `The file has format ${format}; this version of the program reads format 1.`,
    );
  const end = start.indexOf('\n', MAGIC.length);
  if (end < 0) throw damaged('is cut off or damaged at its beginning');
  const length = end + 1;
  return {
    header: parse(start.toString('utf8', MAGIC.length, end)),
    length,
    digest: digestOf(start.subarray(0, length)),
  };
}

function parse(line: string): Header {
  let header: Partial<Header> | null = null;
  try {
    header = JSON.parse(line) as Partial<Header> | null;
  } catch {
    // Said below.
  }
  if (header && isHeader(header)) return header;
  throw damaged('is damaged at its beginning');
}

function isHeader(header: Partial<Header>): header is Header {
  const { cipher, chunk, compression, key, nonce, check } = header;
  const known = cipher === 'aes-256-gcm' && chunk === CHUNK_BYTES && compression === 'brotli';
  const texts = [nonce, check, key?.salt].every((text) => typeof text === 'string');
  return known && texts && (key?.by === 'scrypt' || key?.by === 'hkdf-sha256');
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
