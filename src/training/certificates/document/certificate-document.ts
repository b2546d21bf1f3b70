import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { kindOf } from '../attendance-share.js';
import type { CertificateFacts } from '../certificate-facts.js';
import { drawCertificate } from './certificate-page.js';
import { KIND_WORDS, WORDS } from './certificate-words.de.js';
import { FONTS } from './fonts.js';
import { SHEET } from './paper.js';

export interface CertificateFile {
  /** What the window's title bar and a screen reader say. */
  title: string;
  certificates: readonly CertificateFacts[];
  /** Address of the page that verifies, without the code. */
  verifyUrl: string;
  /** The moment that the file bears; the same for the same data, so that a reprint is the same file. */
  madeAt: Date;
}

/**
 * Certificates as one PDF, each on a sheet of its own: tagged (PDF/UA-1), in German, every font embedded. Sheets leave one by one as they
 * are drawn; between two of them others have their turn.
 */
export function openCertificates(file: CertificateFile): Readable {
  const doc = new PDFDocument(documentOptions(file));
  drawAll(doc, file).catch((error: unknown) =>
    doc.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return doc;
}

/** Such as `Teilnahmebescheinigung 2026-0017 – Özlem Nguyễn`. */
export function titleOf(facts: CertificateFacts): string {
  return `${KIND_WORDS[kindOf(facts)].title} ${facts.number} – ${facts.personName}`;
}

function documentOptions({ title, madeAt }: CertificateFile): PDFKit.PDFDocumentOptions {
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
    info: { Title: title, Author: WORDS.programme, Creator: WORDS.programme, CreationDate: madeAt },
  };
  // The type declarations know PDF/A only.
  return options as PDFKit.PDFDocumentOptions;
}

async function drawAll(doc: PDFKit.PDFDocument, { certificates, verifyUrl }: CertificateFile): Promise<void> {
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const facts of certificates) {
    if (doc.destroyed) return;
    doc.addPage();
    const section = doc.struct('Sect', { title: titleOf(facts) });
    root.add(section);
    doc.outline.addItem(titleOf(facts));
    drawCertificate({ doc, section }, facts, verifyUrl);
    section.end();
    await nextTurn();
  }
  root.end();
  doc.end();
}
