import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Brake, type Limit } from '../../access/sessions/brake.js';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { contentDigest } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { ChildCreationService } from '../children/child-creation.service.js';
import { ChildKeepers } from '../children/child-keepers.js';
import { assertGivenOn } from '../children/child-rules.js';
import type { ChildDto } from '../children/child.dto.js';
import { ChildRepository } from '../children/child.repository.js';
import { ConsentRepository } from '../consents/consent.repository.js';
import { BroughtResults } from './brought-results.js';
import type { RedeemChildTransferDto } from './child-transfer.dto.js';
import { ChildTransferRepository, type FoundTransfer } from './child-transfer.repository.js';
import { transferCodeHash } from './transfer-code.js';

/**
 * A house takes a child over with the code that the parents bring: what was measured comes along as a copy under a new code, and the two
 * records stay linked, so that a consent withdrawn in one house erases the results in both. It reads and marks what is the other house's, so
 * it runs as the system once it is clear that the person may receive children here.
 */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly database: Database,
    private readonly brake: Brake,
    private readonly keepers: ChildKeepers,
    private readonly children: ChildRepository,
    private readonly creation: ChildCreationService,
    private readonly consents: ConsentRepository,
    private readonly transfers: ChildTransferRepository,
    private readonly results: BroughtResults,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Sent twice with the same id, the child is received once. @throws Problem 404, 409, 422 or 429 */
  async redeem(work: WorkContext, wanted: RedeemChildTransferDto): Promise<Created<ChildDto>> {
    await this.database.run(work, () => this.assertMay(wanted));
    const limits = limitsFor(work);
    // Counted before it is looked up, and for good: many at once must not slip through.
    await this.database.run(work, () => this.brake.admit(limits));
    const received = await this.database.run(asSystem(work), () => this.receive(wanted));
    await this.database.run(work, () => this.brake.takeBack(limits));
    return received;
  }

  private async assertMay({ institutionId, groupId, consentGivenOn }: RedeemChildTransferDto): Promise<void> {
    await this.keepers.assertOpen(institutionId);
    if (!(await this.children.hasGroups(institutionId, [groupId]))) {
      throw Problem.unknownReference('groupId', 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.');
    }
    assertGivenOn(consentGivenOn, null, this.clock.today(), 'consentGivenOn');
  }

  private async receive(wanted: RedeemChildTransferDto): Promise<Created<ChildDto>> {
    const transfer = await this.transfers.lockByCode(transferCodeHash(wanted.code));
    if (!transfer) throw invalid();
    const id = wanted.id ?? uuidv7();
    if (transfer.toChildId === id && transfer.toInstitutionId === wanted.institutionId) {
      return { created: false, record: await this.get(id) };
    }
    this.assertValid(transfer, wanted);
    const { institutionId, groupId, consentGivenOn } = wanted;
    const { birthMonth, sex } = transfer;
    const facts = { institutionId, groupId, birthMonth, sex, creationDigest: contentDigest(wanted) };
    if ((await this.creation.insert([id], facts)).length === 0) throw invalid();
    await this.consents.insert(institutionId, [{ id: uuidv7(), childId: id }], consentGivenOn);
    const from = { institutionId: transfer.institutionId, id: transfer.childId };
    await this.results.copy(from, { institutionId, id }, groupId);
    await this.transfers.redeem(transfer, institutionId, id);
    await this.record(transfer, institutionId, id);
    return { created: true, record: await this.get(id) };
  }

  // One sentence for all that may be wrong with a code: who guesses learns nothing.
  private assertValid(transfer: FoundTransfer, wanted: RedeemChildTransferDto): void {
    if (transfer.isRedeemed || !transfer.hasConsent || transfer.expiresOn < this.clock.today()) {
      throw invalid();
    }
    if (transfer.institutionId === wanted.institutionId) throw sameHouse();
    const birthMonth = transfer.birthMonth?.slice(0, 7) ?? null;
    assertGivenOn(wanted.consentGivenOn, birthMonth, this.clock.today(), 'consentGivenOn');
  }

  private async get(id: string): Promise<ChildDto> {
    const child = await this.children.find(id);
    if (!child) throw Problem.notFound();
    return child;
  }

  /** In the chain of each house: that the child was handed over, and that it was received. */
  private async record(
    { id, institutionId: from }: FoundTransfer,
    to: string,
    childId: string,
  ): Promise<void> {
    await this.audit.recordAll([
      {
        ...{ action: 'child_transfer.redeem', objectType: 'child_transfer', objectId: id },
        ...{ institutionId: from, fields: ['redeemedAt'] },
      },
      {
        ...{ action: 'child.receive', objectType: 'child', objectId: childId, institutionId: to },
        fields: ['birthMonth', 'code', 'consent', 'groupId', 'results', 'sex'],
      },
    ]);
  }
}

// Typing errors happen; a person who guesses has to wait, and so has a network full of them.
function limitsFor({ actor, origin }: WorkContext): Limit[] {
  return [
    { kind: 'child transfers by account', value: actor.accountId ?? '', free: 10, longestWaitSeconds: 300 },
    { kind: 'child transfers from network', value: origin ?? '', free: 40, longestWaitSeconds: 60 },
  ];
}

function invalid(): Problem {
  const message = 'Code: Diesen Code gibt es nicht, oder er gilt nicht mehr. Bitte genau abschreiben.';
  return new Problem(404, 'transfer_invalid', message, {
    field: 'code',
    errors: [{ field: 'code', message }],
  });
}

function sameHouse(): Problem {
  const message = 'Code: Dieses Kind ist schon in dieser Einrichtung.';
  return new Problem(409, 'same_house', message, { field: 'code', errors: [{ field: 'code', message }] });
}
