import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Problem } from '../kernel/problem/problem.js';
import { assertGoverns } from './governance.js';
import type { InstitutionDto } from './institution.dto.js';
import { InstitutionService } from './institution.service.js';

/** Houses whose records may change: the actor keeps them, and they are not archived. */
@Injectable()
export class OpenHouses {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
  ) {}

  /** A house of the actor's own municipality; administrators have them all. @throws Problem 404, 409 */
  async governed(id: string): Promise<InstitutionDto> {
    const house = await this.institutions.get(id);
    assertGoverns(this.database.actor, house.municipalityId);
    return this.opened(house);
  }

  /** The same, and a house that the actor leads. @throws Problem 404, 409 */
  async kept(id: string): Promise<InstitutionDto> {
    const house = await this.institutions.get(id);
    const { actor } = this.database;
    if (!actor.leadHouses.includes(id)) assertGoverns(actor, house.municipalityId);
    return this.opened(house);
  }

  /** A house on whose staff the actor is. @throws Problem 404, 409 */
  async staffed(id: string): Promise<InstitutionDto> {
    const { educatorHouses, leadHouses } = this.database.actor;
    if (![...educatorHouses, ...leadHouses].includes(id)) throw Problem.notFound();
    return this.opened(await this.institutions.get(id));
  }

  /** A house that the actor leads, coaches today, or coordinates; administrators have no part in the work itself. @throws Problem 404, 409 */
  async accompanied(id: string): Promise<InstitutionDto> {
    const { actor } = this.database;
    return actor.leadHouses.includes(id) ? this.opened(await this.institutions.get(id)) : this.advised(id);
  }

  /** A house that the actor coaches today, or coordinates. @throws Problem 404, 409 */
  async advised(id: string): Promise<InstitutionDto> {
    const house = await this.institutions.get(id);
    const { actor } = this.database;
    const advises = actor.coachHouses.includes(id) || actor.municipalities.includes(house.municipalityId);
    if (!advises) throw Problem.notFound();
    return this.opened(house);
  }

  /**
   * One change of a house at a time: its runs, coaches and closing days must not overlap, and what another transaction is writing cannot
   * be seen yet. Not a row lock, which PostgreSQL gives only to those who may change the row.
   */
  private async opened(house: InstitutionDto): Promise<InstitutionDto> {
    if (house.archivedAt !== null) {
      throw new Problem(
        409,
        'institution_archived',
        'Diese Einrichtung ist archiviert. Bitte zuerst aus dem Archiv zurückholen.',
      );
    }
    await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [house.id]);
    return house;
  }
}
