import { Transform } from 'node:stream';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * CSV lines ending in LF, as PostgreSQL writes them, become lines ending in CRLF, as Excel expects them. Line breaks inside of quotes
 * belong to a text and stay. Works on bytes: neither sign is part of another letter in UTF-8.
 * @param prefix written first, with the first line
 */
export function crlfLines(prefix = ''): Transform {
  let quoted = false;
  let before = Buffer.from(prefix, 'utf8');
  const convert = (chunk: Buffer): Buffer => {
    const converted = Buffer.allocUnsafe(before.length + chunk.length * 2);
    let end = before.copy(converted);
    before = Buffer.alloc(0);
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === LF && !quoted) converted[end++] = CR;
      converted[end++] = byte;
    }
    return converted.subarray(0, end);
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      done(null, convert(chunk));
    },
  });
}
