import { drawLine } from './drawings.js';
import type { Flow } from './flowing-document.js';
import { FONTS } from './fonts.js';
import {
  COLOURS,
  heightOf,
  type Paper,
  type Place,
  type Style,
  within,
  withinColumnHead,
  withinRowHead,
  write,
} from './paper.js';

export interface PaperTable {
  /** Of the rows' titles first, then of the cells. Numbers stand at the right, words at the left. */
  columns: { title: string; isNumber: boolean }[];
  rows: PaperRow[];
  /** Of the columns, in points. */
  widths: number[];
}

export interface PaperRow {
  title: string;
  cells: PaperCell[];
  /** Sums up the others. */
  isTotal: boolean;
}

export interface PaperCell {
  text: string;
  /** What stands behind it, in small and grey. */
  small: string | null;
  /** In the same line, or below. */
  isBeside: boolean;
}

const PAD = 3;
const GAP = 10;
/** What stands beside a number has a column of its own, so that the numbers stay below each other. */
const BESIDE = 84;
const BESIDE_GAP = 6;
/** Numbers that are compared down a column stand in columns of about the same width. */
const LEAST = 60;
/** Of the frame. */
const MOST_OF_FIRST = 0.4;
const MOST_BESIDE_WORDS = 0.29;
const HEAD: Style = { font: 'strong', size: 8, colour: COLOURS.deepGreen };
const CELL: Style = { font: 'text', size: 8.3, lineGap: 0.8 };
const SMALL: Style = { font: 'text', size: 7, colour: COLOURS.grey };

/** Draws a table down the sheets; where it goes on overleaf, its head is repeated. */
export function drawTable(flow: Flow, paper: Paper, table: PaperTable): void {
  flow.need(heightOfTable(flow, table, 1));
  within(paper, 'Table', (part) => {
    drawHead(flow, part, table);
    for (const row of table.rows) {
      if (heightOfRow(flow, table, row) > flow.left) {
        flow.nextPage();
        repeatHead(flow, part, table);
      }
      drawRow(flow, part, table, row);
    }
  });
}

/** How high the head and so many of the first rows are, in points. */
export function heightOfTable(flow: Flow, table: PaperTable, rows = table.rows.length): number {
  const heights = table.rows.slice(0, rows).map((row) => heightOfRow(flow, table, row));
  return sum(heights) + heightOfHead(flow, table);
}

/**
 * As wide as what stands in the columns. What is left goes to the first one; what is too much is taken from the widest, whose texts then
 * take several lines.
 */
export function widthsFor(flow: Flow, { columns, rows }: Omit<PaperTable, 'widths'>): number[] {
  const first = columns.some(({ isNumber }) => isNumber) ? MOST_OF_FIRST : MOST_BESIDE_WORDS;
  const wanted = columns.map((column, i) => {
    const words = column.title.split(' ').map((word) => widthOfText(flow, word, HEAD));
    const texts = rows.map((row) => widthOfCell(flow, row, i));
    const least = column.isNumber ? LEAST : 0;
    return Math.min(Math.max(...words, ...texts, least) + GAP, i === 0 ? first * flow.frame.width : Infinity);
  });
  const total = sum(wanted);
  const { width } = flow.frame;
  if (total <= width) return wanted.map((own, i) => (i === 0 ? own + width - total : own));
  const most = limitFor(wanted, width);
  return wanted.map((own) => Math.min(own, most));
}

/** The limit under which all of them together are as wide as the frame. */
function limitFor(wanted: number[], width: number): number {
  let [low, high] = [0, width];
  while (high - low > 0.5) {
    const limit = (low + high) / 2;
    if (sum(wanted.map((own) => Math.min(own, limit))) > width) high = limit;
    else low = limit;
  }
  return low;
}

function widthOfCell(flow: Flow, { title, cells, isTotal }: PaperRow, column: number): number {
  const style = styleOf(isTotal);
  const cell = cells[column - 1];
  if (!cell) return widthOfText(flow, title, style);
  const { text, small, isBeside } = cell;
  const behind = small === null ? 0 : widthOfText(flow, small, SMALL);
  const own = widthOfText(flow, text, style);
  return isBeside ? own + BESIDE : Math.max(own, behind);
}

function widthOfText({ doc }: Flow, text: string, { font, size }: Style): number {
  return doc.font(FONTS[font]).fontSize(size).widthOfString(text) + 1;
}

function drawHead(flow: Flow, part: Paper, table: PaperTable): void {
  within(part, 'TR', (row) => {
    table.columns.forEach(({ title }, i) =>
      withinColumnHead(row, (head) => write(head, title, headStyle(table, i), placeOf(flow, table, i))),
    );
  });
  endRow(flow, part, heightOfHead(flow, table), COLOURS.green);
}

/** Seen again, but not read aloud a second time. */
function repeatHead(flow: Flow, part: Paper, table: PaperTable): void {
  const { doc } = flow;
  doc.markContent('Artifact', { type: 'Pagination' });
  doc.font(FONTS.strong).fontSize(HEAD.size).fillColor(COLOURS.deepGreen);
  table.columns.forEach(({ title }, i) => {
    const { x, y, width } = placeOf(flow, table, i);
    doc.text(title, x, y, { width, align: headStyle(table, i).align ?? 'left' });
  });
  doc.endMarkedContent();
  endRow(flow, part, heightOfHead(flow, table), COLOURS.green);
}

function drawRow(flow: Flow, part: Paper, table: PaperTable, content: PaperRow): void {
  const { title, cells, isTotal } = content;
  within(part, 'TR', (row) => {
    withinRowHead(row, (head) => write(head, title, styleOf(isTotal), placeOf(flow, table, 0)));
    cells.forEach((cell, i) => {
      const style = { ...styleOf(isTotal), align: alignOf(table, i + 1) };
      within(row, 'TD', (inner) => drawCell(inner, cell, style, placeOf(flow, table, i + 1)));
    });
  });
  endRow(flow, part, heightOfRow(flow, table, content));
}

function drawCell(paper: Paper, { text, small, isBeside }: PaperCell, style: Style, place: Place): void {
  const below = write(paper, text, style, isBeside ? { ...place, width: place.width - BESIDE } : place);
  if (small === null) return;
  const at = { x: place.x + place.width - BESIDE + BESIDE_GAP, y: place.y + 1.5, width: BESIDE - BESIDE_GAP };
  if (isBeside) write(paper, small, SMALL, at);
  else write(paper, small, { ...SMALL, align: style.align ?? 'left' }, { ...place, y: below });
}

function endRow(flow: Flow, part: Paper, height: number, colour?: string): void {
  flow.y += height;
  drawLine(part, flow.frame.left, flow.y, flow.frame.width, colour);
}

function styleOf(isTotal: boolean): Style {
  return { ...CELL, font: isTotal ? 'strong' : 'text' };
}

function alignOf({ columns }: PaperTable, column: number): 'left' | 'right' {
  return columns[column]?.isNumber ? 'right' : 'left';
}

function headStyle(table: PaperTable, column: number): Style {
  return { ...HEAD, align: alignOf(table, column) };
}

function placeOf(flow: Flow, { widths }: PaperTable, column: number): Place {
  const x = flow.frame.left + sum(widths.slice(0, column));
  return { x, y: flow.y + PAD, width: widthOf(widths, column) };
}

function widthOf(widths: number[], column: number): number {
  return (widths[column] ?? 0) - (column === widths.length - 1 ? 0 : GAP);
}

function heightOfHead(flow: Flow, table: PaperTable): number {
  const heights = table.columns.map(({ title }, i) =>
    heightOf(flow, title, headStyle(table, i), widthOf(table.widths, i)),
  );
  return Math.max(...heights) + 2 * PAD;
}

function heightOfRow(flow: Flow, { widths }: PaperTable, { title, cells, isTotal }: PaperRow): number {
  const style = styleOf(isTotal);
  const heights = cells.map(({ text, small, isBeside }, i) => {
    const width = widthOf(widths, i + 1) - (isBeside ? BESIDE : 0);
    const below = small === null || isBeside ? 0 : heightOf(flow, small, SMALL, width);
    return heightOf(flow, text, style, width) + below;
  });
  return Math.max(heightOf(flow, title, style, widthOf(widths, 0)), ...heights) + 2 * PAD;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
