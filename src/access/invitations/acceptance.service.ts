import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository, type NewPassword, type Proof } from '../accounts/account.repository.js';
import { passwordFault } from '../passwords/password-policy.js';
import { hashPassword, verifyAgainstNothing, verifyPassword } from '../passwords/passwords.js';
import { SecondFactorCheck } from '../second-factor/second-factor-check.js';
import { type Credentials, SessionRepository } from '../sessions/session.repository.js';
import { type OpenedSession, SessionService } from '../sessions/session.service.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.js';
import type { AcceptInvitationDto, InvitationPreviewDto } from './invitation.dto.js';
import { InvitationRepository, type InvitationRow } from './invitation.repository.js';

interface Newcomer {
  accountId: string;
  /** Whether the account was there before. */
  isKnown: boolean;
  email: string;
  name: string;
  /** Null when the account has a password already and it was the right one. */
  password: NewPassword | null;
  proof: Proof;
}

/** From an invitation link to an account: nobody is signed in yet, so the presented token is what opens the door. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly accounts: AccountRepository,
    private readonly credentials: SessionRepository,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
    private readonly secondFactor: SecondFactorCheck,
    private readonly audit: Audit,
  ) {}

  /** For whom the link is; looking does not use it up. */
  async preview(token: string, work: WorkContext): Promise<InvitationPreviewDto> {
    const { invitation, known } = await this.look(token, undefined, work);
    const { name, email, role, institutionName, municipalityName, expiresAt } = invitation;
    const accountExists = known !== null;
    return {
      name,
      email,
      role,
      institutionName,
      municipalityName,
      expiresAt: expiresAt.toISOString(),
      accountExists,
    };
  }

  /** Uses the link up, makes the account (or adds the role to the existing one) and signs in. */
  async accept(dto: AcceptInvitationDto, work: WorkContext, device: string): Promise<OpenedSession> {
    const { invitation, known } = await this.look(dto.token, dto.email, work);
    const email = invitation.email ?? dto.email;
    if (email === undefined)
      throw Problem.invalid('email', 'E-Mail-Adresse fehlt: bitte Ihre E-Mail-Adresse angeben.');
    const newcomer = await this.recognise({ ...dto, email }, known, work);
    await this.database.run(asSystem(work, newcomer.accountId), () => this.enrol(invitation, newcomer));
    return this.sessions.open(newcomer.accountId, newcomer.proof, work, device);
  }

  private look(
    token: string,
    ownEmail: string | undefined,
    work: WorkContext,
  ): Promise<{ invitation: InvitationRow; known: Credentials | null }> {
    return this.database.run(asSystem(work, null), async () => {
      const invitation = await this.invitations.findOpen(token);
      if (!invitation) throw invalidLink();
      const email = invitation.email ?? ownEmail;
      const known = email === undefined ? null : await this.credentials.findCredentials(email);
      // Whoever came a moment before may have made that account with this very invitation.
      if (known && !(await this.invitations.findOpen(token))) throw invalidLink();
      return { invitation, known };
    });
  }

  private async recognise(
    dto: AcceptInvitationDto & { email: string },
    known: Credentials | null,
    work: WorkContext,
  ): Promise<Newcomer> {
    if (known?.disabled) throw invalidLink();
    const { email, name } = dto;
    if (known) {
      const proof = await this.assertOwner(dto, known, work);
      return { accountId: known.accountId, isKnown: true, email, name, password: null, proof };
    }
    const fault = passwordFault(dto.password, dto);
    if (fault !== null) throw Problem.invalid('password', fault, 'weak_password');
    const password = { hash: await hashPassword(dto.password), needsSecondFactor: false };
    const proof = { passwordHash: password.hash, secondFactor: false };
    return { accountId: uuidv7(), isKnown: false, email, name, password, proof };
  }

  /**
   * Whoever accepts must be able to sign in to the account; one without a password needs a link for a new one first, since the inviter
   * knows the invitation's link too.
   */
  private async assertOwner(
    { email, password, code }: { email: string; password: string; code?: string },
    { accountId, passwordHash }: Credentials,
    work: WorkContext,
  ): Promise<Proof> {
    const origin = work.origin ?? '';
    await this.database.run(work, () => this.throttle.admit(email, origin));
    const isRight = passwordHash
      ? await verifyPassword(passwordHash, password)
      : await verifyAgainstNothing(password);
    if (!isRight || !passwordHash) throw wrongPassword();
    if (code === undefined && (await this.secondFactor.isOn(accountId, work)))
      await this.database.run(work, () => this.throttle.excuse(email, origin));
    const secondFactor = await this.secondFactor.assert(accountId, code, work);
    await this.database.run(work, () => this.throttle.forgive(email, origin));
    return { passwordHash, secondFactor };
  }

  private async enrol(
    invitation: InvitationRow,
    { accountId, isKnown, email, name, password }: Newcomer,
  ): Promise<void> {
    if (!(await this.invitations.consume(invitation.id))) throw invalidLink();
    const isNew = await this.accounts.create({ id: accountId, email, name });
    // Two invitations to one new address, accepted at once: the later one has to give the password the first has just set.
    if (!isNew && !isKnown) throw Problem.busy(1);
    if (password !== null) await this.accounts.setPassword(accountId, password);
    const { role, institutionId, municipalityId } = invitation;
    // The row's municipality is also filled for display where the role belongs to a house.
    await this.accounts.addRole({
      id: uuidv7(),
      accountId,
      role,
      institutionId,
      municipalityId: institutionId === null ? municipalityId : null,
    });
    await this.accounts.endSessions(accountId);
    await this.audit.record({
      action: isNew ? 'account.create' : 'account.add_role',
      objectType: 'account',
      objectId: accountId,
      fields: ['role'],
    });
  }
}

function invalidLink(): Problem {
  return new Problem(
    404,
    'invitation_invalid',
    'Dieser Einladungslink gilt nicht (mehr). Bitte lassen Sie sich einen neuen schicken.',
  );
}

function wrongPassword(): Problem {
  return Problem.invalid(
    'password',
    'Passwort: Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte geben Sie dessen Passwort ein.',
    'wrong_credentials',
  );
}
