import type { Readings } from './clock-rules.js';
import type { SealedContentDto } from './sealed-entry.dto.js';

/** A sealed entry, opened, with what is known of it. */
export interface OpenedEntry extends SealedContentDto {
  digest: Buffer;
  readings: Readings;
}
