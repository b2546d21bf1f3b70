import { drawLine, drawQrCode } from '../../../paper/drawings.js';
import { drawLetterhead } from '../../../paper/letterhead.js';
import {
  balanced,
  COLOURS,
  fitting,
  heightOf,
  MEASURE,
  type Paper,
  SHEET,
  type Style,
  write,
} from '../../../paper/paper.js';
import { kindOf } from '../attendance-share.js';
import type { CertificateFacts } from '../certificate-facts.js';
import {
  howToVerify,
  issuedInWords,
  KIND_WORDS,
  numberInWords,
  shortfallInWords,
  WORDS,
} from './certificate-words.de.js';
import { drawFacts } from './fact-table.js';

const ACROSS = { x: SHEET.margin, width: MEASURE };
const QR = 74;
/** Where the facts end and the foot begins. */
const FOOT_TOP = SHEET.height - 190;

const KIND: Style = {
  font: 'solemnStrong',
  size: 27,
  colour: COLOURS.deepGreen,
  align: 'center',
  type: 'H1',
};
const NAME: Style = { font: 'solemnStrong', size: 24, align: 'center' };
const SENTENCE: Style = { font: 'text', size: 11.5, colour: COLOURS.grey, align: 'center' };
const TITLE: Style = { font: 'strong', size: 15, align: 'center', lineGap: 2 };
const NOTE: Style = { font: 'text', size: 9, colour: COLOURS.grey, align: 'center', lineGap: 2 };
const FOOT: Style = { font: 'text', size: 9, colour: COLOURS.grey, lineGap: 2 };
const FOOT_HEAD: Style = { font: 'strong', size: 9.5, colour: COLOURS.ink };
const CODE: Style = { font: 'code', size: 11, letterSpacing: 0.4 };

/** Draws one certificate, from the sheet's top to its foot; what is too long for it goes on a second sheet. */
export function drawCertificate(paper: Paper, facts: CertificateFacts, verifyUrl: string): void {
  drawLetterhead(paper, { ...ACROSS, y: SHEET.margin - 14 });
  const y = drawStatement(paper, facts);
  const rest = drawFacts(paper, facts, { top: y, bottom: FOOT_TOP - 18 });
  drawFoot(paper, facts, verifyUrl);
  rest();
}

/** What it is, who it is for and what they did. @returns where it ends */
function drawStatement(paper: Paper, facts: CertificateFacts): number {
  const kind = kindOf(facts);
  const words = KIND_WORDS[kind];
  const centred = (text: string, style: Style, y: number): number =>
    write(paper, text, style, balanced(paper, text, style, y));
  let y = centred(words.title, fitting(paper, words.title, KIND, [27, 21, 18], 1), SHEET.margin + 92);
  y = centred(facts.personName, fitting(paper, facts.personName, NAME, [24, 20, 16, 13], 2), y + 34);
  y = centred(words.before, SENTENCE, y + 14);
  y = centred(facts.title, fitting(paper, facts.title, TITLE, [15, 13, 11.5, 10], 3), y + 10);
  y = centred(words.after, SENTENCE, y + 10);
  if (kind === 'hours') y = centred(shortfallInWords(facts), NOTE, y + 12);
  return y + 30;
}

/** Who issued it and when, its number, and how anybody can see that it is real. */
function drawFoot(paper: Paper, facts: CertificateFacts, verifyUrl: string): void {
  drawLine(paper, SHEET.margin, FOOT_TOP, MEASURE);
  const issued = issuedInWords(facts);
  const issuedStyle = { ...FOOT_HEAD, size: 10.5 };
  let y = write(paper, issued, issuedStyle, { ...ACROSS, y: FOOT_TOP + 12 });
  y = write(paper, WORDS.withoutSignature, FOOT, { ...ACROSS, y: y + 2 });
  const top = y + 12;
  const address = verifyUrl.replace(/^https?:\/\//, '');
  const link = `${verifyUrl}#${facts.code}`;
  drawQrCode(paper, link, WORDS.qrLabel(address), { x: SHEET.margin, y: top, edge: QR });
  const right = { x: SHEET.margin + QR + 18, width: MEASURE - QR - 18 };
  y = write(paper, WORDS.verify, FOOT_HEAD, { ...right, y: top });
  y = write(paper, howToVerify(address), FOOT, { ...right, y: y + 2 });
  const codeTop = y + 3;
  y = write(paper, facts.code, CODE, { ...right, y: codeTop });
  linkTo(paper, link, WORDS.verifyLink(address), {
    ...right,
    y: codeTop,
    height: heightOf(paper, facts.code, CODE, right.width),
  });
  write(paper, numberInWords(facts), FOOT, { ...right, y: y + 6 });
}

/** On the screen the code leads where the picture does. */
function linkTo(
  { doc, section }: Paper,
  url: string,
  label: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const link = doc.struct('Link', { alt: label });
  section.add(link);
  // The library writes a String object as text, but a plain string as one of the format's own words.
  const annotation = { structParent: link, Contents: Object(label) as string };
  doc.link(x, y, width, height, url, annotation);
  link.end();
}
