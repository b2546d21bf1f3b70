import { inflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Answer } from '../../support/client.js';

const LOCAL_HEADER = Buffer.from('PK\u0003\u0004');

/** Everything readable in an answer: its text, or the text of all parts of a spreadsheet or package. */
export function textOf({ bytes, text }: Pick<Answer, 'bytes' | 'text'>): string {
  return isZip(bytes) ? unzipped(bytes) : text;
}

/** The answer with all words of a paper, and of what it says about itself, in the place of its bytes; a calendar's lines made whole again. */
export async function readable(answer: Answer): Promise<Answer> {
  if (isPaper(answer)) answer.text = await wordsOf(answer.bytes);
  if (String(answer.headers['content-type']).startsWith('text/calendar'))
    answer.text = answer.text.replace(/\r\n[ \t]/g, '');
  return answer;
}

export function isPaper({ headers }: Pick<Answer, 'headers'>): boolean {
  return headers['content-type'] === 'application/pdf';
}

async function wordsOf(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const words = [JSON.stringify((await document.getMetadata()).info)];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    // As it stands, spaces among it: a long word is drawn in pieces.
    words.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await document.destroy();
  return words.join('\n');
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(LOCAL_HEADER);
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
