import { drawFigure } from '../drawings.js';
import type { Paper, Place } from '../paper.js';
import { barsHeight, drawBars } from './bars.js';
import type { Chart } from './chart.js';
import { dotsHeight, drawDots } from './dots.js';
import { drawLines, LINES_HEIGHT } from './lines.js';

/** Draws a chart as vectors. @returns where it ends */
export function drawChart(paper: Paper, chart: Chart, place: Place): number {
  const height = chartHeight(chart);
  const box = { ...place, height };
  const draw = { bars: drawBars, dots: drawDots, lines: drawLines }[chart.kind];
  drawFigure(paper, alternativeOf(chart), box, () => draw(paper.doc, chart, box));
  return place.y + height;
}

/** In points. */
export function chartHeight(chart: Chart): number {
  if (chart.kind === 'lines') return LINES_HEIGHT;
  return chart.kind === 'bars' ? barsHeight(chart) : dotsHeight(chart);
}

function alternativeOf({ description, series, rows }: Chart): string {
  const several = series.length > 1;
  const told = rows.map(({ title, texts }) => {
    const values = texts.map((text, i) => (several ? `${series[i]} ${text}` : text));
    return `${title}: ${values.join(', ')}`;
  });
  return [description, ...told].join(' ');
}
