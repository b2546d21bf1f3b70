import type { Flow } from '../../../paper/flowing-document.js';
import { FONTS } from '../../../paper/fonts.js';
import { COLOURS, type Paper, type Style, within, write } from '../../../paper/paper.js';
import type { ChapterDto } from '../content.dto.js';
import { WORDS } from './words.de.js';

const HEADING: Style = { font: 'strong', size: 13, colour: COLOURS.deepGreen, type: 'H2' };
const LINE: Style = { font: 'text', size: 9.5 };
const NUMBER: Style = { font: 'text', size: 9.5, align: 'right' };
const LINE_HEIGHT = 15;
const NUMBER_WIDTH = 30;

/** Where a chapter begins. */
export interface Entry {
  chapter: ChapterDto;
  page: number;
}

/** The name by which links find a chapter. */
export const placeNameOf = ({ code }: ChapterDto): string => `kapitel-${code}`;

/** Keeps the room for the table of contents. @returns draws it, once it is known where the chapters begin */
export function keepContents(flow: Flow, chapters: number): (entries: Entry[]) => void {
  const paper = flow.section(WORDS.contents);
  const { page, y } = flow;
  flow.y += 26 + chapters * LINE_HEIGHT + 14;
  return (entries) => {
    flow.revisit(page, () => drawContents(flow, paper, entries, y));
    paper.section.end();
  };
}

function drawContents({ frame }: Flow, paper: Paper, entries: Entry[], top: number): void {
  let y = write(paper, WORDS.contents, HEADING, { x: frame.left, y: top, width: frame.width }) + 8;
  within(paper, 'TOC', (list) => {
    for (const entry of entries) {
      within(list, 'TOCI', (item) => drawEntry(item, entry, { x: frame.left, y, width: frame.width }));
      y += LINE_HEIGHT;
    }
  });
}

function drawEntry(
  item: Paper,
  { chapter, page }: Entry,
  place: { x: number; y: number; width: number },
): void {
  const { doc } = item;
  write(item, chapter.title, LINE, { ...place, width: place.width - NUMBER_WIDTH - 10 });
  const number = { ...place, x: place.x + place.width - NUMBER_WIDTH, width: NUMBER_WIDTH };
  write(item, String(page), NUMBER, number);
  doc.markContent('Artifact', { type: 'Layout' }).save();
  const from = place.x + doc.font(FONTS.text).fontSize(LINE.size).widthOfString(chapter.title) + 6;
  const end = place.x + place.width - 18;
  doc.lineWidth(0.75).dash(1, { space: 3 });
  doc
    .moveTo(from, place.y + 9)
    .lineTo(end, place.y + 9)
    .stroke(COLOURS.line);
  doc.restore().endMarkedContent();
  linkTo(item, chapter, place);
}

/** On the screen the line leads to its chapter. */
function linkTo(
  item: Paper,
  chapter: ChapterDto,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const { doc } = item;
  const label = `${chapter.title}, ${WORDS.contents}`;
  const link = doc.struct('Link', { alt: label });
  item.section.add(link);
  // The library writes a String object as text, but a plain string as one of the format's own words.
  doc.goTo(x, y, width, LINE_HEIGHT - 3, placeNameOf(chapter), {
    ...{ structParent: link, Contents: Object(label) as string },
  });
  link.end();
}
