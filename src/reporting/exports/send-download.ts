import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from '../../access/request.js';
import type { Download } from './export.service.js';

export const MEDIA_TYPES: Record<Download['type'], string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

// A client that has stopped reading must not keep a connection to the database.
const STALLED_MS = 60_000;

/** Streams a file to the client, as something to be saved. */
export function sendDownload({ name, type, body }: Download, reply: FastifyReply): StreamableFile {
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
  return new StreamableFile(body, {
    type: MEDIA_TYPES[type],
    disposition: `attachment; filename="${name}"`,
  });
}
