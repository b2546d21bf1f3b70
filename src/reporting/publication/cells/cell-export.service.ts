import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../../database/actor.js';
import { Database } from '../../../database/database.js';
import { type Download, ExportService, type FileType } from '../../exports/export.service.js';
import { PublicationRepository } from '../publication.repository.js';
import type { ExportCellsDto } from './cell.dto.js';
import { CellService } from './cell.service.js';
import { cellTable } from './cell-table.sql.js';
import { ROUNDING_LABEL } from './cell-words.js';

/** The cells as files; the same ones as the API answers, by the same policies. */
@Injectable()
export class CellExportService {
  constructor(
    private readonly database: Database,
    private readonly cells: CellService,
    private readonly publications: PublicationRepository,
    private readonly exports: ExportService,
  ) {}

  /** @throws Problem as the list of cells, and 503 when too many files are on their way already */
  async open(work: WorkContext, type: FileType, query: ExportCellsDto): Promise<Download> {
    const { form, ...asked } = query;
    const schoolYear = await this.yearOf(work, asked);
    return this.exports.open(work, type, {
      ...{ action: 'motor_skill.export', content: 'Motorik', schoolYear, query: asked, form },
      said: { ...asked, rounding: ROUNDING_LABEL },
      table: cellTable(asked),
    });
  }

  /** Of the publication; none if all of them are asked for. */
  private async yearOf(
    work: WorkContext,
    { publicationId, ...filter }: Omit<ExportCellsDto, 'form'>,
  ): Promise<number | undefined> {
    if (publicationId === undefined) return undefined;
    return this.database.run(work, async () => {
      await this.cells.assertPublished(publicationId, filter);
      return (await this.publications.find(publicationId))?.schoolYear;
    });
  }
}
