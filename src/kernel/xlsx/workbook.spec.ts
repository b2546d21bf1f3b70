import { buffer } from 'node:stream/consumers';
import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { CellValue } from './sheet-xml.js';
import { type Sheet, workbook } from './workbook.js';

const MODIFIED = new Date('2026-11-23T10:00:00Z');
const COLUMNS = [
  { title: 'Name', width: 30 },
  { title: 'Tag', format: 'date' as const },
  { title: 'Zeit', format: 'instant' as const },
  { title: 'Zahl' },
];

async function sheetsOf(sheets: Sheet[], rowsPerSheet?: number) {
  const bytes = await buffer(workbook(sheets, MODIFIED, rowsPerSheet));
  return (await readXlsx(bytes, { readStyles: true })).sheets;
}

describe('a workbook', () => {
  test('holds what was given, as another program reads it', async () => {
    const day = new Date('2026-11-20T00:00:00Z');
    const minute = new Date('2026-11-20T09:05:00Z');
    const odd = 'Zwei\nZeilen; "gut" <b> & _x0041_ \u{1F3C3} \ud800';
    const rows: CellValue[][] = [
      ['=HYPERLINK("x")', day, minute, -3.5],
      [odd, null, null, 0],
    ];
    const [sheet, filter] = await sheetsOf([
      { name: 'Aktivitäten', columns: COLUMNS, rows },
      { name: 'A & <B>', columns: [{ title: 'Angabe' }], rows: [] },
    ]);
    expect(sheet).toMatchObject({ name: 'Aktivitäten', freezePane: { rows: 1 } });
    expect(sheet!.rows[0]).toEqual(['Name', 'Tag', 'Zeit', 'Zahl']);
    expect(sheet!.rows[1]).toEqual(['=HYPERLINK("x")', day, minute, -3.5]);
    expect(sheet!.rows[2]).toEqual([odd.replace('\ud800', '\ufffd'), null, null, 0]);
    expect(sheet!.cells?.get('0,0')?.style?.font?.bold).toBe(true);
    expect(sheet!.cells?.get('1,2')?.style?.numFmt).toBe('dd.mm.yyyy hh:mm');
    expect(filter).toMatchObject({ name: 'A & <B>', rows: [['Angabe']] });
  });

  test('goes on in another sheet where one is full, and not before', async () => {
    const sheet = (count: number): Sheet => ({
      ...{ name: 'Ein Name, der länger als erlaubt ist', columns: [{ title: 'n' }] },
      rows: Array.from({ length: count }, (_, n) => [n]),
    });
    const [full, none] = await sheetsOf([sheet(2)], 3);
    expect([full!.rows.length, none]).toEqual([3, undefined]);
    const [first, second] = await sheetsOf([sheet(3)], 3);
    expect(first!.rows).toEqual([['n'], [0], [1]]);
    expect(second!.rows).toEqual([['n'], [2]]);
    expect(first!.name).toHaveLength(31);
    expect(second!.name).toMatch(/ \(2\)$/);
  });

  test('has columns beyond Z', async () => {
    const columns = Array.from({ length: 60 }, (_, i) => ({ title: `c${i}` }));
    const [sheet] = await sheetsOf([{ name: 'Breit', columns, rows: [columns.map((_, i) => i)] }]);
    expect(sheet!.rows[1]).toEqual(columns.map((_, i) => i));
  });

  test('is broken, not short, where its rows fail', async () => {
    async function* failing(): AsyncGenerator<CellValue[]> {
      yield [1];
      await soon();
      throw new Error('weg');
    }
    const file = workbook([{ name: 'x', columns: [{ title: 'n' }], rows: failing() }], MODIFIED);
    await expect(buffer(file)).rejects.toThrow('weg');
  });

  test('asks for no further rows once the reader has left', async () => {
    const seen = { asked: 0, left: false };
    async function* endless(): AsyncGenerator<CellValue[]> {
      try {
        for (;;) {
          await soon();
          yield [`${(seen.asked += 1)} ${Math.random()}`];
        }
      } finally {
        seen.left = true;
      }
    }
    const file = workbook([{ name: 'x', columns: [{ title: 'n' }], rows: endless() }], MODIFIED);
    file.once('readable', () => file.destroy());
    while (!seen.left) await soon();
    const before = seen.asked;
    await soon();
    expect(seen.asked).toBe(before);
  });
});
