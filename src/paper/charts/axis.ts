import { FONTS } from '../fonts.js';
import { COLOURS } from '../paper.js';
import { AXIS, type Chart } from './chart.js';
import { drawMark, seriesOf, type Shape } from './marks.js';

export interface PlotBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

const NUMBER = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });
const TICKS = [0, 0.25, 0.5, 0.75, 1];
export const LEGEND_HEIGHT = 18;
export const AXIS_HEIGHT = 16;

/** Where a value lies between 0 and the end of the axis, from 0 to 1. */
export function shareOfAxis(value: number, { max }: Pick<Chart, 'max'>): number {
  return max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
}

/** Words of the axis, from its beginning to its end. */
export function ticksOf({ max, isShare }: Pick<Chart, 'max' | 'isShare'>): { at: number; text: string }[] {
  return TICKS.map((at) => ({ at, text: (isShare ? PERCENT : NUMBER).format(at * max) }));
}

/** Fine lines down the plot, with their numbers below. */
export function drawValueAxis(doc: PDFKit.PDFDocument, chart: Chart, plot: PlotBox): void {
  for (const { at, text } of ticksOf(chart)) {
    const x = plot.x + at * plot.width;
    doc
      .lineWidth(0.5)
      .moveTo(x, plot.y)
      .lineTo(x, plot.y + plot.height)
      .stroke(AXIS.grid);
    write(doc, text, { x: x - 20, y: plot.y + plot.height + 4, width: 40, align: 'center' });
  }
}

export interface LegendItem {
  title: string;
  shape: Shape | 'bar' | 'line';
  colour: string;
  hollow?: boolean;
}

/** What the marks mean, in one line. */
export function drawLegend(
  doc: PDFKit.PDFDocument,
  items: LegendItem[],
  { x, y }: { x: number; y: number },
): void {
  let left = x;
  for (const { title, shape, colour, hollow = false } of items) {
    if (shape === 'bar') doc.rect(left, y + 1, 9, 7).fill(colour);
    else drawMark(doc, shape === 'line' ? 'circle' : shape, [left + 5, y + 4.5], { colour, hollow });
    write(doc, title, { x: left + 14, y, width: 200, colour: COLOURS.ink, size: 8 });
    left += 14 + doc.widthOfString(title) + 16;
  }
}

/** The series with their own marks. */
export function legendOf({ series }: Pick<Chart, 'series'>): LegendItem[] {
  return series.map((title, i) => ({ title, ...seriesOf(i) }));
}

export interface WordPlace {
  x: number;
  y: number;
  width: number;
  align?: 'left' | 'center' | 'right';
  colour?: string;
  size?: number;
  strong?: boolean;
}

/** A line of words in a picture; what is too long for its place ends in "…". */
export function write(doc: PDFKit.PDFDocument, text: string, place: WordPlace): void {
  const { x, y, width, align = 'left', colour = AXIS.colour, size = AXIS.size, strong = false } = place;
  doc
    .font(strong ? FONTS.strong : FONTS.text)
    .fontSize(size)
    .fillColor(colour);
  const fitted = fit(doc, text, width);
  const free = width - doc.widthOfString(fitted);
  const shift = { left: 0, center: free / 2, right: free }[align];
  doc.text(fitted, x + shift, y, { lineBreak: false });
}

function fit(doc: PDFKit.PDFDocument, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && doc.widthOfString(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
