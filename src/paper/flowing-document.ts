import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { COLOURS, type Paper, SHEET } from './paper.js';
import { FONTS } from './fonts.js';
import { newDocument, optionsOf } from './tagged-document.js';

export interface FlowingDocument {
  /** What the window's title bar and a screen reader say. */
  title: string;
  /** The moment that the file bears; the same for the same data, so that a reprint is the same file. */
  madeAt: Date;
  /** At the foot of every sheet but the first, beside its number. */
  foot: string;
  draw: (flow: Flow) => Promise<void>;
}

const FRAME = { left: 60, top: 64, width: SHEET.width - 120, bottom: SHEET.height - 68 } as const;
const FOOT_TOP = SHEET.height - 44;
const FOOT_SIZE = 8;

/**
 * One tagged PDF (PDF/UA-1) whose parts follow each other over as many sheets as they need. The sheets are kept until the end, because the
 * first ones tell where the others begin; a dozen of them are a few hundred kilobytes.
 */
export async function openFlowingDocument({ title, madeAt, foot, draw }: FlowingDocument): Promise<Readable> {
  // No margin of the library's: whatever does not fit goes on a sheet that we begin ourselves.
  const doc = await newDocument({ ...optionsOf({ title, madeAt }), margin: 0, bufferPages: true });
  const root = doc.struct('Document');
  doc.addStructure(root);
  draw(new Flow(doc, root))
    .then(() => {
      drawFeet(doc, foot);
      root.end();
      doc.end();
    })
    .catch((error: unknown) => doc.destroy(error instanceof Error ? error : new Error(String(error))));
  return doc;
}

/** Where the next thing is drawn: a sheet and how far down on it. */
export class Flow {
  readonly frame = FRAME;
  y: number = FRAME.top;
  private pages = 0;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    private readonly root: PDFKit.PDFStructureElement,
  ) {}

  /** Number of the sheet that is being drawn on; the first is 1. */
  get page(): number {
    return this.pages;
  }

  /** How much is left of the sheet, in points. */
  get left(): number {
    return FRAME.bottom - this.y;
  }

  nextPage(): void {
    this.doc.addPage();
    this.pages += 1;
    this.y = FRAME.top;
  }

  /** Goes on to the next sheet unless so much is left of this one. */
  need(height: number): void {
    if (height > this.left) this.nextPage();
  }

  /** A part of the document, which a reader can jump to. To be ended by who asked for it. */
  section(title: string): Paper {
    const section = this.doc.struct('Sect', { title });
    this.root.add(section);
    return { doc: this.doc, section };
  }

  /** Goes back to a sheet drawn before, to fill in what was not known then; the last one is the current one again afterwards. */
  revisit(page: number, draw: () => void): void {
    this.doc.switchToPage(page - 1);
    draw();
    this.doc.switchToPage(this.pages - 1);
  }

  /** Lets others have their turn. */
  async rest(): Promise<void> {
    await nextTurn();
  }
}

/** Page numbers are not part of what is read aloud. */
function drawFeet(doc: PDFKit.PDFDocument, foot: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 1; page < count; page += 1) {
    doc.switchToPage(page);
    const number = `Seite ${page + 1} von ${count}`;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(FONTS.text).fontSize(FOOT_SIZE).fillColor(COLOURS.grey);
    doc.text(foot, FRAME.left, FOOT_TOP, { lineBreak: false });
    const right = FRAME.left + FRAME.width - doc.widthOfString(number);
    doc.text(number, right, FOOT_TOP, { lineBreak: false });
    doc.endMarkedContent();
  }
}
