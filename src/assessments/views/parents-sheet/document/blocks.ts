import { drawFigure } from '../../../../paper/drawings.js';
import { COLOURS, heightOf, type Paper, type Style, within, write } from '../../../../paper/paper.js';
import { barInWords } from './sheet-words.de.js';

/** What stands below each other in a column. */
export type Block = { gap?: number } & (
  { text: string; style: Style } | { list: readonly string[]; style: Style } | { bar: number; height: number }
);

export interface Column {
  x: number;
  width: number;
  blocks: readonly Block[];
}

const FIELDS = 5;
const FIELD_GAP = 2;
const BULLET = '– ';
/** Room for the mark above the fields, as a share of their height. */
const MARK = 0.75;

/** How high the column will be, without drawing it. */
export function heightOfColumn(paper: Paper, { width, blocks }: Column): number {
  return blocks.reduce((sum, block) => sum + heightOfBlock(paper, block, width) + (block.gap ?? 0), 0);
}

/** @returns where the column ends */
export function drawColumn(paper: Paper, { x, width, blocks }: Column, top: number): number {
  return blocks.reduce((y, block) => drawBlock(paper, block, { x, y, width }) + (block.gap ?? 0), top);
}

function heightOfBlock(paper: Paper, block: Block, width: number): number {
  if ('bar' in block) return block.height * (1 + MARK);
  const texts = 'list' in block ? block.list.map((text) => BULLET + text) : [block.text];
  return texts.reduce((sum, text) => sum + heightOf(paper, text, block.style, width), 0);
}

function drawBlock(paper: Paper, block: Block, place: { x: number; y: number; width: number }): number {
  if ('bar' in block) return drawBar(paper, block, place);
  if ('text' in block) return write(paper, block.text, block.style, place);
  if (block.list.length === 0) return place.y;
  return within(paper, 'L', (list) =>
    block.list.reduce(
      (y, text) =>
        within(list, 'LI', (item) =>
          write(item, BULLET + text, { ...block.style, type: 'LBody' }, { ...place, y }),
        ),
      place.y,
    ),
  );
}

/** Five fields, the marked one filled and with a mark above it: told apart without colours, too. */
function drawBar(
  paper: Paper,
  { bar, height }: { bar: number; height: number },
  { x, y, width }: { x: number; y: number; width: number },
): number {
  const { doc } = paper;
  const field = (width - (FIELDS - 1) * FIELD_GAP) / FIELDS;
  const top = y + height * MARK;
  drawFigure(paper, barInWords(bar), { x, y, width, height: height * (1 + MARK) }, () => {
    for (let place = 1; place <= FIELDS; place += 1) {
      const left = x + (place - 1) * (field + FIELD_GAP);
      doc.roundedRect(left, top, field, height, 2);
      if (place === bar) doc.fill(COLOURS.green);
      else doc.lineWidth(0.8).stroke(COLOURS.grey);
    }
    const middle = x + (bar - 0.5) * field + (bar - 1) * FIELD_GAP;
    const half = height * 0.5;
    doc
      .moveTo(middle - half, y)
      .lineTo(middle + half, y)
      .lineTo(middle, y + height * MARK - 1)
      .fill(COLOURS.ink);
  });
  return top + height;
}
