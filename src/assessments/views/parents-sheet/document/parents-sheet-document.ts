import type { Readable } from 'node:stream';
import { openDocument } from '../../../../paper/tagged-document.js';
import type { ParentsSheetFacts } from '../parents-sheet-facts.js';
import { drawSheet } from './sheet-page.js';
import { titleOf } from './sheet-words.de.js';

export interface ParentsSheetFile {
  title: string;
  sheets: readonly ParentsSheetFacts[];
  /** The moment that the file bears. */
  madeAt: Date;
}

/** Sheets for parents as one PDF, a page for each child. */
export function openParentsSheets({ title, sheets, madeAt }: ParentsSheetFile): Promise<Readable> {
  return openDocument({ title, madeAt, contents: sheets, titleOf, draw: drawSheet });
}
