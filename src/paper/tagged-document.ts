import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { FONTS } from './fonts.js';
import { PROGRAMME } from './letterhead.js';
import { type Paper, SHEET } from './paper.js';

export interface TaggedDocument<Content> {
  /** What the window's title bar and a screen reader say. */
  title: string;
  /** The moment that the file bears; the same for the same data, so that a reprint is the same file. */
  madeAt: Date;
  /** One after the other, each beginning on a sheet of its own. */
  contents: readonly Content[];
  titleOf: (content: Content) => string;
  draw: (paper: Paper, content: Content) => void;
}

/**
 * One PDF for many: tagged (PDF/UA-1), in German, every font embedded. Sheets leave one by one as they are drawn; between two of them others
 * have their turn.
 */
export async function openDocument<Content>(file: TaggedDocument<Content>): Promise<Readable> {
  const doc = await newDocument(optionsOf(file));
  drawAll(doc, file).catch((error: unknown) =>
    doc.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return doc;
}

/** Loads the library with the first file: every start would pay a fifth of a second and some megabytes for it, drawing or not. */
export async function newDocument(options: PDFKit.PDFDocumentOptions): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  return new PDFDocument(options);
}

/** Of every file of ours: tagged, in German, bearing its data's time. */
export function optionsOf({
  title,
  madeAt,
}: Pick<TaggedDocument<never>, 'title' | 'madeAt'>): PDFKit.PDFDocumentOptions {
  const options = {
    size: 'A4',
    margin: SHEET.margin,
    autoFirstPage: false,
    // Named here, or the first page embeds Helvetica without its letters.
    font: FONTS.text,
    lang: 'de-DE',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    info: { Title: title, Author: PROGRAMME.name, Creator: PROGRAMME.name, CreationDate: madeAt },
  };
  // The type declarations know PDF/A only.
  return options as PDFKit.PDFDocumentOptions;
}

async function drawAll<Content>(
  doc: PDFKit.PDFDocument,
  { contents, titleOf, draw }: TaggedDocument<Content>,
): Promise<void> {
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const content of contents) {
    if (doc.destroyed) return;
    doc.addPage();
    const section = doc.struct('Sect', { title: titleOf(content) });
    root.add(section);
    doc.outline.addItem(titleOf(content));
    draw({ doc, section }, content);
    section.end();
    await nextTurn();
  }
  root.end();
  doc.end();
}
