import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { Problem } from '../../kernel/problem/problem.js';
import { OwnPassword } from '../passwords/own-password.js';
import { PasswordResetRepository } from '../password-resets/password-reset.repository.js';
import { isShort, minLengthFor, passwordFault } from '../passwords/password-policy.js';
import { hashPassword } from '../passwords/passwords.js';
import { SecondFactorCheck } from '../second-factor/second-factor-check.js';
import { type OpenedSession, SessionService } from '../sessions/session.service.js';
import { AccountRepository } from './account.repository.js';
import type { ChangePasswordDto, OwnAccountDto, UpdateOwnAccountDto } from './own-account.dto.js';

/** What people may change about themselves. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly own: OwnPassword,
    private readonly factor: SecondFactorCheck,
    private readonly sessions: SessionService,
    private readonly resets: PasswordResetRepository,
    private readonly audit: Audit,
  ) {}

  get(): Promise<OwnAccountDto> {
    return this.accounts.getOwn(this.id);
  }

  async update(version: number, { name }: UpdateOwnAccountDto): Promise<OwnAccountDto> {
    await assertUnchanged(await this.accounts.rename(this.id, version, name), () => this.get());
    await this.record('account.update', ['name']);
    return this.get();
  }

  /** Ends all sessions and links for a new password, and opens a new one for the person who is there. Outside of a transaction, since it hashes. */
  async changePassword(
    { current, password }: ChangePasswordDto,
    work: WorkContext,
    device: string,
  ): Promise<OpenedSession> {
    await this.own.assert(current, work, 'current');
    const accountId = work.actor.accountId ?? '';
    const hasFactor = await this.factor.isOn(accountId, work);
    const account = await this.database.run(work, () => this.get());
    const fault = passwordFault(password, account, minLengthFor(hasFactor));
    if (fault !== null) throw Problem.invalid('password', fault, 'weak_password');
    const hash = await hashPassword(password);
    // As the system, since links for a new password are nobody's business; the trail names the person.
    await this.database.run(asSystem(work, accountId), async () => {
      await this.accounts.lockFor(work.actor);
      await this.accounts.setPassword(accountId, { hash, needsSecondFactor: isShort(password) });
      await this.accounts.endSessions(accountId);
      await this.resets.voidOpen(accountId);
      await this.record('account.change_password', []);
    });
    return this.sessions.open(accountId, { passwordHash: hash, secondFactor: hasFactor }, work, device);
  }

  private get id(): string {
    const { accountId } = this.database.actor;
    if (accountId === null) throw Problem.signedOut();
    return accountId;
  }

  private record(action: string, fields: string[]): Promise<void> {
    return this.audit.record({ action, objectType: 'account', objectId: this.id, chain: this.id, fields });
  }
}
