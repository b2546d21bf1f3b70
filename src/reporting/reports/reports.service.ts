import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { cityIn } from '../overview/houses.sql.js';
import type { Span } from '../overview/period.js';
import { titlesOf } from './group-titles.js';
import { assertKnown } from './known-filter.js';
import { OwnHouse } from './own-house.js';
import { reportSpan, yearBefore } from './report-period.js';
import type { ReportQueryDto } from './report-query.dto.js';
import { rowsOf, type TitledDimension } from './report-rows.js';
import type { ReportDto, ReportFilterDto } from './report.dto.js';
import type { Question, Report } from './report.js';
import { type ReportCode, REPORTS } from './reports.js';

const FILTERS = [
  ...(['municipalityId', 'districtId', 'kind', 'providerKind', 'familyCentre'] as const),
  ...(['socialIndexGroup', 'socialSituation', 'focusArea', 'institutionId'] as const),
];

/** Filters that name something which may not be there. */
const NAMED = ['municipalityId', 'districtId', 'institutionId', 'focusArea'] as const;

/** The key figures of the programme: each its own question, all asked in the same way. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ownHouse: OwnHouse,
  ) {}

  /**
   * Answers a question in a transaction of its own, also to somebody who may only ask about the own house.
   * @throws Problem 404 for a foreign city, district or house, 422 for days that do not fit and for an unknown focus area
   */
  async get(work: WorkContext, code: ReportCode, query: ReportQueryDto): Promise<ReportDto> {
    const reading = await this.ownHouse.readingOf(work, query);
    if (NAMED.some((name) => query[name] !== undefined)) {
      await this.database.run(work, () => assertKnown(this.database, query));
    }
    return this.database.run(reading.work, () => this.count(code, reading.query));
  }

  /**
   * Answers a question inside of the caller's transaction and with its reach, for what puts several together.
   * @throws Problem 422 for days that do not fit
   */
  async count(code: ReportCode, query: ReportQueryDto): Promise<ReportDto> {
    const report: Report = REPORTS[code];
    const span = reportSpan(query, this.database.context.today);
    const before = query.compare === undefined ? null : yearBefore(span);
    const question = this.questionOf(report, query, span);
    this.database.planOnce();
    const counted = {
      now: await report.count(this.database, question),
      before: before && (await report.count(this.database, this.questionOf(report, query, before))),
    };
    return {
      ...{ report: code, title: report.title, filter: this.filterOf(query) },
      notApplied: query.focusArea !== undefined && !report.appliesFocusArea ? ['focusArea'] : [],
      ...{ period: span, previousPeriod: before, dataAt: this.clock.now().toISOString() },
      ...{ groupBy: [...question.groupBy], figures: [...report.figures] },
      ...rowsOf(report.figures, await this.dimensionsOf(question), counted),
    };
  }

  private questionOf(report: Report, query: ReportQueryDto, span: Span): Question {
    return {
      ...cityIn(span, query, this.database.context.today),
      focusArea: report.appliesFocusArea ? query.focusArea : undefined,
      groupBy: query.groupBy ?? [],
    };
  }

  private async dimensionsOf(question: Question): Promise<TitledDimension[]> {
    const dimensions: TitledDimension[] = [];
    for (const dimension of question.groupBy) {
      dimensions.push({ dimension, titles: await titlesOf(this.database, dimension, question) });
    }
    return dimensions;
  }

  private filterOf(query: ReportQueryDto): ReportFilterDto {
    const { programmeLead, municipalities } = this.database.actor;
    // Who coordinates a single municipality has chosen it, without naming it.
    const only = !programmeLead && municipalities.length === 1 ? municipalities[0] : undefined;
    const named = { ...query, municipalityId: query.municipalityId ?? only };
    return Object.fromEntries(
      FILTERS.map((name) => [name, named[name] ?? null]),
    ) as unknown as ReportFilterDto;
  }
}
