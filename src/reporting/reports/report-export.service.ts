import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import { type Download, ExportService, type FileType } from '../exports/export.service.js';
import type { ExportReportDto } from './report-export.dto.js';
import { reportTable } from './report-table.js';
import type { ReportCode } from './reports.js';
import { ReportsService } from './reports.service.js';

/** Key figures as files, made from the same answers as the pages. */
@Injectable()
export class ReportExportService {
  constructor(
    private readonly reports: ReportsService,
    private readonly exports: ExportService,
  ) {}

  /** @throws Problem 404 for a foreign house, 422 for days that do not fit, 503 when too many files are on their way already */
  async open(work: WorkContext, code: ReportCode, type: FileType, query: ExportReportDto): Promise<Download> {
    const { form, ...asked } = query;
    const report = await this.reports.get(work, code, asked);
    const { schoolYear } = report.period;
    return this.exports.open(work, type, {
      ...{
        action: 'report.export',
        content: `Kennzahlen ${report.title}`,
        schoolYear: schoolYear ?? undefined,
      },
      ...{
        query,
        said: { ...asked, ...given(report.filter) },
        form,
        table: reportTable(report, asked.groupBy ?? []),
      },
    });
  }
}

/** What was filtered by, also where it went without saying: the only municipality, the only house. */
function given(filter: object): object {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}
