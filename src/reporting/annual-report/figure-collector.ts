import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { cityIn } from '../overview/houses.sql.js';
import { type Period, periodOf } from '../overview/period.js';
import type { ReportQueryDto } from '../reports/report-query.dto.js';
import type { ReportDto } from '../reports/report.dto.js';
import { REPORT_CODES, type ReportCode } from '../reports/reports.js';
import { ReportsService } from '../reports/reports.service.js';
import {
  type AnnualFigures,
  DIVIDED,
  type DividedReports,
  type Division,
  type MonthFigures,
} from './annual-figures.js';
import { AnnualReportRepository } from './annual-report.repository.js';
import { listModules } from './module-lines.sql.js';
import { monthsOf } from './months.js';
import { findMotorSkills } from './motor-skills.sql.js';
import type { Step } from './steps.js';
import { findTarget } from './target.sql.js';
import { listTrainings } from './training-lines.sql.js';

/** Which report it is about. */
export interface Subject {
  municipalityId: string;
  schoolYear: number;
}

/** Asks all questions of a yearly report, about one moment and with the reach of who coordinates the one municipality. */
@Injectable()
export class FigureCollector {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly questions: ReportsService,
    private readonly reports: AnnualReportRepository,
  ) {}

  /** @param reach is told each step before it is begun; throws to end the work */
  async collect(subject: Subject, reach: (step: Step) => Promise<void>): Promise<AnnualFigures> {
    // Nobody asks any more; every question counts the houses that a coordinator of the municipality reaches.
    const actor = { ...SYSTEM, municipalities: [subject.municipalityId] };
    const work = { actor, today: this.clock.today(), requestId: null, origin: null };
    return this.database.snapshot(work, () => this.count(subject, reach));
  }

  private async count(subject: Subject, reach: (step: Step) => Promise<void>): Promise<AnnualFigures> {
    const { today } = this.database.context;
    const period = periodOf(subject.schoolYear, today);
    const city = cityIn(period, { municipalityId: subject.municipalityId }, today);
    const dataAt = this.clock.now().toISOString();
    await reach('totals');
    const municipalityName = await this.reports.nameOf(subject.municipalityId);
    const target = await findTarget(this.database, subject);
    const totals = await this.totals(subject);
    await reach('reach');
    const byPlace = {
      district: await this.divided(subject, 'district'),
      kind: await this.divided(subject, 'kind'),
    };
    await reach('equity');
    const byChance = {
      provider_kind: await this.divided(subject, 'provider_kind'),
      family_centre: await this.divided(subject, 'family_centre'),
      social_situation: await this.divided(subject, 'social_situation'),
      social_index_group: await this.divided(subject, 'social_index_group'),
    };
    await reach('months');
    const months = await this.months(subject, period);
    await reach('trainings');
    const trainings = await listTrainings(this.database, city);
    await reach('modules');
    const { formats, focusAreas } = await listModules(this.database, city);
    await reach('motor_skills');
    const motorSkills = await findMotorSkills(this.database, subject);
    return {
      ...{ municipalityName, period, isInterim: period.asOf < period.to, dataAt, target },
      ...{ totals, by: { ...byPlace, ...byChance }, months, trainings, formats, focusAreas },
      motorSkills,
    };
  }

  private async totals(subject: Subject): Promise<ReportDto[]> {
    const answers: ReportDto[] = [];
    for (const code of REPORT_CODES) {
      answers.push(await this.ask(code, { ...subject, compare: 'previous_year' }));
    }
    return answers;
  }

  private async divided(subject: Subject, division: Division): Promise<DividedReports> {
    const answers: Partial<DividedReports> = {};
    // Kitas have no index: they would all be "ohne Angabe".
    const only = division === 'social_index_group' ? ({ kind: 'school' } as const) : {};
    for (const code of DIVIDED) {
      const compare = code === 'reach' ? ({ compare: 'previous_year' } as const) : {};
      answers[code] = await this.ask(code, { ...subject, ...only, groupBy: [division], ...compare });
    }
    return answers as DividedReports;
  }

  /** August to July. */
  private async months({ municipalityId, schoolYear }: Subject, { asOf }: Period): Promise<MonthFigures[]> {
    const months: MonthFigures[] = [];
    for (const { title, short, from, to } of monthsOf(schoolYear)) {
      const query = { municipalityId, from, to, compare: 'previous_year' as const };
      months.push({
        ...{ title, short, isAhead: from > asOf },
        dose: await this.ask('dose', query),
        reportingRate: await this.ask('reporting-rate', query),
      });
    }
    return months;
  }

  private ask(code: ReportCode, query: ReportQueryDto): Promise<ReportDto> {
    return this.questions.count(code, query);
  }
}
