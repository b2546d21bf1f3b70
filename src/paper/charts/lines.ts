import { type Box } from '../drawings.js';
import { COLOURS } from '../paper.js';
import { AXIS_HEIGHT, drawLegend, LEGEND_HEIGHT, type PlotBox, shareOfAxis, ticksOf, write } from './axis.js';
import { AXIS, type Chart } from './chart.js';
import { drawMark } from './marks.js';

/** In points, with legend and axis. */
export const LINES_HEIGHT = 140;
const LABEL = 42;
/** This year, and the one before. */
const INKS = [
  { colour: COLOURS.green, width: 2, hollow: false, shape: 'circle' },
  { colour: COLOURS.grey, width: 1.2, hollow: true, shape: 'diamond' },
] as const;

/** A line to each series over the rows, from left to right; where a value is missing, the line is broken. */
export function drawLines(doc: PDFKit.PDFDocument, chart: Chart, box: Box): void {
  const plot: PlotBox = {
    ...{ x: box.x + LABEL, y: box.y + LEGEND_HEIGHT, width: box.width - LABEL },
    height: box.height - LEGEND_HEIGHT - AXIS_HEIGHT,
  };
  const items = chart.series.map((title, i) => ({ title, ...inkOf(i) }));
  drawLegend(doc, items, { x: plot.x, y: box.y });
  drawGrid(doc, chart, plot);
  // The year that it is about lies on top.
  for (let i = chart.series.length - 1; i >= 0; i -= 1) drawSeries(doc, chart, i, plot);
}

function inkOf(index: number): (typeof INKS)[number] {
  return INKS[index] ?? INKS[0];
}

function drawGrid(doc: PDFKit.PDFDocument, chart: Chart, plot: PlotBox): void {
  for (const { at, text } of ticksOf(chart)) {
    const y = plot.y + (1 - at) * plot.height;
    doc
      .lineWidth(0.5)
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .stroke(AXIS.grid);
    write(doc, text, { x: plot.x - LABEL, y: y - 4, width: LABEL - 6, align: 'right' });
  }
  const step = plot.width / Math.max(chart.rows.length, 1);
  chart.rows.forEach(({ title }, i) =>
    write(doc, title, { x: plot.x + i * step, y: plot.y + plot.height + 5, width: step, align: 'center' }),
  );
}

function drawSeries(doc: PDFKit.PDFDocument, chart: Chart, index: number, plot: PlotBox): void {
  const { colour, width, hollow, shape } = inkOf(index);
  const step = plot.width / Math.max(chart.rows.length, 1);
  const points = chart.rows.map(({ values }, i): [number, number] | null => {
    const value = values[index] ?? null;
    return value === null
      ? null
      : [plot.x + (i + 0.5) * step, plot.y + (1 - shareOfAxis(value, chart)) * plot.height];
  });
  let isDrawing = false;
  for (const point of points) {
    if (point && isDrawing) doc.lineTo(...point);
    else if (point) doc.moveTo(...point);
    isDrawing = point !== null;
  }
  doc.lineWidth(width);
  if (hollow) doc.dash(3, { space: 2 });
  doc.stroke(colour).undash();
  for (const point of points) if (point) drawMark(doc, shape, point, { colour, hollow });
}
