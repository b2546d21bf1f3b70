import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository, type NewPassword } from '../accounts/account.repository.js';
import { isShort, minLengthFor, passwordFault } from '../passwords/password-policy.js';
import { hashPassword } from '../passwords/passwords.js';
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js';
import { AccessTokenRepository } from '../tokens/access-token.repository.js';
import type { CompletePasswordResetDto, PasswordResetPreviewDto } from './password-reset.dto.js';
import { type OpenReset, PasswordResetRepository } from './password-reset.repository.js';

/** From the link to the new password: nobody is signed in, so the presented token is what opens the door. */
@Injectable()
export class PasswordResetCompletion {
  constructor(
    private readonly database: Database,
    private readonly resets: PasswordResetRepository,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly tokens: AccessTokenRepository,
    private readonly audit: Audit,
  ) {}

  /** For whom the link is; looking does not use it up. */
  async preview(token: string, work: WorkContext): Promise<PasswordResetPreviewDto> {
    const { name, email, expiresAt, minLength } = await this.look(token, work);
    return { name, email, minLength, expiresAt: expiresAt.toISOString() };
  }

  /** Uses the link up and ends everything that was opened with the old password. The second factor stays. */
  async complete({ token, password }: CompletePasswordResetDto, work: WorkContext): Promise<void> {
    const { minLength, ...reset } = await this.look(token, work);
    const fault = passwordFault(password, reset, minLength);
    if (fault !== null) throw Problem.invalid('password', fault, 'weak_password');
    const chosen = { hash: await hashPassword(password), needsSecondFactor: isShort(password) };
    await this.database.run(asSystem(work, reset.accountId), () => this.replace(reset, chosen));
  }

  private look(token: string, work: WorkContext): Promise<OpenReset & { minLength: number }> {
    return this.database.run(asSystem(work), async () => {
      const reset = await this.resets.findOpen(token);
      if (!reset) throw invalidLink();
      return { ...reset, minLength: minLengthFor(await this.hasFactor(reset.accountId)) };
    });
  }

  private async replace({ id, accountId }: OpenReset, chosen: NewPassword): Promise<void> {
    if (!(await this.resets.consume(id))) throw invalidLink();
    await this.accounts.lock(accountId);
    // Taken away while the person was typing: the shorter password is not good any more.
    if (chosen.needsSecondFactor && !(await this.hasFactor(accountId))) throw Problem.busy(1);
    await this.resets.voidOpen(accountId);
    await this.accounts.setPassword(accountId, chosen);
    await this.accounts.endSessions(accountId);
    await this.tokens.removeAll(accountId);
    await this.resets.endCalendarAddress(accountId);
    await this.audit.record({
      action: 'password_reset.use',
      objectType: 'account',
      objectId: accountId,
      chain: accountId,
    });
  }

  private async hasFactor(accountId: string): Promise<boolean> {
    return (await this.factors.find(accountId))?.confirmedAt instanceof Date;
  }
}

function invalidLink(): Problem {
  return new Problem(
    404,
    'reset_invalid',
    'Dieser Link gilt nicht (mehr). Bitte auf der Anmeldeseite „Passwort vergessen?“ wählen und einen neuen anfordern.',
  );
}
