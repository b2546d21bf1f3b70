import { Injectable } from '@nestjs/common';
import type { Actor, WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { InstitutionDto } from '../../institutions/institution.dto.js';
import { InstitutionService } from '../../institutions/institution.service.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { cityIn } from '../overview/houses.sql.js';
import { type Period, periodOf } from '../overview/period.js';
import { OwnHouse } from '../reports/own-house.js';
import type { ReportDto } from '../reports/report.dto.js';
import type { ReportQueryDto } from '../reports/report-query.dto.js';
import { ReportsService } from '../reports/reports.service.js';
import type { HouseSheetDto, SheetFigureDto } from './house-sheet.dto.js';
import { HouseSheetRepository } from './house-sheet.repository.js';
import { findLastActivity, listMonths } from './months.sql.js';
import { figuresOf, SHEET_FIGURES } from './sheet-figures.js';

type Counts = Pick<HouseSheetDto, 'figures' | 'months' | 'lastActivityOn'>;

/** One institution on one page, for whoever goes there: what it is, how it does, what was agreed. */
@Injectable()
export class HouseSheetService {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
    private readonly sheets: HouseSheetRepository,
    private readonly reports: ReportsService,
    private readonly ownHouse: OwnHouse,
    private readonly clock: Clock,
  ) {}

  /** Of the running school year. @throws Problem 404 for a house that is not the reader's to look after */
  async get(work: WorkContext, id: string): Promise<HouseSheetDto> {
    const period = periodOf(undefined, work.today);
    const facts = await this.database.run(work, () => this.factsOf(id, period));
    const ofCity = await this.database.run(work, () => this.cityReports(facts.institution));
    // Who may not read each row of the house still gets its sums, as everywhere.
    const reading = await this.ownHouse.readingOf(work, { institutionId: id });
    const counts = await this.database.run(reading.work, () => this.countsOf(id, ofCity));
    return { dataAt: this.clock.now().toISOString(), period, ...facts, ...counts };
  }

  private async factsOf(
    id: string,
    period: Period,
  ): Promise<Omit<HouseSheetDto, keyof Counts | 'dataAt' | 'period'>> {
    this.database.planOnce();
    const institution = await this.institutions.get(id);
    if (!looksAfter(this.database.actor, institution)) throw Problem.notFound();
    return {
      institution,
      municipalityName: await this.sheets.municipalityName(institution.municipalityId),
      contacts: await this.sheets.listContacts(id),
      groups: await this.sheets.listGroups(id, period),
      bookings: await this.sheets.listBookings(id, period),
      advice: await this.sheets.listAdvice(id),
      nextAdvice: await this.sheets.findNextAdvice(id),
      openSteps: await this.sheets.listOpenSteps(id),
    };
  }

  /** The city's figures, for readers who see them elsewhere, too. */
  private async cityReports({ municipalityId }: InstitutionDto): Promise<ReportDto[] | null> {
    const { actor } = this.database;
    if (!coordinates(actor, municipalityId)) return null;
    // As the overview asks: who coordinates a single municipality need not name it, and the planner finds its way without statistics.
    const only = !actor.programmeLead && actor.municipalities.length === 1;
    return this.ask(only ? {} : { municipalityId });
  }

  private async countsOf(institutionId: string, city: ReportDto[] | null): Promise<Counts> {
    const { today } = this.database.context;
    const own = await this.ask({ institutionId });
    const figures = SHEET_FIGURES.map(([, codes], i): SheetFigureDto[] => {
      const report = own[i];
      return report ? figuresOf(report, city?.[i] ?? null, codes) : [];
    });
    return {
      figures: figures.flat(),
      months: await listMonths(
        this.database,
        cityIn(periodOf(undefined, today), { institutionId }, today),
        today,
      ),
      lastActivityOn: await findLastActivity(this.database, institutionId),
    };
  }

  /** Each question of the page, in its order. */
  private async ask(query: ReportQueryDto): Promise<ReportDto[]> {
    const answers: ReportDto[] = [];
    for (const [report] of SHEET_FIGURES) answers.push(await this.reports.count(report, query));
    return answers;
  }
}

function coordinates({ programmeLead, municipalities }: Actor, municipalityId: string): boolean {
  return programmeLead || municipalities.includes(municipalityId);
}

/** Leads it, coaches it today, or coordinates its city: being on its staff is not enough for what was agreed with the coach. */
function looksAfter(actor: Actor, { id, municipalityId }: InstitutionDto): boolean {
  const houses = [...actor.leadHouses, ...actor.coachHouses];
  return houses.includes(id) || coordinates(actor, municipalityId);
}
