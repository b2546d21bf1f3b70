import { COLOURS, type Paper, SHEET, type Style } from '../../../../paper/paper.js';
import type { ParentsSheetFacts, SheetItem } from '../parents-sheet-facts.js';
import { type Block, type Column, heightOfColumn } from './blocks.js';
import { wordsOf } from './item-words.de.js';
import {
  barsInWords,
  CLASS_WORDS,
  introInWords,
  occasionInWords,
  valueInWords,
  WORDS,
} from './sheet-words.de.js';

/** How much is said, and how large. */
export interface Density {
  scale: number;
  /** For each task, at most. */
  ideas: number;
  explains: boolean;
}

/** Columns beside each other. */
export type Band = readonly Column[];

export const MARGIN = 44;
export const WIDTH = SHEET.width - 2 * MARGIN;
const GUTTER = 18;

const TITLE: Style = { font: 'strong', size: 19, colour: COLOURS.deepGreen, type: 'H1' };
const TEXT: Style = { font: 'text', size: 9, lineGap: 1.2 };
const QUIET: Style = { font: 'text', size: 8.2, colour: COLOURS.grey, lineGap: 0.8 };
const HEADING: Style = { font: 'strong', size: 8.2, colour: COLOURS.deepGreen };
const ITEM: Style = { font: 'strong', size: 9.5 };
const WORD: Style = { font: 'strong', size: 8.6, colour: COLOURS.deepGreen };
const SECTION: Style = { font: 'strong', size: 9, colour: COLOURS.deepGreen, type: 'H2' };

/** What it is, whose and from when. */
export function headBand(facts: ParentsSheetFacts, { scale }: Density): Band {
  const blocks: Block[] = [
    { text: WORDS.title, style: scaled(TITLE, scale), gap: 2 * scale },
    { text: occasionInWords(facts), style: scaled(QUIET, scale), gap: 6 * scale },
    { text: introInWords(facts), style: scaled(TEXT, scale) },
  ];
  return [{ x: MARGIN, width: WIDTH, blocks }];
}

/** The heads of the table's columns. */
export function headingBand({ scale }: Density): Band {
  const heads = [WORDS.task, WORDS.result, WORDS.ideas];
  return tableBand(heads.map((text) => [{ text, style: scaled(HEADING, scale) }]));
}

/** One task: what was done, how it was, what to play. */
export function itemBand(item: SheetItem, { scale, ideas, explains }: Density): Band {
  const words = wordsOf(item.itemCode);
  const quiet = scaled(QUIET, scale);
  const task: Block[] = [{ text: item.title, style: scaled(ITEM, scale), gap: scale }];
  if (explains && words) task.push({ text: words.done, style: quiet });
  return tableBand([
    task,
    resultBlocks(item, scale),
    [{ list: words?.ideas.slice(0, ideas) ?? [], style: quiet }],
  ]);
}

function resultBlocks(item: SheetItem, scale: number): Block[] {
  const quiet = scaled(QUIET, scale);
  if (item.value === null) return [{ text: WORDS.noResult, style: quiet }];
  const value: Block = { text: valueInWords(item), style: scaled(ITEM, scale), gap: 2 * scale };
  const ceiling: Block[] = item.atCeiling ? [{ text: WORDS.ceiling, style: quiet }] : [];
  if (item.unit === 'yes_no') return [value];
  if (item.performanceClass === null) return [value, ...ceiling, { text: WORDS.noNorm, style: quiet }];
  const word = CLASS_WORDS[item.performanceClass - 1] ?? '';
  return [
    value,
    { bar: item.performanceClass, height: 7 * scale, gap: 3 * scale },
    { text: word, style: scaled(WORD, scale) },
    ...ceiling,
  ];
}

/** What the fields mean, what the sheet does not say, and how to take the consent back. */
export function footBand(facts: ParentsSheetFacts, { scale }: Density): Band {
  const parts = [
    [facts.norms.length > 0 ? WORDS.barsTitle : WORDS.comparisonTitle, barsInWords(facts.norms)],
    [WORDS.limitsTitle, WORDS.limits],
    [WORDS.consentTitle, WORDS.consent],
  ] as const;
  return columns(
    [1.25, 1.25, 1],
    parts.map(([title, text]) => [
      { text: title, style: scaled(SECTION, scale), gap: 2 * scale },
      { text, style: scaled(QUIET, scale) },
    ]),
  );
}

export function heightOfBand(paper: Paper, band: Band): number {
  return Math.max(...band.map((column) => heightOfColumn(paper, column)));
}

function tableBand(cells: Block[][]): Band {
  return columns([1.12, 0.94, 1.15], cells);
}

/** Over the whole width, each as wide as its share. */
function columns(shares: readonly number[], cells: Block[][]): Band {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const unit = (WIDTH - (shares.length - 1) * GUTTER) / whole;
  let x = MARGIN;
  return shares.map((share, i) => {
    const column = { x, width: share * unit, blocks: cells[i] ?? [] };
    x += column.width + GUTTER;
    return column;
  });
}

function scaled(style: Style, scale: number): Style {
  const lineGap = style.lineGap === undefined ? {} : { lineGap: style.lineGap * scale };
  return { ...style, size: style.size * scale, ...lineGap };
}
