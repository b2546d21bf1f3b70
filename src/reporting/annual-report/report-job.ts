import { buffer } from 'node:stream/consumers';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { databaseProblem } from '../../database/sqlstate.js';
import { JobQueue } from '../../jobs/job-queue.js';
import { AnnualReportRepository, type BegunReport } from './annual-report.repository.js';
import { composeReport } from './compose.js';
import type { AnnualReportContentDto } from './content.dto.js';
import { openAnnualReport } from './document/annual-report-document.js';
import { FigureCollector } from './figure-collector.js';
import type { Failure, Step } from './steps.js';

const PAUSE_SECONDS = 2;

/** Somebody has thrown the report away meanwhile. */
class NotWanted extends Error {}

/**
 * Makes the reports, one after the other. The figures are counted in one snapshot and kept as soon as they are there; after a crash they are
 * drawn again, not counted again. A report that fails is tried three times.
 */
@Injectable()
export class ReportJob implements OnModuleInit {
  constructor(
    private readonly reports: AnnualReportRepository,
    private readonly figures: FigureCollector,
    private readonly queue: JobQueue,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.queue.work('annual-reports', PAUSE_SECONDS, ({ report = '' }, ending) =>
      this.carryOut(report, ending),
    );
  }

  private async carryOut(id: string, ending: AbortSignal): Promise<void> {
    const begun = await this.database.asSystem(() => this.reports.begin(id));
    if (!begun) return;
    try {
      await this.make(id, begun, ending);
    } catch (error) {
      if (error instanceof NotWanted) return;
      // Who ends now leaves it as it is: the next process takes it up.
      if (!ending.aborted) await this.database.asSystem(() => this.reports.giveUp(id, failureOf(error)));
      throw error;
    }
  }

  private async make(id: string, begun: BegunReport, ending: AbortSignal): Promise<void> {
    const reach = async (step: Step): Promise<void> => {
      ending.throwIfAborted();
      if (!(await this.database.asSystem(() => this.reports.noteStep(id, step)))) throw new NotWanted();
    };
    const content = begun.content ?? (await this.count(id, begun, reach));
    await reach('drawing');
    const file = await buffer(await openAnnualReport(content));
    await this.database.asSystem(() => this.reports.finish(id, file));
  }

  private async count(
    id: string,
    begun: BegunReport,
    reach: (step: Step) => Promise<void>,
  ): Promise<AnnualReportContentDto> {
    const content = composeReport(await this.figures.collect(begun, reach));
    await this.database.asSystem(() => this.reports.keepContent(id, content));
    return content;
  }
}

function failureOf(error: unknown): Failure {
  return databaseProblem(error, {})?.status === 503 ? 'busy' : 'internal';
}
