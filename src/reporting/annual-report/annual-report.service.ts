import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { JobQueue } from '../../jobs/job-queue.js';
import { firstDayOf, schoolYearName } from '../../kernel/calendar/school-year.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { PdfDownload } from '../../paper/pdf-answer.js';
import type {
  AnnualReportDetailDto,
  AnnualReportDto,
  CreateAnnualReportDto,
  ListAnnualReportsDto,
} from './annual-report.dto.js';
import { unknownMunicipality } from './annual-report.problems.js';
import { AnnualReportRepository } from './annual-report.repository.js';

/** The yearly reports of a municipality: asked for, looked at, thrown away. Making them is the job's business. */
@Injectable()
export class AnnualReportService {
  constructor(
    private readonly database: Database,
    private readonly reports: AnnualReportRepository,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  async list(query: ListAnnualReportsDto): Promise<Page<AnnualReportDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.reports.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.slice(0, 10), id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<AnnualReportDetailDto> {
    const report = await this.reports.findWithContent(id);
    if (!report) throw Problem.notFound();
    return report;
  }

  /**
   * Puts the report and the job that makes it in together.
   * @throws Problem 404 for a municipality out of reach, 409 while the same one is being made, 422 for a year to come
   */
  async create(wanted: CreateAnnualReportDto): Promise<Created<AnnualReportDto>> {
    this.assertMay(wanted);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.reports.insert({ ...wanted, id, creationDigest: digest }),
      stored: async () => {
        const record = await this.reports.find(id);
        return record && { record, digest: await this.reports.findDigest(id) };
      },
    });
    if (outcome.created) {
      await this.queue.send('annual-reports', { report: id }, { id });
      await this.record('annual_report.create', id, wanted);
    }
    return outcome;
  }

  /** Also one that is being made: the job finds nothing to write into and ends. */
  async remove(id: string, version: number): Promise<void> {
    await this.find(id);
    await assertUnchanged(await this.reports.remove(id, version), () => this.find(id));
    await this.record('annual_report.remove', id, {});
  }

  /** @throws Problem 404, or 409 while there is no file */
  async open(work: WorkContext, id: string): Promise<PdfDownload> {
    const [report, file] = await this.database.run(work, async () => [
      await this.find(id),
      await this.reports.findFile(id),
    ]);
    if (!file) throw new Problem(409, 'report_not_ready', 'Dieser Jahresbericht ist noch nicht fertig.');
    const year = schoolYearName(report.schoolYear).replace('/', '-');
    return { name: `jahresbericht_${year}.pdf`, body: Readable.from([file]) };
  }

  private assertMay({ municipalityId, schoolYear }: CreateAnnualReportDto): void {
    const { actor, today } = this.database.context;
    if (!actor.programmeLead && !actor.municipalities.includes(municipalityId)) throw unknownMunicipality();
    if (firstDayOf(schoolYear) > today) {
      throw Problem.invalid('schoolYear', 'Kita-/Schuljahr: Dieses Jahr hat noch nicht begonnen.');
    }
  }

  private async find(id: string): Promise<AnnualReportDto> {
    const report = await this.reports.find(id);
    if (!report) throw Problem.notFound();
    return report;
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'annual_report', objectId, fields: Object.keys(fields) });
  }
}
