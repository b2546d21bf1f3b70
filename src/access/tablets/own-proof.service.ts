import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { OwnPassword } from '../passwords/own-password.js';
import { hashPassword } from '../passwords/passwords.js';
import { newToken } from '../sessions/session-cookie.js';
import { AccountProofRepository } from './account-proof.repository.js';
import type { MakeBadgeDto, NewBadgeDto, OwnProofDto, SetPinDto } from './own-proof.dto.js';
import { pinFault } from './pin-policy.js';

/** Tells a badge from every other QR code that a camera may see. */
export const BADGE_PREFIX = 'obw_';

/** One's own PIN and badge. Who makes one gives the password: it is a further way in. */
@Injectable()
export class OwnProofService {
  constructor(
    private readonly database: Database,
    private readonly proofs: AccountProofRepository,
    private readonly accounts: AccountRepository,
    private readonly password: OwnPassword,
    private readonly audit: Audit,
  ) {}

  get(): Promise<OwnProofDto> {
    return this.proofs.getState(this.id);
  }

  /** Outside of a transaction, since it hashes. @throws Problem 422 for a wrong password or a PIN that is easy to guess, 429 */
  async setPin({ password, pin }: SetPinDto, work: WorkContext): Promise<OwnProofDto> {
    const fault = pinFault(pin);
    if (fault !== null) throw Problem.invalid('pin', fault, 'weak_pin');
    await this.password.assert(password, work);
    const hash = await hashPassword(pin);
    return this.database.run(work, async () => {
      await this.accounts.lockFor(work.actor);
      await this.proofs.setPin(this.id, hash);
      await this.record('pin.set');
      return this.get();
    });
  }

  async removePin(): Promise<void> {
    if (!(await this.proofs.clearPin(this.id))) throw Problem.notFound();
    await this.record('pin.remove');
  }

  /** Makes the badge, or a new one: the one before is good no longer. Outside of a transaction. */
  async makeBadge({ password }: MakeBadgeDto, work: WorkContext): Promise<NewBadgeDto> {
    await this.password.assert(password, work);
    const secret = `${BADGE_PREFIX}${newToken()}`;
    return this.database.run(work, async () => {
      await this.accounts.lockFor(work.actor);
      await this.proofs.setBadge(this.id, secret);
      await this.record('badge.create');
      return { ...(await this.get()), secret };
    });
  }

  async removeBadge(): Promise<void> {
    if (!(await this.proofs.removeBadge(this.id))) throw Problem.notFound();
    await this.record('badge.remove');
  }

  private get id(): string {
    const { accountId } = this.database.actor;
    if (accountId === null) throw Problem.signedOut();
    return accountId;
  }

  private record(action: string): Promise<void> {
    return this.audit.record({ action, objectType: 'account', objectId: this.id, chain: this.id });
  }
}
