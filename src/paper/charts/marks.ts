/** How the series of a chart are told apart: by their shape first, and by colours that colour-blind people can tell as well. */
export const SERIES = [
  { colour: '#14663f', shape: 'circle' },
  { colour: '#c25a00', shape: 'square' },
  { colour: '#2456a6', shape: 'triangle' },
] as const;
export type Shape = (typeof SERIES)[number]['shape'] | 'diamond';

const RADIUS = 3.6;

/** The colour and shape of a series. */
export function seriesOf(index: number): (typeof SERIES)[number] {
  return SERIES[index % SERIES.length] ?? SERIES[0];
}

/** A mark around a point. @param hollow white inside: the year before */
export function drawMark(
  doc: PDFKit.PDFDocument,
  shape: Shape,
  [x, y]: [number, number],
  { colour, hollow = false }: { colour: string; hollow?: boolean },
): void {
  outline(doc, shape, x, y);
  doc.lineWidth(1.1);
  if (hollow) doc.fillAndStroke('#ffffff', colour);
  else doc.fillAndStroke(colour, '#ffffff');
}

function outline(doc: PDFKit.PDFDocument, shape: Shape, x: number, y: number): void {
  const r = RADIUS;
  if (shape === 'circle') doc.circle(x, y, r);
  else if (shape === 'square') doc.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  else if (shape === 'triangle') doc.polygon([x, y - r * 1.2], [x + r * 1.15, y + r], [x - r * 1.15, y + r]);
  else doc.polygon([x, y - r * 1.3], [x + r * 1.3, y], [x, y + r * 1.3], [x - r * 1.3, y]);
}
