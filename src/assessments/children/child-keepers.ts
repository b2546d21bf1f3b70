import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { InstitutionService } from '../../institutions/institution.service.js';
import { Problem } from '../../kernel/problem/problem.js';

/** Who keeps the children of a house: the people who work there, and nobody above them. */
@Injectable()
export class ChildKeepers {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
  ) {}

  /** @throws Problem 404 for houses in which the actor does not work */
  assertKeeps(institutionId: string): void {
    const { educatorHouses, leadHouses } = this.database.actor;
    if (![...educatorHouses, ...leadHouses].includes(institutionId)) throw Problem.notFound();
  }

  /** A house that may have new children. @throws Problem 404, or 409 for an archived one */
  async assertOpen(institutionId: string): Promise<void> {
    this.assertKeeps(institutionId);
    const { archivedAt } = await this.institutions.get(institutionId);
    if (archivedAt === null) return;
    throw new Problem(409, 'institution_archived', 'Diese Einrichtung ist archiviert.');
  }
}
