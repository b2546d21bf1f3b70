import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crlfLines } from './crlf.js';

async function convert(chunks: Buffer[], prefix?: string): Promise<string> {
  return (await buffer(Readable.from(chunks, { objectMode: false }).pipe(crlfLines(prefix)))).toString();
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('CRLF lines', () => {
  it('ends each line in CRLF and begins with the prefix', async () => {
    expect(await convert([Buffer.from('a;b\n1;2\n')], '\uFEFF')).toBe('\uFEFFa;b\r\n1;2\r\n');
  });

  it('leaves line breaks inside of quotes as they are', async () => {
    expect(await convert([Buffer.from('"zwei\nZeilen";"""\n"\nx\n')])).toBe('"zwei\nZeilen";"""\n"\r\nx\r\n');
  });

  it('does not care where the chunks are cut', async () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (table, size) => {
        const lines = table.map((row) => row.map(quoted).join(';'));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        expect(await convert(chunks)).toBe(lines.map((line) => `${line}\r\n`).join(''));
      }),
    );
  });
});
