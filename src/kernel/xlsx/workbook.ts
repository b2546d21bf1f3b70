import { Readable } from 'node:stream';
import { type ZipEntry, zipStream } from '../zip/zip-stream.js';
import {
  type CellValue,
  escaped,
  headerXml,
  MAIN,
  rowXml,
  SHEET_END,
  type SheetColumn,
  sheetStart,
  STYLES_XML,
  XML,
} from './sheet-xml.js';

export interface Sheet {
  /** At most 31 letters, none of `[]:*?/\`. */
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
}

/** What a spreadsheet program opens: 2^20 rows, the header among them. */
const ROWS_PER_SHEET = 1_048_576;
/** So much XML goes on at once; small enough to stay flat, large enough not to be eaten up by calls. */
const CHUNK = 65_536;
const LONGEST_NAME = 31;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An XLSX that is written while it is read, row by row, with typed cells. A sheet with more rows than a spreadsheet program can hold
 * goes on in another one. A sheet's rows are asked for when the sheet before it is written, so its content may depend on it.
 * @param rowsPerSheet smaller in tests
 */
export function workbook(
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  modified: Date,
  rowsPerSheet = ROWS_PER_SHEET,
): Readable {
  return zipStream(parts(sheets, rowsPerSheet), modified);
}

async function* parts(
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  rowsPerSheet: number,
): AsyncGenerator<ZipEntry> {
  const names: string[] = [];
  for await (const sheet of sheets) {
    const rows = rowsOf(sheet.rows);
    try {
      for (let part = 1, more = true; more; part += 1) {
        names.push(nameOf(sheet.name, part));
        const content = Readable.from(sheetXml(sheet.columns, rows, rowsPerSheet), { objectMode: false });
        yield { path: sheetPath(names.length), content };
        more = (await rows.peek()) !== undefined;
      }
    } finally {
      await rows.leave();
    }
  }
  yield* frame(names);
}

/** Rows that can be looked at before they are taken. */
interface Rows {
  peek(): Promise<readonly CellValue[] | undefined>;
  take(): void;
  leave(): Promise<void>;
}

function rowsOf(source: Sheet['rows']): Rows {
  const rows = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let next: readonly CellValue[] | undefined;
  return {
    peek: async () => {
      if (next === undefined) {
        const result = await rows.next();
        if (result.done !== true) next = result.value;
      }
      return next;
    },
    take: () => {
      next = undefined;
    },
    leave: async () => {
      await rows.return?.();
    },
  };
}

async function* sheetXml(
  columns: readonly SheetColumn[],
  rows: Rows,
  rowsPerSheet: number,
): AsyncGenerator<Buffer> {
  let xml = sheetStart(columns) + headerXml(columns);
  for (let number = 2; number <= rowsPerSheet; number += 1) {
    const row = await rows.peek();
    if (row === undefined) break;
    rows.take();
    xml += rowXml(number, row, columns);
    if (xml.length < CHUNK) continue;
    yield Buffer.from(xml);
    xml = '';
  }
  yield Buffer.from(xml + SHEET_END);
}

function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

function nameOf(name: string, part: number): string {
  const end = part === 1 ? '' : ` (${part})`;
  return name.slice(0, LONGEST_NAME - end.length) + end;
}

/** The parts that say what is where; they come last, when all sheets are known. */
function* frame(names: readonly string[]): Generator<ZipEntry> {
  const each = (write: (name: string, number: number) => string): string =>
    names.map((name, i) => write(name, i + 1)).join('');
  yield entry(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>\
${each((_, n) => `<Override PartName="/${sheetPath(n)}" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  );
  yield entry(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield entry(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  );
  yield entry(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">\
${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}\
<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield { path: 'xl/styles.xml', content: Buffer.from(STYLES_XML) };
}

function entry(path: string, xml: string): ZipEntry {
  return { path, content: Buffer.from(XML + xml) };
}
