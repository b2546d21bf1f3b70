import { chartHeight, drawChart } from '../../../paper/charts/draw-chart.js';
import type { Flow } from '../../../paper/flowing-document.js';
import { COLOURS, heightOf, type Paper, type Style, write } from '../../../paper/paper.js';
import { drawTable, heightOfTable, widthsFor, type PaperTable } from '../../../paper/table.js';
import type { ChapterDto, ChartDto, SectionDto, TableDto } from '../content.dto.js';
import { placeNameOf } from './contents-page.js';
import { drawTiles, heightOfTiles } from './tiles.js';

const CHAPTER: Style = { font: 'strong', size: 20, colour: COLOURS.deepGreen, type: 'H2' };
const SECTION: Style = { font: 'strong', size: 12, colour: COLOURS.ink, type: 'H3' };
const PARAGRAPH: Style = { font: 'text', size: 9.5, lineGap: 2.4 };
const CAPTION: Style = { font: 'strong', size: 9, colour: COLOURS.grey };
const NOTE: Style = { font: 'text', size: 8, colour: COLOURS.grey, lineGap: 1.5 };

/** A short table is not torn apart. */
const SHORT_TABLE = 200;

/** Draws a chapter where the flow is; others have their turn between two sections. */
export async function drawChapter(flow: Flow, chapter: ChapterDto): Promise<void> {
  const { doc } = flow;
  const paper = flow.section(chapter.title);
  doc.addNamedDestination(placeNameOf(chapter), 'XYZ', flow.frame.left, flow.y, null);
  doc.outline.addItem(chapter.title);
  put(flow, paper, chapter.title, CHAPTER);
  flow.y += 10;
  for (const section of chapter.sections) {
    drawSection(flow, paper, section);
    await flow.rest();
  }
  paper.section.end();
}

function drawSection(flow: Flow, paper: Paper, section: SectionDto): void {
  const { title, paragraphs, tiles, chart, table, note } = section;
  if (title !== null) {
    flow.need(heightOfBeginning(flow, section));
    put(flow, paper, title, SECTION);
    flow.y += 4;
  }
  for (const text of paragraphs) {
    put(flow, paper, text, PARAGRAPH);
    flow.y += 6;
  }
  if (tiles.length > 0) drawTiles(flow, paper, tiles);
  if (chart) drawChartWithTitle(flow, paper, chart);
  if (table) drawTableWithTitle(flow, paper, table);
  if (note !== null) put(flow, paper, note, NOTE);
  flow.y += 12;
}

/** A title is never the last thing on a sheet. */
function heightOfBeginning(flow: Flow, { paragraphs, tiles, chart, table }: SectionDto): number {
  const heights = paragraphs.map((text) => heightOf(flow, text, PARAGRAPH, flow.frame.width) + 6);
  const words = heights.reduce((sum, height) => sum + height, 24);
  if (tiles.length > 0) return words + heightOfTiles(tiles);
  if (chart) return words + chartHeight(chart) + 22;
  return words + (table ? heightKeptTogether(flow, paperTable(flow, table)) : 0);
}

/** A short table as a whole, of a long one its head with the first rows. */
function heightKeptTogether(flow: Flow, table: PaperTable): number {
  const height = heightOfTable(flow, table);
  return (height < SHORT_TABLE ? height : heightOfTable(flow, table, 3)) + 22;
}

/** Writes a text over the whole width, on the next sheet if this one has no room for it. */
function put(flow: Flow, paper: Paper, text: string, style: Style): void {
  const { left, width } = flow.frame;
  flow.need(heightOf(flow, text, style, width));
  flow.y = write(paper, text, style, { x: left, y: flow.y, width });
}

function drawChartWithTitle(flow: Flow, paper: Paper, chart: ChartDto): void {
  const { left, width } = flow.frame;
  flow.need(chartHeight(chart) + 22);
  put(flow, paper, chart.title, CAPTION);
  flow.y = drawChart(paper, chart, { x: left, y: flow.y + 6, width }) + 10;
}

function drawTableWithTitle(flow: Flow, paper: Paper, table: TableDto): void {
  const drawn = paperTable(flow, table);
  flow.need(heightKeptTogether(flow, drawn));
  put(flow, paper, table.title, CAPTION);
  flow.y += 2;
  drawTable(flow, paper, drawn);
  flow.y += 8;
}

/** Few columns leave room for the counts beside the numbers. */
const WIDE = 3;

function paperTable(flow: Flow, { columns, rows }: TableDto): PaperTable {
  const isWide = columns.length <= WIDE;
  const table = {
    columns,
    rows: rows.map(({ title, cells, isTotal }) => ({
      ...{ title, isTotal },
      cells: cells.map(({ text, base }, i) => ({
        ...{ text, small: base },
        isBeside: isWide && columns[i + 1]?.isNumber === true,
      })),
    })),
  };
  return { ...table, widths: widthsFor(flow, table) };
}
