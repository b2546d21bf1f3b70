import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../../kernel/problem/problem.js';
import { DELIMITERS, readSheet } from './sheet.js';

const sheet = (text: string): ReturnType<typeof readSheet> => readSheet(Buffer.from(text, 'utf8'));

describe('readSheet', () => {
  test.each([
    ['a;b,c\n1;2,3', ';', ['a', 'b,c']],
    ['a,b;c,d\n1,2;3,4', ',', ['a', 'b;c', 'd']],
    ['a\tb\n1\t2', '\t', ['a', 'b']],
    ['"a,b,c,d";b\n1;2', ';', ['a,b,c,d', 'b']],
    ['sep=,\na;x,b\n1,2', ',', ['a;x', 'b']],
    ['only\n1', ';', ['only']],
    ['\n\na;b\n1;2', ';', ['a', 'b']],
  ])('finds the delimiter of %j', (text, delimiter, headers) => {
    expect(sheet(text)).toMatchObject({ delimiter, headers });
  });

  test('counts rows as a spreadsheet does, text with line breaks and empty rows included', () => {
    const { rows } = sheet('a;b\n1;"x\ny"\n\n;\n2;z\n');
    expect(rows).toEqual([
      { number: 2, cells: ['1', 'x\ny'] },
      { number: 5, cells: ['2', 'z'] },
    ]);
  });

  test('takes the apostrophe of our own files off again, and no other', () => {
    const { rows } = sheet(`a;b;c;d\n'+49 2323;'=1;'Ōme;it's`);
    expect(rows[0]?.cells).toEqual(['+49 2323', '=1', "'Ōme", "it's"]);
  });

  test('keeps quotes inside of a text without quotes', () => {
    expect(sheet('a;b\nKita "Löwe";x').rows[0]?.cells).toEqual(['Kita "Löwe"', 'x']);
  });

  test('stores text in one form, whatever the file has', () => {
    expect(sheet('a\nMu\u0308hle\u00A0').rows[0]?.cells).toEqual(['Mühle']);
  });

  test('names columns without a header, and drops empty ones at the end', () => {
    expect(sheet('a;;c;;\n1;2;3;;').headers).toEqual(['a', 'Spalte 2', 'c']);
  });

  test('reads back whatever is written by the rules of CSV', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ';', ',', '\t', '\n', ' ', '0') });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, sign, end) => {
          const lines = [['id', 'one', 'two'], ...rows.map((cells, i) => [`${i + 1}.`, ...cells])];
          const text = lines.map((cells) => cells.map(quoted).join(sign)).join(end);
          const trimmed = rows.map((cells, i) => ({
            number: i + 2,
            cells: [`${i + 1}.`, ...cells.map((one) => one.trim())],
          }));
          expect(sheet(text)).toMatchObject({ delimiter: sign, rows: trimmed });
        },
      ),
    );
  });

  test('never fails otherwise than by a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readSheet(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });
});
