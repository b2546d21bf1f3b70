import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { InstitutionService } from '../../institutions/institution.service.js';
import { decodeCursor, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import type { ListTimelineDto, TimelineDto } from './timeline.dto.js';
import { listTimeline } from './timeline.sql.js';

/** What happened in a house, as far as the reader may see it. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
  ) {}

  /** @throws Problem 404 for a house that the reader may not see */
  async list(institutionId: string, query: ListTimelineDto): Promise<TimelineDto> {
    await this.institutions.get(institutionId);
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'int', 'text']);
    const rows = await listTimeline(this.database, institutionId, after, limit + 1);
    const page = pageOf(rows, limit, ({ on, place, key }) => [on, place, key]);
    return { ...page, items: page.items.map(({ place: _, ...entry }) => entry) };
  }
}
