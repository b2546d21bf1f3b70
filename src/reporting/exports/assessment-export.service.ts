import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assessmentLongTable } from './assessment-long.sql.js';
import { assessmentWideTable, type ItemColumns } from './assessment-wide.sql.js';
import type { ExportAssessmentsDto } from './export.dto.js';
import { type Download, ExportService, type FileType } from './export.service.js';

export type AssessmentForm = 'long' | 'wide';

/** Files of what was measured: for the staff of the house and its coach, by the policies of children. */
@Injectable()
export class AssessmentExportService {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportService,
  ) {}

  /** @throws Problem 503 when too many files are on their way already */
  async open(
    work: WorkContext,
    shape: AssessmentForm,
    type: FileType,
    query: ExportAssessmentsDto,
  ): Promise<Download> {
    const table =
      shape === 'long' ? assessmentLongTable(query) : assessmentWideTable(query, await this.items(work));
    const content = shape === 'long' ? 'Testungen-Versuche' : 'Testungen';
    const { schoolYear, form } = query;
    return this.exports.open(work, type, {
      ...{ action: 'assessment.export', content, schoolYear, query, form, table },
    });
  }

  private items(work: WorkContext): Promise<ItemColumns[]> {
    return this.database.run(work, () =>
      this.database.query<ItemColumns>(
        'select code, title, norm_key is not null as scored from test_items order by position',
      ),
    );
  }
}
