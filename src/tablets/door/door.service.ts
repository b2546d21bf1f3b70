import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Brake, type Limit } from '../../access/sessions/brake.js';
import { newToken } from '../../access/sessions/session-cookie.js';
import { type OpenedTabletSession, TabletSessions } from '../../access/sessions/tablet-sessions.js';
import { AccountProofRepository } from '../../access/tablets/account-proof.repository.js';
import { type KnownTablet, KnownTablets } from '../../access/tablets/known-tablets.js';
import { TabletProofs } from '../../access/tablets/tablet-proofs.js';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { TabletRepository } from '../devices/tablet.repository.js';
import { TabletPersonRepository } from '../people/tablet-person.repository.js';
import { codeInvalid, houseClosed, proofOvertaken, tabletUnknown, wrongBadge } from '../tablets.problems.js';
import type { UnlockDto } from './door.dto.js';

/** Who has proved to be somebody, and whether that still holds; asked again in the transaction that lets them in. */
interface Recognised {
  accountId: string;
  isStill: () => Promise<boolean>;
}

/** How a device becomes a shared tablet, how people unlock it, and how it stops being one. All outside of a transaction. */
@Injectable()
export class DoorService {
  constructor(
    private readonly database: Database,
    private readonly known: KnownTablets,
    private readonly tablets: TabletRepository,
    private readonly people: TabletPersonRepository,
    private readonly proofs: TabletProofs,
    private readonly accountProofs: AccountProofRepository,
    private readonly sessions: TabletSessions,
    private readonly brake: Brake,
    private readonly audit: Audit,
  ) {}

  /** Uses the one-time code up. @returns the tablet, with the token for the device's cookie @throws Problem 404 `code_invalid`, 429 */
  async enrol(code: string, work: WorkContext): Promise<{ tablet: KnownTablet; token: string }> {
    const limit: Limit = { kind: 'tablet code', value: work.origin ?? '', free: 20, longestWaitSeconds: 60 };
    await this.database.run(work, () => this.brake.admit([limit]));
    const token = newToken();
    const tablet = await this.database.run(asSystem(work), () => this.useCode(code, token));
    await this.database.run(work, () => this.brake.takeBack([limit]));
    return { tablet, token };
  }

  /** The tablet that asks. @throws Problem 401 `tablet_unknown`, 403 `house_closed` */
  async recognise(request: FastifyRequest): Promise<KnownTablet> {
    const tablet = await this.known.find(request);
    if (!tablet || tablet.revoked) throw tabletUnknown();
    if (tablet.houseClosed) throw houseClosed();
    return tablet;
  }

  /** @throws Problem 401 `wrong_pin` and `wrong_badge`, 403 `pin_locked`, 404 for people from elsewhere, 422, 429 */
  async unlock(request: FastifyRequest, wanted: UnlockDto, work: WorkContext): Promise<OpenedTabletSession> {
    const tablet = await this.recognise(request);
    const { accountId, isStill } =
      wanted.badge === undefined
        ? await this.byPin(tablet, wanted, work)
        : await this.byBadge(tablet, wanted.badge, work);
    const stillWorksThere = async (): Promise<boolean> =>
      (await isStill()) && this.people.worksAt(tablet.institutionId, accountId);
    const opened = await this.sessions.open(accountId, tablet, work, stillWorksThere);
    if (!opened) throw proofOvertaken();
    return opened;
  }

  /** Takes the device off the list: by whoever has unlocked it, or by the lead who is signed in there. @throws Problem 401, 403 */
  async leave(request: FastifyRequest, work: WorkContext): Promise<void> {
    const tablet = await this.known.find(request);
    if (!tablet) throw tabletUnknown();
    const { actor } = work;
    if (actor.tablet?.id !== tablet.id && !actor.leadHouses.includes(tablet.institutionId))
      throw Problem.forbidden();
    await this.database.run(asSystem(work), async () => {
      if (!(await this.tablets.revoke(tablet))) return;
      const { id: objectId, institutionId } = tablet;
      await this.audit.record({ action: 'tablet.revoke', objectType: 'tablet', objectId, institutionId });
    });
  }

  private async useCode(code: string, token: string): Promise<KnownTablet> {
    const tablet = await this.tablets.enrol(code, token);
    if (!tablet) throw codeInvalid();
    // Of the device that was the tablet before.
    await this.tablets.endSessions(tablet);
    const { id: objectId, institutionId } = tablet;
    await this.audit.record({ action: 'tablet.enrol', objectType: 'tablet', objectId, institutionId });
    return tablet;
  }

  private async byPin(
    { institutionId }: KnownTablet,
    { accountId, pin }: UnlockDto,
    work: WorkContext,
  ): Promise<Recognised> {
    if (accountId === undefined) throw Problem.invalid('accountId', 'Person: bitte auswählen.');
    if (pin === undefined) throw Problem.invalid('pin', 'PIN: bitte die sechs Ziffern angeben.');
    const system = asSystem(work);
    if (!(await this.database.run(system, () => this.people.worksAt(institutionId, accountId))))
      throw Problem.notFound();
    const hash = await this.proofs.takePin(accountId, pin, work);
    return {
      accountId,
      isStill: async () => (await this.accountProofs.findPinHash(accountId)) === hash,
    };
  }

  private async byBadge(
    { id, institutionId }: KnownTablet,
    badge: string,
    work: WorkContext,
  ): Promise<Recognised> {
    const limit: Limit = { kind: 'badge', value: id, free: 20, longestWaitSeconds: 60 };
    const system = asSystem(work);
    await this.database.run(system, () => this.brake.admit([limit]));
    const accountId = await this.database.run(system, () => this.accountProofs.findBadgeOwner(badge));
    const worksThere =
      accountId !== null &&
      (await this.database.run(system, () => this.people.worksAt(institutionId, accountId)));
    if (accountId === null || !worksThere) throw wrongBadge();
    await this.database.run(system, () => this.brake.takeBack([limit]));
    const isStill = async (): Promise<boolean> => {
      await this.accountProofs.noteBadgeUse(accountId);
      return (await this.accountProofs.findBadgeOwner(badge)) === accountId;
    };
    return { accountId, isStill };
  }
}
