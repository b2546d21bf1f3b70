import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { LETTERS } from '../../mail/letters.de.js';
import { Mailer } from '../../mail/mailer.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { newToken } from '../sessions/session-cookie.js';
import type { PasswordResetLinkDto } from './password-reset.dto.js';
import { PasswordResetRepository, type Resettable } from './password-reset.repository.js';
import { mayResetFor } from './reset-rules.js';

const VALID_MS = 24 * 3_600_000;

/** Makes links for a new password and mails them. Opens its transactions itself: mails leave after the commit. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly resets: PasswordResetRepository,
    private readonly accounts: AccountRepository,
    private readonly audit: Audit,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Asked for on the sign-in page: mails a link if the address has an account that may sign in, else does nothing. */
  async createForEmail(email: string, work: WorkContext): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const account = await this.database.run(asSystem(work), () => this.resets.findByEmail(email));
    if (account && !account.disabled) await this.createAndMail(account, null, work);
  }

  /**
   * Somebody helps a person who has forgotten the password.
   * @throws Problem 404 for whom the actor may not help, 409 for a disabled account
   */
  async createFor(accountId: string, work: WorkContext): Promise<PasswordResetLinkDto> {
    const { actor } = work;
    if (accountId === actor.accountId) throw Problem.notFound();
    const helper = await this.database.run(work, async () => {
      await this.accounts.get(accountId);
      return this.accounts.get(actor.accountId ?? '');
    });
    const account = await this.database.run(asSystem(work), async () => {
      const found = await this.resets.findById(accountId);
      return found && mayResetFor(actor, await this.resets.listRoles(accountId)) ? found : null;
    });
    if (!account) throw Problem.notFound();
    if (account.disabled)
      throw new Problem(409, 'account_disabled', 'Dieses Konto ist gesperrt. Bitte zuerst entsperren.');
    return this.createAndMail(account, helper.name, work);
  }

  private async createAndMail(
    { id: accountId, name, email }: Resettable,
    helper: string | null,
    work: WorkContext,
  ): Promise<PasswordResetLinkDto> {
    const token = newToken();
    const expires = new Date(this.clock.now().getTime() + VALID_MS);
    await this.database.run(asSystem(work), async () => {
      const createdBy = work.actor.accountId;
      await this.resets.insert({ id: uuidv7(), accountId, token, createdBy, expiresAt: expires });
      await this.audit.record({
        action: 'password_reset.create',
        objectType: 'account',
        objectId: accountId,
        chain: accountId,
      });
    });
    // In the fragment, so that the secret reaches no server log and no Referer.
    const link = `${this.settings.publicUrl}/neues-passwort#${token}`;
    const expiresAt = expires.toISOString();
    const letter = LETTERS.passwordReset({ name, helper, link, expiresAt });
    return { link, expiresAt, delivery: await this.mailer.send({ name, address: email }, letter) };
  }
}
