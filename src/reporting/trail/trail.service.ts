import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { decodeCursor, invalidCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { type Download, ExportService, type FileType } from '../exports/export.service.js';
import { Literals } from '../exports/literals.js';
import type { ExportTrailDto, ListTrailDto, TrailActionDto, TrailEntryDto } from './trail.dto.js';
import { trailPage, trailTable } from './trail.sql.js';
import { ACTIONS, fieldWord, sentenceOf } from './trail-words.js';

interface TrailRow extends Omit<TrailEntryDto, 'id' | 'sentence'> {
  chain: string;
  seq: number;
}

/** The audit trail in words that people read. */
@Injectable()
export class TrailService {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportService,
  ) {}

  async list(query: ListTrailDto): Promise<Page<TrailEntryDto>> {
    const limit = limitOf(query);
    const before = await this.placeOf(query.cursor);
    const parameters = new Parameters();
    const sql = trailPage(query, before, limit + 1, parameters);
    const rows = await this.database.query<TrailRow>(sql, parameters.values);
    const { items, next } = pageOf(rows, limit, ({ chain, seq }) => [chain, seq]);
    return { items: items.map(entryOf), next };
  }

  actions(): TrailActionDto[] {
    return Object.entries(ACTIONS)
      .map(([action, { label }]) => ({ action, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'de'));
  }

  /** @throws Problem 503 when too many files are on their way already */
  openFile(work: WorkContext, type: FileType, query: ExportTrailDto): Promise<Download> {
    const table = trailTable(query, new Literals());
    return this.exports.open(work, type, {
      ...{ action: 'audit_event.export', content: 'Protokoll', schoolYear: undefined, query, table },
      ...(query.form && { form: query.form }),
    });
  }

  // Also a cursor that this application wrote names no entry any more once the security log has been cut.
  private async placeOf(cursor: string | undefined): Promise<[string, number] | null> {
    const key = decodeCursor(cursor, ['uuid', 'int']);
    if (!key) return null;
    const [chain, seq] = [String(key[0]), Number(key[1])];
    const found = await this.database.query('select from audit_events where chain = $1 and seq = $2', [
      chain,
      seq,
    ]);
    if (found.length === 0) throw invalidCursor();
    return [chain, seq];
  }
}

function entryOf({ chain, seq, fields, ...row }: TrailRow): TrailEntryDto {
  return { id: `${chain}:${seq}`, ...row, sentence: sentenceOf(row), fields: fields.map(fieldWord) };
}
