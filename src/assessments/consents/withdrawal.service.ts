import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { ConsentDto, WithdrawalDto } from './consent.dto.js';
import { ConsentRepository } from './consent.repository.js';
import { ConsentService, withdrawnAlready } from './consent.service.js';
import { type ChildPlace, Erasures } from './erasures.js';

/**
 * The parents take their consent back: everything that was measured is erased in the same transaction, in this house and in every house
 * that the child was handed over to or from. The person does not see those, so it runs as the system once it is clear that they may.
 */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly database: Database,
    private readonly service: ConsentService,
    private readonly consents: ConsentRepository,
    private readonly erasures: Erasures,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 or 412; then nothing is erased */
  async withdraw(work: WorkContext, id: string, version: number): Promise<WithdrawalDto> {
    const { institutionId, childId } = await this.database.run(work, () => this.service.getKept(id));
    return this.database.run(asSystem(work), async () => {
      const places = await this.consents.lockEverywhere({ institutionId, id: childId });
      const before = await this.get(id);
      if (before.withdrawnOn !== null) throw withdrawnAlready();
      await assertUnchanged(before.version === version, () => Promise.resolve(before));
      const withdrawn = await this.consents.withdraw(places, this.clock.today());
      const erased = await this.erasures.eraseResults(places, 'consent_withdrawn');
      // A backup put back has the consents open and the children known: the journal says that they are not.
      await this.erasures.note(withdrawn, 'consent', 'consent_withdrawn');
      await this.consents.forget(places);
      await this.record(withdrawn, places);
      return { consent: await this.get(id), erased };
    });
  }

  private async get(id: string): Promise<ConsentDto> {
    const consent = await this.consents.find(id);
    if (!consent) throw Problem.notFound();
    return consent;
  }

  /** In the chain of each house. */
  private async record(withdrawn: ConsentDto[], children: ChildPlace[]): Promise<void> {
    await this.audit.recordAll([
      ...withdrawn.map(({ institutionId, id: objectId }) => {
        const about = { action: 'consent.withdraw', objectType: 'consent', fields: ['withdrawnOn'] };
        return { ...about, objectId, institutionId };
      }),
      ...children.map(({ institutionId, id: objectId }) => {
        const fields = ['birthMonth', 'results', 'sex'];
        return { action: 'child.erase', objectType: 'child', objectId, institutionId, fields };
      }),
    ]);
  }
}
