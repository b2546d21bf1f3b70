import type { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { OwnTransaction } from '../access/access.decorators.js';

/** A PDF on its way. */
export interface PdfDownload {
  name: string;
  body: Readable;
}

/** The route answers a PDF; it reads in a transaction of its own, because drawing takes its time. */
export const AnswersPdf = (): MethodDecorator =>
  applyDecorators(
    OwnTransaction(),
    ApiProduces('application/pdf'),
    ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } }),
  );

/** Shown in the browser, which offers to keep or print it. */
export function pdfOf({ name, body }: PdfDownload): StreamableFile {
  return new StreamableFile(body, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
}
