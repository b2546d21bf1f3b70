import { inflateRawSync } from 'node:zlib';
import type { Answer } from '../../support/client.js';

const LOCAL_HEADER = Buffer.from('PK\u0003\u0004');

/** Everything readable in an answer: its text, or the text of all parts of a spreadsheet. */
export function textOf({ bytes, text }: Pick<Answer, 'bytes' | 'text'>): string {
  return bytes.subarray(0, 4).equals(LOCAL_HEADER) ? unzipped(bytes) : text;
}

function unzipped(zip: Buffer): string {
  const parts: string[] = [];
  for (let at = zip.indexOf(LOCAL_HEADER); at >= 0; at = zip.indexOf(LOCAL_HEADER, at + 4)) {
    const isDeflated = zip.readUInt16LE(at + 8) === 8;
    const content = zip.subarray(at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28));
    parts.push((isDeflated ? inflateRawSync(content) : content).toString('utf8'));
  }
  return parts.join('\n');
}
