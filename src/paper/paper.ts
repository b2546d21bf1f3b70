import { type FontName, FONTS } from './fonts.js';

/** The programme's green and sun, as on the screens; ink and grey have a contrast of 7 : 1 and more. */
export const COLOURS = {
  green: '#1d7f4f',
  deepGreen: '#14663f',
  sun: '#f4b56b',
  ink: '#1b1e1c',
  grey: '#4a524d',
  line: '#b3dfc7',
} as const;

/** A4 in points, with room to breathe. */
export const SHEET = { width: 595.28, height: 841.89, margin: 72 } as const;
export const MEASURE = SHEET.width - 2 * SHEET.margin;

/** What is drawn on: the document, and the part of its structure that a text read aloud belongs to. */
export interface Paper {
  doc: PDFKit.PDFDocument;
  section: PDFKit.PDFStructureElement;
}

export interface Style {
  font: FontName;
  size: number;
  colour?: string;
  align?: 'left' | 'center' | 'right';
  lineGap?: number;
  /** What it is to a reader: a paragraph unless said otherwise. */
  type?: 'P' | 'H1' | 'H2' | 'H3' | 'Lbl' | 'LBody' | 'Caption';
  letterSpacing?: number;
}

export interface Place {
  x: number;
  y: number;
  width: number;
}

/** Writes a text and says where the next may begin. */
export function write({ doc, section }: Paper, text: string, style: Style, { x, y, width }: Place): number {
  const { font, size, colour = COLOURS.ink, type = 'P', ...rest } = style;
  doc.font(FONTS[font]).fontSize(size).fillColor(colour);
  doc.text(text, x, y, { ...settings(rest), width, structParent: section, structType: type });
  return doc.y;
}

/** Draws inside of a new part of the structure: a table, a row, a list's item. @returns what was drawn there */
export function within<T>(
  { doc, section }: Paper,
  type: string,
  draw: (inner: Paper) => T,
  options: object = {},
): T {
  const part = doc.struct(type, options);
  section.add(part);
  const drawn = draw({ doc, section: part });
  part.end();
  return drawn;
}

/** Draws the head of a table's row, without which a reader cannot say what the values are about. */
export function withinRowHead<T>(paper: Paper, draw: (inner: Paper) => T): T {
  return within(paper, 'TH', draw, { scope: 'Row' });
}

/** The same for a column of the table. */
export function withinColumnHead<T>(paper: Paper, draw: (inner: Paper) => T): T {
  return within(paper, 'TH', draw, { scope: 'Column' });
}

/** How high the text will be, without writing it. */
export function heightOf({ doc }: Pick<Paper, 'doc'>, text: string, style: Style, width: number): number {
  doc.font(FONTS[style.font]).fontSize(style.size);
  return doc.heightOfString(text, { ...settings(style), width });
}

/** The first of the sizes in which the text takes no more than so many lines; the last one if it never does. */
export function fitting(
  paper: Pick<Paper, 'doc'>,
  text: string,
  style: Style,
  sizes: number[],
  lines: number,
): Style {
  const fits = (size: number): boolean => {
    const candidate = { ...style, size };
    return (
      heightOf(paper, text, candidate, MEASURE) <= lines * heightOf(paper, 'X', candidate, MEASURE) + 0.5
    );
  };
  return { ...style, size: sizes.find(fits) ?? sizes.at(-1) ?? style.size };
}

/** A place in the middle, narrowed until the lines are about as long as each other: no last word alone. */
export function balanced(paper: Pick<Paper, 'doc'>, text: string, style: Style, y: number): Place {
  const height = heightOf(paper, text, style, MEASURE);
  let [narrow, wide] = [MEASURE / 3, MEASURE];
  while (wide - narrow > 4) {
    const width = (narrow + wide) / 2;
    if (heightOf(paper, text, style, width) > height) narrow = width;
    else wide = width;
  }
  return { x: SHEET.margin + (MEASURE - wide) / 2, y, width: wide };
}

function settings({ align, lineGap, letterSpacing }: Pick<Style, 'align' | 'lineGap' | 'letterSpacing'>): {
  align?: 'left' | 'center' | 'right';
  lineGap?: number;
  characterSpacing?: number;
} {
  return {
    ...(align && { align }),
    ...(lineGap !== undefined && { lineGap }),
    ...(letterSpacing !== undefined && { characterSpacing: letterSpacing }),
  };
}
