import type { Readable } from 'node:stream';
import { type Flow, openFlowingDocument } from '../../../paper/flowing-document.js';
import type { AnnualReportContentDto, ChapterDto } from '../content.dto.js';
import { drawChapter } from './chapter.js';
import { type Entry, keepContents } from './contents-page.js';
import { drawCover } from './cover.js';
import { titleInWords } from './words.de.js';

/** Below so much room a chapter begins a sheet of its own. */
const ROOM_FOR_CHAPTER = 240;
/** Sheets without the small print. */
const THICK = 8;

/** The yearly report as a PDF; the same content is the same file. */
export function openAnnualReport(content: AnnualReportContentDto): Promise<Readable> {
  const title = titleInWords(content);
  return openFlowingDocument({
    ...{ title, foot: title, madeAt: new Date(content.dataAt) },
    draw: (flow) => drawReport(flow, content),
  });
}

async function drawReport(flow: Flow, content: AnnualReportContentDto): Promise<void> {
  drawCover(flow, content);
  await flow.rest();
  flow.nextPage();
  const fillContents = keepContents(flow, content.chapters.length);
  const entries: Entry[] = [];
  for (const chapter of content.chapters) {
    if (needsSheet(flow, chapter, entries)) flow.nextPage();
    entries.push({ chapter, page: flow.page });
    await drawChapter(flow, chapter);
  }
  fillContents(entries);
}

/**
 * The first chapter stands below the table of contents, others follow where there is room. The small print has sheets of its own while the report
 * is thin.
 */
function needsSheet(flow: Flow, { code }: ChapterDto, before: Entry[]): boolean {
  if (before.length === 0) return false;
  return flow.left < ROOM_FOR_CHAPTER || (code === 'methods' && flow.page < THICK);
}
