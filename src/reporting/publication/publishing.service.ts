import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { Freezer } from './freezing/freezer.js';
import { assertMayPrepare } from './period-rules.js';
import type { PublicationDto } from './publication.dto.js';
import { notPrepared, otherCut, outOfDate, publishedAlready } from './publication.problems.js';
import { type PreparedPublication, PublishingRepository } from './publishing.repository.js';
import { PublicationService } from './publication.service.js';

/** A preparation older than that is made anew. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a preparation public. The person may cause that, but not write it: whether it still tells the truth is found out by counting the children
 * again, which is the system's business.
 */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly service: PublicationService,
    private readonly publishing: PublishingRepository,
    private readonly freezer: Freezer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404; 412; 409 if it is not prepared, out of date, cut in the other way or before its day. Of two at once, one publishes.
   */
  async publish(work: WorkContext, id: string, version: number): Promise<PublicationDto> {
    await this.database.run(work, () => this.service.find(id));
    return this.database.run(asSystem(work), async () => {
      const prepared = await this.publishing.lock(id);
      if (!prepared) throw Problem.notFound();
      await assertUnchanged(prepared.version === version, () => this.service.find(id));
      if (prepared.state === 'published') throw publishedAlready();
      if (prepared.state !== 'prepared') throw notPrepared();
      await this.assertStillTrue(prepared);
      await this.choose(prepared);
      await assertMayPrepare(this.publishing, prepared.municipalityId, prepared, work.today);
      await this.publishing.publish(prepared, this.clock.now());
      await this.audit.record({ action: 'publication.publish', objectType: 'publication', objectId: id });
      return this.service.find(id);
    });
  }

  /** Nothing of it was erased, withdrawn, corrected or entered since, and it is of today. @throws Problem 409 */
  private async assertStillTrue(prepared: PreparedPublication): Promise<void> {
    const age = this.clock.now().getTime() - prepared.preparedAt.getTime();
    if (age > FRESH_MS) throw outOfDate();
    const { fingerprint } = await this.freezer.freeze(prepared.municipalityId, prepared);
    if (!fingerprint.equals(prepared.fingerprint)) throw outOfDate();
  }

  /** The first publication decides how the year is cut; who comes at the same moment waits here and then sees it. @throws Problem 409 */
  private async choose(prepared: PreparedPublication): Promise<void> {
    const { municipalityId, schoolYear, half } = prepared;
    await this.publishing.chooseCut(municipalityId, schoolYear, half !== null);
    const halves = await this.publishing.findCut(municipalityId, schoolYear);
    if (halves !== null && halves !== (half !== null)) throw otherCut(prepared, halves);
  }
}
