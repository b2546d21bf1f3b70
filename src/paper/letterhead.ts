import { drawSign } from './drawings.js';
import { COLOURS, type Paper, type Style, write } from './paper.js';

/** Whose papers these are. */
export const PROGRAMME = {
  name: 'Olympia ruft – Mach mit!',
  line: 'Bewegung und Gesundheit in Kita und Schule',
} as const;

const SIGN = 44;
const NAME: Style = { font: 'strong', size: 11.5, colour: COLOURS.deepGreen };
const LINE: Style = { font: 'text', size: 9, colour: COLOURS.grey };

/** The programme's sign with its name beside it. @param x left edge @param y upper edge @param width of the whole */
export function drawLetterhead(paper: Paper, { x, y, width }: { x: number; y: number; width: number }): void {
  drawSign(paper, x, y, SIGN);
  const beside = { x: x + SIGN + 14, width: width - SIGN - 14 };
  const below = write(paper, PROGRAMME.name, NAME, { ...beside, y: y + 8 });
  write(paper, PROGRAMME.line, LINE, { ...beside, y: below + 1 });
}
