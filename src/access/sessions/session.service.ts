import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import { type Actor, NOBODY, type SharedTablet, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository, type Proof } from '../accounts/account.repository.js';
import type { Role } from '../roles.js';
import { verifyAgainstNothing, verifyPassword } from '../passwords/passwords.js';
import { lacksSecondFactor } from '../second-factor/second-factor-rules.js';
import { SecondFactorCheck } from '../second-factor/second-factor-check.js';
import { newToken } from './session-cookie.js';
import type { RoleDto, SessionDto, SessionItemDto, SignInDto } from './session.dto.js';
import { SessionRepository } from './session.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';

const HOUR_MS = 3_600_000;
const LONGEST_HOURS = 30 * 24;
// A forgotten phone in a Kita may stay signed in for a week; whoever sees a whole city signs in every working day.
const IDLE_HOURS = 7 * 24;
const IDLE_HOURS_CITYWIDE = 12;
/** Who works in a house. */
const STAFF: readonly string[] = ['educator', 'institution_lead'] satisfies Role[];

export interface OpenedSession {
  token: string;
  expiresAt: Date;
  session: SessionDto;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly throttle: SignInThrottle,
    private readonly secondFactor: SecondFactorCheck,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @throws Problem 401 with the same words for a wrong password and an unknown account, 429 while the brake is on,
   * 422 when the second factor is asked for
   */
  async signIn(
    { email, password, code }: SignInDto,
    work: WorkContext,
    device: string,
  ): Promise<OpenedSession> {
    const origin = work.origin ?? '';
    await this.database.run(work, () => this.throttle.admit(email, origin));
    const credentials = await this.database.run(work, () => this.sessions.findCredentials(email));
    const right = credentials?.passwordHash
      ? await verifyPassword(credentials.passwordHash, password)
      : await verifyAgainstNothing(password);
    if (!credentials?.passwordHash || !right || credentials.disabled) throw wrongCredentials();
    const { accountId, passwordHash } = credentials;
    const secondFactor = await this.askForSecondFactor(accountId, { email, code }, work);
    await this.database.run(work, () => this.throttle.forgive(email, origin));
    return this.open(accountId, { passwordHash, secondFactor }, work, device);
  }

  private async askForSecondFactor(
    accountId: string,
    { email, code }: Pick<SignInDto, 'email' | 'code'>,
    work: WorkContext,
  ): Promise<boolean> {
    if (code === undefined && (await this.secondFactor.isOn(accountId, work))) {
      // Only this try is taken back, not the failures before: who knows the password must not clear them by asking for the code.
      await this.database.run(work, () => this.throttle.excuse(email, work.origin ?? ''));
    }
    return this.secondFactor.assert(accountId, code, work);
  }

  /**
   * Opens a session with a new token for an account whose owner has just been recognised.
   * @throws Problem 401 when the proof was overtaken: while it was looked at, the password was changed, say
   */
  async open(accountId: string, proof: Proof, work: WorkContext, device: string): Promise<OpenedSession> {
    const token = newToken();
    const asPerson: WorkContext = { ...work, actor: { ...NOBODY, kind: 'person', accountId } };
    const expiresAt = await this.database.run(asPerson, async () => {
      await this.accounts.lock(accountId);
      if (!(await this.accounts.isStill(accountId, proof))) throw wrongCredentials();
      const idleHours = (await this.accounts.isCitywide(accountId)) ? IDLE_HOURS_CITYWIDE : IDLE_HOURS;
      const session = {
        id: uuidv7(),
        accountId,
        token,
        device,
        idleUntil: this.inHours(idleHours),
        expiresAt: this.inHours(LONGEST_HOURS),
        tablet: null,
      };
      await this.sessions.create(session);
      await this.audit.record({
        action: 'session.create',
        objectType: 'session',
        objectId: session.id,
        chain: accountId,
      });
      return session.expiresAt;
    });
    const actor = await this.sessions.authenticate(token, work.today);
    if (!actor) throw wrongCredentials();
    const session = await this.database.run({ ...work, actor }, () => this.get());
    return { token, expiresAt, session };
  }

  /** The signed-in person, with roles and names. */
  async get(): Promise<SessionDto> {
    const { actor, today } = this.database.context;
    const { accountId, sessionId, expiresAt } = signedIn(actor);
    const roles = await this.accounts.listRoles(accountId);
    return {
      account: await this.accounts.get(accountId),
      roles: actor.tablet ? rolesOn(actor.tablet, roles) : roles,
      sessionId,
      expiresAt: expiresAt.toISOString(),
      today,
      schoolYear: schoolYearOf(today),
      demo: this.settings.demo,
      secondFactorMissing: lacksSecondFactor(actor, this.settings),
      tablet: actor.tablet,
    };
  }

  async list(): Promise<SessionItemDto[]> {
    const { accountId, sessionId } = signedIn(this.database.actor);
    const open = await this.sessions.listOpen(accountId);
    return open.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: session.id === sessionId,
    }));
  }

  async end(id: string): Promise<void> {
    const { accountId } = signedIn(this.database.actor);
    if (!(await this.sessions.end(accountId, id))) throw Problem.notFound();
    await this.audit.record({
      action: 'session.remove',
      objectType: 'session',
      objectId: id,
      chain: accountId,
    });
  }

  /** Signs the person out everywhere but here. */
  async endOthers(): Promise<void> {
    const { accountId, sessionId } = signedIn(this.database.actor);
    if ((await this.accounts.endSessions(accountId, sessionId)) === 0) return;
    await this.audit.record({
      action: 'session.remove_others',
      objectType: 'account',
      objectId: accountId,
      chain: accountId,
    });
  }

  async endCurrent(): Promise<void> {
    await this.end(signedIn(this.database.actor).sessionId);
  }

  private inHours(hours: number): Date {
    return new Date(this.clock.now().getTime() + hours * HOUR_MS);
  }
}

/** Whoever leads the house is an educator of it at its tablet, and no more. */
function rolesOn({ institutionId }: SharedTablet, roles: RoleDto[]): RoleDto[] {
  const staff = roles.find((held) => held.institutionId === institutionId && STAFF.includes(held.role));
  return staff ? [{ ...staff, role: 'educator' }] : [];
}

function signedIn({ accountId, sessionId, expiresAt }: Actor): {
  accountId: string;
  sessionId: string;
  expiresAt: Date;
} {
  if (accountId === null || sessionId === null || expiresAt === null) throw Problem.signedOut();
  return { accountId, sessionId, expiresAt };
}

function wrongCredentials(): Problem {
  return new Problem(
    401,
    'wrong_credentials',
    'E-Mail-Adresse oder Passwort stimmt nicht. Bitte prüfen Sie beides.',
  );
}
