import { Injectable } from '@nestjs/common';
import type { Actor } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { addDays, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { berlinDate } from '../../kernel/calendar/clock.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { Problem } from '../../kernel/problem/problem.js';
import {
  daysOf,
  isOver,
  lastCountedOn,
  nextRevisionFrom,
  type Period,
  periodsOf,
  periodTitle,
} from './periods.js';
import type {
  PublicationPeriodDto,
  PublicationPeriodListDto,
  PeriodsQueryDto,
  PeriodState,
} from './publication.dto.js';
import { unknownMunicipality } from './publication.problems.js';
import { type PeriodRow, PublicationRepository } from './publication.repository.js';

/** The running school year, and so many before it. */
const YEARS_BACK = 5;

const NOTHING = {
  ...{ revisions: 0, publishedId: null, publishedAt: null },
  ...{ preparationId: null, preparationState: null },
};
type Standing = Omit<PeriodRow, 'schoolYear' | 'half'>;

/** What was published of which period, and what can be. */
@Injectable()
export class PeriodService {
  constructor(
    private readonly database: Database,
    private readonly publications: PublicationRepository,
  ) {}

  /** @throws Problem 404 for a municipality out of reach, 422 where it has to be said which one */
  async list(query: PeriodsQueryDto): Promise<PublicationPeriodListDto> {
    const { actor, today } = this.database.context;
    const municipalityId = query.municipalityId ?? onlyOne(actor);
    if (!actor.programmeLead && !actor.municipalities.includes(municipalityId)) throw unknownMunicipality();
    const rows = await this.publications.listPeriods(municipalityId);
    const cuts = new Map(
      (await this.publications.listCuts(municipalityId)).map(({ schoolYear, halves }) => [
        schoolYear,
        halves,
      ]),
    );
    const items = yearsOf(rows, today)
      .flatMap(periodsOf)
      .map((period) => {
        const row = rows.find(
          ({ schoolYear, half }) => schoolYear === period.schoolYear && half === period.half,
        );
        return standing(period, row ?? NOTHING, cuts.get(period.schoolYear), today);
      });
    return { items };
  }
}

function onlyOne({ municipalities: [only, ...more], programmeLead }: Actor): string {
  if (only === undefined || more.length > 0 || programmeLead) {
    throw Problem.invalid('municipalityId', 'Kommune fehlt: bitte eine gültige Kennung (UUID) angeben.');
  }
  return only;
}

/** Also those of long ago of which there is something. */
function yearsOf(rows: readonly PeriodRow[], today: CalendarDate): number[] {
  const running = schoolYearOf(today);
  const recent = Array.from({ length: YEARS_BACK + 1 }, (_, back) => running - back);
  return [...new Set([...recent, ...rows.map(({ schoolYear }) => schoolYear)])].sort((a, b) => b - a);
}

function standing(
  period: Period,
  row: Standing,
  halves: boolean | undefined,
  today: CalendarDate,
): PublicationPeriodDto {
  const published = row.publishedAt === null ? null : berlinDate(new Date(row.publishedAt));
  const isOtherCut = halves !== undefined && halves !== (period.half !== null);
  const readyOn = isOtherCut ? null : readyDay(period, published, today);
  const isBusy = row.preparationState === 'waiting' || row.preparationState === 'running';
  return {
    ...period,
    ...daysOf(period),
    title: periodTitle(period),
    state: stateOf(period, row, isOtherCut, today),
    mayPrepare: !isBusy && readyOn !== null && readyOn <= today,
    readyOn,
    lastDay: lastCountedOn(period),
    revisions: row.revisions,
    publishedId: row.publishedId,
    publishedAt: row.publishedAt,
    preparationId: row.preparationId,
  };
}

/** @returns null when the results are gone by then, or are gone already */
function readyDay(period: Period, published: CalendarDate | null, today: CalendarDate): CalendarDate | null {
  const day = published ? nextRevisionFrom(published) : addDays(daysOf(period).to, 1);
  const lastDay = lastCountedOn(period);
  return lastDay < day || lastDay < today ? null : day;
}

const PREPARATION: Partial<Record<string, PeriodState>> = {
  waiting: 'under_way',
  running: 'under_way',
  prepared: 'prepared',
  failed: 'failed',
};

function stateOf(period: Period, row: Standing, isOtherCut: boolean, today: CalendarDate): PeriodState {
  if (!isOver(period, today)) return 'open';
  if (isOtherCut) return 'other_cut';
  const preparing = PREPARATION[row.preparationState ?? ''];
  if (preparing) return preparing;
  if (row.publishedId !== null) return 'published';
  return lastCountedOn(period) < today ? 'erased' : 'ready';
}
