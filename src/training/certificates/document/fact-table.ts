import {
  COLOURS,
  heightOf,
  MEASURE,
  type Paper,
  SHEET,
  type Style,
  within,
  withinRowHead,
  write,
} from '../../../paper/paper.js';
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
  within(paper, 'Table', (table) => {
    for (const { row, reserved } of shown) {
      const fits = y + heightOfRow(paper, row) + reserved <= bottom;
      if (!fits) putOff.push(row);
      y = drawRow(table, fits ? row : short(row), y) + ROW_GAP;
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
  within(paper, 'Table', (table) => {
    for (const row of rows) y = drawRow(table, row, y) + ROW_GAP;
  });
}

function drawRow(paper: Paper, { label, values, columns }: Row, y: number): number {
  const place = { x: SHEET.margin, y, width: LABEL_WIDTH - 8 };
  return within(paper, 'TR', (row) => {
    const bottom = withinRowHead(row, (head) => write(head, label, LABEL, place));
    const end = within(row, 'TD', (cell) =>
      values.length > 1 ? drawList(cell, values, columns, y) : drawValue(cell, values, y),
    );
    return Math.max(bottom, end);
  });
}

function drawValue(paper: Paper, values: string[], y: number): number {
  return write(paper, values.join(''), VALUE, { x: SHEET.margin + LABEL_WIDTH, y, width: VALUE_WIDTH });
}

/** Down the first column, then down the second: as one reads. */
function drawList(paper: Paper, values: string[], columns: 1 | 2, top: number): number {
  const perColumn = Math.ceil(values.length / columns);
  const width = (VALUE_WIDTH - (columns - 1) * COLUMN_GAP) / columns;
  let y = top;
  let bottom = top;
  within(paper, 'L', (list) => {
    values.forEach((value, i) => {
      if (i % perColumn === 0) y = top;
      const x = SHEET.margin + LABEL_WIDTH + Math.floor(i / perColumn) * (width + COLUMN_GAP);
      y = within(list, 'LI', (item) => write(item, value, { ...VALUE, type: 'LBody' }, { x, y, width }));
      bottom = Math.max(bottom, y);
    });
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
