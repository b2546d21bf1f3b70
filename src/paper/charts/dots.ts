import { type Box } from '../drawings.js';
import { COLOURS } from '../paper.js';
import {
  AXIS_HEIGHT,
  drawLegend,
  drawValueAxis,
  LEGEND_HEIGHT,
  legendOf,
  type PlotBox,
  shareOfAxis,
  write,
} from './axis.js';
import { AXIS, type Chart, type ChartRow } from './chart.js';
import { drawMark, seriesOf } from './marks.js';

const LANE = 10;
const ROW_GAP = 5;
const LABEL = 128;
const TEXT = 112;
const GAP = 8;

/** In points, with legend and axis. */
export function dotsHeight({ rows, series }: Chart): number {
  return LEGEND_HEIGHT + rows.length * rowHeight(series.length) + AXIS_HEIGHT;
}

const rowHeight = (series: number): number => Math.max(series * LANE, LANE + 4) + ROW_GAP;

/** A dot to each value, every series in a lane of its own, so that equal values stay visible; the counts behind at the right. */
export function drawDots(doc: PDFKit.PDFDocument, chart: Chart, box: Box): void {
  const height = rowHeight(chart.series.length);
  const top = box.y + LEGEND_HEIGHT;
  const plot: PlotBox = {
    ...{ x: box.x + LABEL + GAP, y: top, height: chart.rows.length * height },
    width: box.width - LABEL - TEXT - 2 * GAP,
  };
  drawLegend(doc, legendOf(chart), { x: plot.x, y: box.y });
  drawValueAxis(doc, chart, plot);
  chart.rows.forEach((row, i) => drawRow(doc, chart, row, { ...plot, y: top + i * height, height }));
}

function drawRow(
  doc: PDFKit.PDFDocument,
  chart: Chart,
  { title, values, texts }: ChartRow,
  plot: PlotBox,
): void {
  doc
    .lineWidth(0.5)
    .moveTo(plot.x - LABEL - GAP, plot.y)
    .lineTo(plot.x + plot.width + GAP + TEXT, plot.y)
    .stroke(AXIS.grid);
  write(doc, title, {
    ...{ x: plot.x - LABEL - GAP, y: plot.y + plot.height / 2 - 5, width: LABEL },
    ...{ align: 'right', size: 8.5, colour: COLOURS.ink },
  });
  const used = values.length * LANE;
  values.forEach((value, i) => {
    const y = plot.y + (plot.height - used) / 2 + (i + 0.5) * LANE;
    const { colour, shape } = seriesOf(i);
    if (value !== null)
      drawMark(doc, shape, [plot.x + shareOfAxis(value, chart) * plot.width, y], { colour });
    write(doc, texts[i] ?? '', { x: plot.x + plot.width + GAP, y: y - 4, width: TEXT, colour });
  });
}
