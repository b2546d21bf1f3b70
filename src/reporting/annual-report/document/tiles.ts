import type { Flow } from '../../../paper/flowing-document.js';
import { COLOURS, type Paper, type Style, within, write } from '../../../paper/paper.js';
import type { TileDto } from '../content.dto.js';

const COLUMNS = 5;
const GAP = 7;
const HEIGHT = 54;

const NUMBER: Style = { font: 'strong', size: 15, colour: COLOURS.deepGreen };
const TITLE: Style = { font: 'text', size: 7.5 };
const BEFORE: Style = { font: 'text', size: 6.8, colour: COLOURS.grey };

/** In points. */
export function heightOfTiles(tiles: TileDto[]): number {
  return Math.ceil(tiles.length / COLUMNS) * (HEIGHT + GAP);
}

/** Big numbers, five in a row. */
export function drawTiles(flow: Flow, paper: Paper, tiles: TileDto[]): void {
  const { left, width } = flow.frame;
  const tileWidth = (width - (COLUMNS - 1) * GAP) / COLUMNS;
  flow.need(heightOfTiles(tiles));
  within(paper, 'L', (list) => {
    tiles.forEach((tile, i) => {
      const x = left + (i % COLUMNS) * (tileWidth + GAP);
      const y = flow.y + Math.floor(i / COLUMNS) * (HEIGHT + GAP);
      drawTile(list, tile, { x, y, width: tileWidth });
    });
  });
  flow.y += heightOfTiles(tiles);
}

function drawTile(
  list: Paper,
  { title, text, previous }: TileDto,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const { doc } = list;
  doc.markContent('Artifact', { type: 'Layout' }).save();
  doc.roundedRect(x, y, width, HEIGHT, 6).fill('#f1f8f4');
  doc.restore().endMarkedContent();
  const inner = { x: x + 8, width: width - 12 };
  within(list, 'LI', (item) => {
    let below = write(item, text, { ...NUMBER, type: 'LBody' }, { ...inner, y: y + 5 });
    below = write(item, title, { ...TITLE, type: 'LBody' }, { ...inner, y: below });
    if (previous !== null) write(item, previous, { ...BEFORE, type: 'LBody' }, { ...inner, y: below + 1 });
  });
}
