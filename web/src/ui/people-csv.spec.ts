import { describe, expect, test } from '@jest/globals';
import { peopleCsv } from './people-csv.js';

describe('a table for people', () => {
  test('opens in a German spreadsheet program as it is', () => {
    const file = peopleCsv(
      ['Stadtbezirk', 'Anteil in %'],
      [
        ['Wanne', 62.5],
        ['Eickel', null],
      ],
    );
    expect(file).toBe('\uFEFFStadtbezirk;Anteil in %\r\nWanne;62,5\r\nEickel;\r\n');
  });

  test('keeps a number a number, also below zero', () => {
    expect(peopleCsv(['Wert'], [[-3.5]])).toBe('\uFEFFWert\r\n-3,5\r\n');
  });

  test.each(['=1+1', '+49', '-x', '@SUM', '\tx', '\rx'])('makes no formula of %j', (text) => {
    expect(peopleCsv(['Name'], [[text]])).toMatch(/\r\n"?'/);
  });

  test('quotes what would break the row', () => {
    expect(peopleCsv(['Name'], [['Kita "Sonne"; Haus 1']])).toBe(
      '\uFEFFName\r\n"Kita ""Sonne""; Haus 1"\r\n',
    );
  });
});
