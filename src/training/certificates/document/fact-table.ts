import { COLOURS, heightOf, MEASURE, type Paper, SHEET, type Style, write } from '../../../paper/paper.js';
import type { CertificateFacts } from '../certificate-facts.js';
import {
  extentInWords,
  numberInWords,
  sessionInShort,
  sessionInWords,
  trainerInWords,
  WORDS,
} from './certificate-words.de.js';

interface Row {
  label: string;
  /** More than one is a list. */
  values: string[];
  columns: 1 | 2;
}

const LABEL_WIDTH = 88;
const VALUE_WIDTH = MEASURE - LABEL_WIDTH;
const COLUMN_GAP = 12;
const ROW_GAP = 8;
/** From here on the dates stand in two columns. */
const MANY_SESSIONS = 4;

const LABEL: Style = { font: 'strong', size: 9.5, colour: COLOURS.deepGreen };
const VALUE: Style = { font: 'text', size: 9.5, lineGap: 2.5 };
const PAGE_HEAD: Style = { font: 'text', size: 9, colour: COLOURS.grey };

/**
 * The facts as a table with a head to each row. What does not fit between top and bottom is put off to a second sheet.
 * @returns draws that second sheet, if one is needed
 */
export function drawFacts(
  paper: Paper,
  facts: CertificateFacts,
  { top, bottom }: { top: number; bottom: number },
): () => void {
  const putOff: Row[] = [];
  const rows = rowsOf(facts);
  const shown = rows.map((row, i) => {
    // What is still to come must have its line at least.
    const reserved = (rows.length - 1 - i) * (heightOfRow(paper, short(row)) + ROW_GAP);
    return { row, reserved };
  });
  let y = top;
  drawTable(paper, (table) => {
    for (const { row, reserved } of shown) {
      const fits = y + heightOfRow(paper, row) + reserved <= bottom;
      if (!fits) putOff.push(row);
      y = drawRow({ ...paper, section: table }, fits ? row : short(row), y) + ROW_GAP;
    }
  });
  return () => {
    if (putOff.length > 0) drawSecondSheet(paper, facts, putOff);
  };
}

function rowsOf(facts: CertificateFacts): Row[] {
  const many = facts.sessions.length > MANY_SESSIONS;
  const sessions: Row = {
    label: WORDS.sessions,
    values: facts.sessions.map(many ? sessionInShort : sessionInWords),
    columns: many ? 2 : 1,
  };
  return [
    single(WORDS.extent, extentInWords(facts)),
    single(WORDS.trainer, trainerInWords(facts)),
    single(WORDS.place, facts.place),
    single(WORDS.focusArea, facts.focusArea),
    sessions,
    single(WORDS.contents, facts.contents),
  ].filter(({ values }) => values.length > 0);
}

function single(label: string, value: string | null): Row {
  return { label, values: value ? [value] : [], columns: 1 };
}

function short({ label }: Row): Row {
  return single(label, WORDS.onNextPage);
}

function drawSecondSheet(paper: Paper, facts: CertificateFacts, rows: Row[]): void {
  paper.doc.addPage();
  const head = `${facts.personName} · ${numberInWords(facts)}`;
  let y = write(paper, head, PAGE_HEAD, { x: SHEET.margin, y: SHEET.margin, width: MEASURE }) + 24;
  drawTable(paper, (table) => {
    for (const row of rows) y = drawRow({ ...paper, section: table }, row, y) + ROW_GAP;
  });
}

function drawTable({ doc, section }: Paper, drawRows: (table: PDFKit.PDFStructureElement) => void): void {
  const table = doc.struct('Table');
  section.add(table);
  drawRows(table);
  table.end();
}

function drawRow({ doc, section }: Paper, { label, values, columns }: Row, y: number): number {
  const row = doc.struct('TR');
  section.add(row);
  // A head of its row, or a reader cannot say what the value is about.
  const head = doc.struct('TH', { scope: 'Row' } as { title?: string });
  row.add(head);
  const bottom = write({ doc, section: head }, label, LABEL, { x: SHEET.margin, y, width: LABEL_WIDTH - 8 });
  const cell = doc.struct('TD');
  row.add(cell);
  const end =
    values.length > 1
      ? drawList({ doc, section: cell }, values, columns, y)
      : drawValue({ doc, section: cell }, values, y);
  row.end();
  return Math.max(bottom, end);
}

function drawValue(paper: Paper, values: string[], y: number): number {
  return write(paper, values.join(''), VALUE, { x: SHEET.margin + LABEL_WIDTH, y, width: VALUE_WIDTH });
}

/** Down the first column, then down the second: as one reads. */
function drawList({ doc, section }: Paper, values: string[], columns: 1 | 2, top: number): number {
  const list = doc.struct('L');
  section.add(list);
  const perColumn = Math.ceil(values.length / columns);
  const width = (VALUE_WIDTH - (columns - 1) * COLUMN_GAP) / columns;
  let y = top;
  let bottom = top;
  values.forEach((value, i) => {
    if (i % perColumn === 0) y = top;
    const item = doc.struct('LI');
    list.add(item);
    const x = SHEET.margin + LABEL_WIDTH + Math.floor(i / perColumn) * (width + COLUMN_GAP);
    y = write({ doc, section: item }, value, { ...VALUE, type: 'LBody' }, { x, y, width });
    bottom = Math.max(bottom, y);
  });
  return bottom;
}

function heightOfRow(paper: Pick<Paper, 'doc'>, { values, columns }: Row): number {
  const width = (VALUE_WIDTH - (columns - 1) * COLUMN_GAP) / columns;
  const heights = values.map((value) => heightOf(paper, value, VALUE, width));
  const perColumn = Math.ceil(heights.length / columns);
  const first = sum(heights.slice(0, perColumn));
  return Math.max(first, sum(heights.slice(perColumn)));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
