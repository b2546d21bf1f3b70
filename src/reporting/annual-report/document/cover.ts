import { drawSign } from '../../../paper/drawings.js';
import type { Flow } from '../../../paper/flowing-document.js';
import { FONTS } from '../../../paper/fonts.js';
import { PROGRAMME } from '../../../paper/letterhead.js';
import { COLOURS, type Paper, SHEET, type Style, write } from '../../../paper/paper.js';
import type { AnnualReportContentDto } from '../content.dto.js';
import { standInWords, WORDS, yearInWords } from './words.de.js';

const BAND = 372;
const LEFT = 60;
const WIDTH = SHEET.width - 2 * LEFT;
const SIGN = 64;
const CITY_TOP = BAND + 48;

const NAME: Style = { font: 'strong', size: 15, colour: '#ffffff' };
const LINE: Style = { font: 'text', size: 11, colour: '#ffffff' };
const TITLE: Style = { font: 'strong', size: 46, colour: '#ffffff', type: 'H1' };
const YEAR: Style = { font: 'text', size: 20, colour: '#ffffff' };
const CITY: Style = { font: 'strong', size: 34, colour: COLOURS.deepGreen };
const INTERIM: Style = { font: 'strong', size: 13, colour: COLOURS.ink };
const STAND: Style = { font: 'text', size: 11, colour: COLOURS.grey, lineGap: 3 };

/** The first sheet: whose report it is, about which year, and of which day. */
export function drawCover(flow: Flow, content: AnnualReportContentDto): void {
  flow.nextPage();
  const paper = flow.section(WORDS.title);
  drawBand(paper);
  drawSign(paper, LEFT, 64, SIGN);
  const beside = { x: LEFT + SIGN + 18, width: WIDTH - SIGN - 18 };
  let y = write(paper, PROGRAMME.name, NAME, { ...beside, y: 76 });
  write(paper, PROGRAMME.line, LINE, { ...beside, y: y + 2 });
  const across = { x: LEFT, width: WIDTH };
  y = write(paper, WORDS.title, TITLE, { ...across, y: BAND - 128 });
  write(paper, yearInWords(content), YEAR, { ...across, y: y + 2 });
  y = write(paper, content.municipalityName, CITY, { ...across, y: CITY_TOP });
  if (content.isInterim) y = drawInterim(paper, y + 14);
  for (const line of standInWords(content)) y = write(paper, line, STAND, { ...across, y: y + 8 });
  drawTrack(paper);
  paper.section.end();
}

function drawBand({ doc }: Paper): void {
  doc.markContent('Artifact', { type: 'Layout' }).save();
  doc.rect(0, 0, SHEET.width, BAND).fill(COLOURS.deepGreen);
  doc.rect(0, BAND, SHEET.width, 6).fill(COLOURS.sun);
  doc.restore().endMarkedContent();
}

/** Words on a patch of sun: this report will be followed by another one. */
function drawInterim(paper: Paper, y: number): number {
  const { doc } = paper;
  doc.font(FONTS[INTERIM.font]).fontSize(INTERIM.size);
  const width = doc.widthOfString(WORDS.interim) + 24;
  doc.markContent('Artifact', { type: 'Layout' }).save();
  doc.roundedRect(LEFT, y, width, 26, 13).fill(COLOURS.sun);
  doc.restore().endMarkedContent();
  write(paper, WORDS.interim, INTERIM, { x: LEFT + 12, y: y + 5, width });
  return y + 32;
}

/** Hops and leaps along the foot; decoration. */
function drawTrack({ doc }: Paper): void {
  const y = SHEET.height - 96;
  doc.markContent('Artifact', { type: 'Layout' }).save();
  doc.lineWidth(2.4).lineCap('round').lineJoin('round');
  for (let hop = 0; hop < 9; hop += 1) {
    const x = LEFT + hop * 50;
    const height = 10 + hop * 4;
    doc.path(`M${x} ${y}q25 ${-2 * height} 50 0`).stroke(COLOURS.line);
  }
  doc.circle(LEFT + 9 * 50 + 14, y - 34, 9).fill(COLOURS.sun);
  doc.restore().endMarkedContent();
}
