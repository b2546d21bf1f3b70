import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { OpenHouses } from '../open-houses.js';
import type { HandOverMaterialsDto } from './materials.dto.js';
import { ParticipationRepository, type Run } from './participation.repository.js';

/**
 * When a house was given its box of material. Its coach says so, who may write nothing else of a run: so it runs as the system, once it is
 * clear that the person advises the house.
 */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly database: Database,
    private readonly houses: OpenHouses,
    private readonly participations: ParticipationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409, 412 or 422 */
  async handOver(
    work: WorkContext,
    id: string,
    version: number,
    { materialsOn }: HandOverMaterialsDto,
  ): Promise<Run> {
    await this.database.run(work, async () => this.houses.advised((await this.get(id)).institutionId));
    return this.database.run(asSystem(work), async () => {
      const run = await this.get(id);
      this.assertInside(run, materialsOn);
      const updated = await this.participations.update(run, version, { materialsOn });
      await assertUnchanged(updated, () => this.get(id));
      await this.audit.record({
        ...{ action: 'participation.hand_over', objectType: 'participation', objectId: id },
        ...{ institutionId: run.institutionId, fields: ['materialsOn'] },
      });
      return this.get(id);
    });
  }

  private assertInside({ startedOn, endedOn }: Run, day: CalendarDate | null): void {
    if (day === null) return;
    const refuse = (why: string): Problem =>
      Problem.invalid('materialsOn', `Materialbox übergeben am: ${why}`);
    if (day > this.clock.today()) throw refuse('liegt in der Zukunft.');
    if (startedOn === null || day < startedOn || day > (endedOn ?? day)) {
      throw refuse(`Am ${germanDate(day)} nahm die Einrichtung nicht am Programm teil.`);
    }
  }

  private async get(id: string): Promise<Run> {
    const run = await this.participations.find(id);
    if (!run) throw Problem.notFound();
    return run;
  }
}
