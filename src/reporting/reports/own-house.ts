import { Injectable } from '@nestjs/common';
import { type Actor, NOBODY, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { InstitutionService } from '../../institutions/institution.service.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { ReportQueryDto } from './report-query.dto.js';

/** Who counts, and what. */
export interface Reading {
  work: WorkContext;
  query: ReportQueryDto;
}

/**
 * Whose figures somebody may have. Coordinators and the programme lead ask about all that they reach. Everybody else asks about a house of
 * their own: educators may not read their colleagues' rows, but the sums of a house are for its staff
 * (docs/decisions/0029-key-figures.md).
 */
@Injectable()
export class OwnHouse {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
  ) {}

  /** @throws Problem 404 for a house that is not theirs, 422 where they have to say which one */
  async readingOf(work: WorkContext, query: ReportQueryDto): Promise<Reading> {
    const own = housesOf(work.actor);
    const isTheirs = query.institutionId !== undefined && own.includes(query.institutionId);
    if (!isTheirs && hasCity(work.actor)) return { work, query };
    const institutionId = query.institutionId ?? onlyOne(own);
    if (!own.includes(institutionId)) throw Problem.notFound();
    if ((query.groupBy ?? []).length > 0) {
      throw Problem.invalid('groupBy', 'Aufteilung: Eine einzelne Einrichtung lässt sich nicht aufteilen.');
    }
    await this.database.run(work, () => this.institutions.get(institutionId));
    return { work: { ...work, actor: readerOf(work.actor) }, query: { ...query, institutionId } };
  }
}

function hasCity({ programmeLead, municipalities }: Actor): boolean {
  return programmeLead || municipalities.length > 0;
}

function housesOf({ educatorHouses, leadHouses, coachHouses }: Actor): string[] {
  return [...new Set([...educatorHouses, ...leadHouses, ...coachHouses])];
}

function onlyOne(houses: string[]): string {
  const [house, ...others] = houses;
  if (house === undefined) throw Problem.notFound();
  if (others.length > 0) {
    throw Problem.invalid('institutionId', 'Einrichtung: Bitte angeben, um welche Einrichtung es geht.');
  }
  return house;
}

/** Counts with the reach of the programme lead, who sees sums and no children; pinned to the one house by the filter. */
function readerOf({ accountId }: Actor): Actor {
  return { ...NOBODY, kind: 'person', accountId, programmeLead: true };
}
