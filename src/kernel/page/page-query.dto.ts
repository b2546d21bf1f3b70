import { QueryNumber, TextField } from '../validation/fields.js';

const MOST = 200;

/** What every list understands. */
export class PageQueryDto {
  /** Entries on a page, 50 unless said otherwise. */
  @QueryNumber({ label: 'Anzahl (limit)', min: 1, max: MOST })
  limit?: number = 50;

  /** `next` of the page before. */
  @TextField({ label: 'Seitenangabe (cursor)', max: 1000, optional: true })
  cursor?: string;
}

/** The limit as a number; the default is set where the DTO is made. */
export function limitOf(query: PageQueryDto): number {
  return query.limit ?? 50;
}
