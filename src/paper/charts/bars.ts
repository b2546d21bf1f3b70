import { type Box } from '../drawings.js';
import { COLOURS } from '../paper.js';
import {
  AXIS_HEIGHT,
  drawLegend,
  drawValueAxis,
  LEGEND_HEIGHT,
  type PlotBox,
  shareOfAxis,
  write,
} from './axis.js';
import { type Chart, type ChartRow } from './chart.js';
import { drawMark } from './marks.js';

const ROW = 17;
const BAR = 11;
const LABEL = 128;
const TEXT = 112;
const GAP = 8;

/** In points, with legend and axis. */
export function barsHeight({ rows, series }: Chart): number {
  return (series.length > 1 ? LEGEND_HEIGHT : 0) + rows.length * ROW + AXIS_HEIGHT;
}

/** A bar to each row, its value beside it as a text; of a second series only a mark on the bar: the year before. */
export function drawBars(doc: PDFKit.PDFDocument, chart: Chart, box: Box): void {
  const compares = chart.series.length > 1;
  const top = box.y + (compares ? LEGEND_HEIGHT : 0);
  const plot: PlotBox = {
    ...{ x: box.x + LABEL + GAP, y: top, height: chart.rows.length * ROW },
    width: box.width - LABEL - TEXT - 2 * GAP,
  };
  if (compares) drawLegend(doc, legend(chart), { x: plot.x, y: box.y });
  drawValueAxis(doc, chart, plot);
  chart.rows.forEach((row, i) => drawRow(doc, chart, row, { ...plot, y: top + i * ROW, height: ROW }));
}

function drawRow(
  doc: PDFKit.PDFDocument,
  chart: Chart,
  { title, values, texts }: ChartRow,
  plot: PlotBox,
): void {
  const [value = null, before = null] = values;
  const middle = plot.y + ROW / 2;
  const at = (share: number): number => plot.x + shareOfAxis(share, chart) * plot.width;
  write(doc, title, {
    ...{ x: plot.x - LABEL - GAP, y: middle - 5, width: LABEL },
    ...{ align: 'right', size: 8.5, colour: COLOURS.ink },
  });
  if (value !== null) doc.rect(plot.x, middle - BAR / 2, at(value) - plot.x, BAR).fill(COLOURS.green);
  if (before !== null) drawMark(doc, 'diamond', [at(before), middle], { colour: COLOURS.ink, hollow: true });
  write(doc, texts[0] ?? '', {
    ...{ x: plot.x + plot.width + GAP, y: middle - 5, width: TEXT },
    ...{ size: 8, colour: COLOURS.ink },
  });
}

function legend({ series: [now = '', before = ''] }: Chart): Parameters<typeof drawLegend>[1] {
  return [
    { title: now, shape: 'bar', colour: COLOURS.green },
    { title: before, shape: 'diamond', colour: COLOURS.ink, hollow: true },
  ];
}
