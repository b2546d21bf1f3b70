import { drawLine } from '../../../../paper/drawings.js';
import { drawLetterhead } from '../../../../paper/letterhead.js';
import {
  COLOURS,
  heightOf,
  type Paper,
  SHEET,
  type Style,
  within,
  withinColumnHead,
  withinRowHead,
  write,
} from '../../../../paper/paper.js';
import type { ParentsSheetFacts } from '../parents-sheet-facts.js';
import { drawColumn } from './blocks.js';
import {
  type Band,
  type Density,
  footBand,
  headBand,
  headingBand,
  heightOfBand,
  itemBand,
  MARGIN,
  WIDTH,
} from './sheet-bands.js';
import { WORDS } from './sheet-words.de.js';

const TOP = 100;
const BOTTOM = SHEET.height - 32;
const MOST_SPARE_PER_GAP = 9;

const SCALES = [1.2, 1.12, 1.06, 1, 0.95, 0.9];
/** From the most that can be said to the least; the first that fits is taken. */
const DENSITIES: readonly Density[] = [
  ...SCALES.map((scale) => ({ scale, ideas: 2, explains: true })),
  ...[1, 0.9, 0.84].map((scale) => ({ scale, ideas: 1, explains: true })),
  ...[0.84, 0.7, 0.56, 0.42].map((scale) => ({ scale, ideas: 0, explains: false })),
];
const LEAST: Density = { scale: 0.3, ideas: 0, explains: false };

const LABEL: Style = { font: 'text', size: 8.2, colour: COLOURS.grey };
const CODE: Style = { font: 'code', size: 12 };

/** A sheet for the parents of one child, on one page whatever there is to say. */
export function drawSheet(paper: Paper, facts: ParentsSheetFacts): void {
  // A text that reached into a margin would open a second page.
  paper.doc.page.margins.bottom = 0;
  const density = DENSITIES.find((each) => spareOf(paper, facts, each) >= 0) ?? LEAST;
  const spare = Math.max(0, spareOf(paper, facts, density)) / gapsOf(facts);
  const gap = gapOf(density) + Math.min(MOST_SPARE_PER_GAP, spare);
  drawLetterhead(paper, { x: MARGIN, y: 32, width: WIDTH / 2 });
  drawNameLine(paper, facts.childCode);
  let y = drawBand(paper, headBand(facts, density), TOP) + gap;
  y = within(paper, 'Table', (table) => drawTable(table, facts, density, { y, gap }));
  drawLine(paper, MARGIN, y, WIDTH);
  drawBand(paper, footBand(facts, density), y + gap);
}

/** What stays free of the page; below zero it does not fit. */
function spareOf(paper: Paper, facts: ParentsSheetFacts, density: Density): number {
  const items = facts.items.map((item) => itemBand(item, density));
  const bands = [headBand(facts, density), headingBand(density), ...items, footBand(facts, density)];
  const height = bands.reduce((sum, band) => sum + heightOfBand(paper, band), 0);
  return BOTTOM - TOP - height - gapsOf(facts) * gapOf(density);
}

/** One between any two of head, headings, tasks, line and foot. */
function gapsOf({ items }: ParentsSheetFacts): number {
  return items.length + 3;
}

function gapOf({ scale }: Density): number {
  return 8 * scale;
}

/** Where the name is written by hand, with the code that stands for it here. */
function drawNameLine(paper: Paper, childCode: string): void {
  const x = MARGIN + WIDTH / 2;
  const [lineWidth, y] = [176, 34];
  write(paper, WORDS.name, LABEL, { x, y, width: lineWidth });
  drawLine(paper, x, y + 32, lineWidth, COLOURS.grey);
  write(paper, WORDS.nameHint, { ...LABEL, size: 6.6 }, { x, y: y + 35, width: lineWidth });
  const right = { x: x + lineWidth + 14, width: WIDTH / 2 - lineWidth - 14 };
  write(paper, WORDS.code, LABEL, { ...right, y });
  write(paper, childCode, CODE, { ...right, y: y + 32 - heightOf(paper, childCode, CODE, right.width) });
}

function drawTable(
  table: Paper,
  facts: ParentsSheetFacts,
  density: Density,
  { y: top, gap }: { y: number; gap: number },
): number {
  let y = within(table, 'TR', (row) =>
    bottomOf(
      headingBand(density).map((column) => withinColumnHead(row, (cell) => drawColumn(cell, column, top))),
    ),
  );
  y += gap;
  for (const item of facts.items) {
    drawLine(table, MARGIN, y - gap / 2, WIDTH);
    y = within(table, 'TR', (row) => drawRow(row, itemBand(item, density), y)) + gap;
  }
  return y - gap / 2;
}

function drawRow(row: Paper, [head, ...cells]: Band, y: number): number {
  const first = head ? withinRowHead(row, (cell) => drawColumn(cell, head, y)) : y;
  const others = cells.map((column) => within(row, 'TD', (cell) => drawColumn(cell, column, y)));
  return bottomOf([first, ...others]);
}

function drawBand(paper: Paper, band: Band, y: number): number {
  return bottomOf(band.map((column) => drawColumn(paper, column, y)));
}

function bottomOf(ends: readonly number[]): number {
  return Math.max(...ends);
}
