import { encode } from 'uqr';
import { COLOURS, type Paper } from './paper.js';

const SIGN_EDGE = 48;
const SIGN_CORNER = 12;
/** Hop and leap; the same path as on the screen. */
const SIGN_LEAP = 'M7 36.5q4.25-13 8.5 0C18.5 21 23.5 13.5 29.5 13';

/** The programme's own sign: hop, leap, and the ball is in the air. Decoration, so no reader is told of it. */
export function drawSign({ doc }: Paper, x: number, y: number, edge: number): void {
  doc.markContent('Artifact', { type: 'Layout' }).save();
  doc.translate(x, y).scale(edge / SIGN_EDGE);
  doc.roundedRect(0, 0, SIGN_EDGE, SIGN_EDGE, SIGN_CORNER).fill(COLOURS.green);
  doc.lineWidth(3.8).lineCap('round').lineJoin('round').path(SIGN_LEAP).stroke('#ffffff');
  doc.circle(37.5, 16, 4.8).fill(COLOURS.sun);
  doc.restore().endMarkedContent();
}

/** A quiet line across; decoration as well. */
export function drawLine(
  { doc }: Paper,
  x: number,
  y: number,
  width: number,
  colour: string = COLOURS.line,
): void {
  doc.markContent('Artifact', { type: 'Layout' }).save();
  doc
    .lineWidth(0.75)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke(colour);
  doc.restore().endMarkedContent();
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture that bears its text for those who do not see it. */
export function drawFigure({ doc, section }: Paper, label: string, box: Box, draw: () => void): void {
  // The box is asked for of every picture.
  const options = { alt: label, bbox: [box.x, box.y, box.x + box.width, box.y + box.height] };
  section.add(
    doc.struct('Figure', options, () => {
      doc.save();
      draw();
      doc.restore();
    }),
  );
}

/** A QR code in lines, sharp at any size. */
export function drawQrCode(
  paper: Paper,
  text: string,
  label: string,
  { x, y, edge }: { x: number; y: number; edge: number },
): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  drawFigure(paper, label, { x, y, width: edge, height: edge }, () => {
    paper.doc.translate(x, y).scale(edge / size);
    fillDark(paper.doc, data);
  });
}

/** A run of dark neighbours is one rectangle: a tenth of the file's size, and no hair lines between them. */
function fillDark(doc: PDFKit.PDFDocument, rows: boolean[][]): void {
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x]) x += 1;
      doc.rect(start, y, x - start, 1);
    }
  });
  doc.fill('#000000');
}
