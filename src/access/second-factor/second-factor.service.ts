import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { OwnPassword } from '../passwords/own-password.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { newRecoveryCodes } from './recovery-codes.js';
import { needsSecondFactor } from './second-factor-rules.js';
import { SecondFactorCheck, wrongCode } from './second-factor-check.js';
import type {
  RecoveryCodesDto,
  RemoveSecondFactorDto,
  SecondFactorDto,
  SecondFactorSecretDto,
  StartSecondFactorDto,
} from './second-factor.dto.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { keyUri, newSecret, secretText, stepOf } from './totp.js';

/** The own second factor: set up, replaced, switched off. Opens its transactions itself, since it asks for the password in between. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly password: OwnPassword,
    private readonly check: SecondFactorCheck,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get(work: WorkContext): Promise<SecondFactorDto> {
    return this.database.run(work, async () => {
      const factor = await this.factors.find(idOf(work));
      return {
        on: factor?.confirmedAt instanceof Date,
        required: needsSecondFactor(work.actor, this.settings),
        confirmedAt: factor?.confirmedAt?.toISOString() ?? null,
        recoveryCodesLeft: await this.factors.countCodes(idOf(work)),
        passwordNeeded: work.actor.secondFactor || !(await this.sessions.isFresh(work.actor.sessionId)),
      };
    });
  }

  /** A new secret, good once a code from it is confirmed; until then everything stays as it was. */
  async start({ password, code }: StartSecondFactorDto, work: WorkContext): Promise<SecondFactorSecretDto> {
    const { passwordNeeded } = await this.get(work);
    if (passwordNeeded) {
      if (password === undefined)
        throw Problem.invalid('password', 'Passwort fehlt: bitte das eigene Passwort angeben.');
      await this.password.assert(password, work);
    }
    await this.check.assert(idOf(work), code, work);
    const secret = newSecret();
    return this.database.run(work, async () => {
      await this.accounts.lockFor(work.actor);
      await this.factors.begin(idOf(work), secret);
      await this.record('second_factor.begin', work);
      const { email } = await this.accounts.get(idOf(work));
      return { secret: secretText(secret), uri: keyUri(secret, email) };
    });
  }

  /** Switches it on by a first code, and signs the person out elsewhere. */
  confirm(code: string, work: WorkContext): Promise<RecoveryCodesDto> {
    return this.database.run(work, async () => {
      await this.accounts.lockFor(work.actor);
      const pending = (await this.factors.find(idOf(work)))?.pendingSecret;
      if (!pending)
        throw new Problem(409, 'second_factor_not_begun', 'Bitte die Einrichtung noch einmal beginnen.');
      const step = stepOf(pending, code.replace(/\s/g, ''), this.clock.now());
      if (step === null || !(await this.factors.confirm(idOf(work), pending, step))) throw wrongCode();
      await this.accounts.endSessions(idOf(work), work.actor.sessionId);
      await this.record('second_factor.create', work);
      return this.freshCodes(work);
    });
  }

  /** Ten new recovery codes; the ones before are void. */
  async renewCodes(password: string, work: WorkContext): Promise<RecoveryCodesDto> {
    await this.password.assert(password, work);
    return this.database.run(work, async () => {
      if (!work.actor.secondFactor) throw notOn();
      await this.accounts.lockFor(work.actor);
      await this.record('recovery_code.renew', work);
      return this.freshCodes(work);
    });
  }

  async remove({ password, code }: RemoveSecondFactorDto, work: WorkContext): Promise<void> {
    await this.password.assert(password, work);
    if (!work.actor.secondFactor) throw notOn();
    if (needsSecondFactor(work.actor, this.settings)) throw required();
    await this.check.assert(idOf(work), code, work);
    await this.database.run(work, async () => {
      await this.accounts.lockFor(work.actor);
      if (await this.accounts.passwordNeedsSecondFactor(idOf(work))) throw passwordTooShort();
      await this.factors.remove(idOf(work));
      await this.accounts.endSessions(idOf(work), work.actor.sessionId);
      await this.record('second_factor.remove', work);
    });
  }

  private async freshCodes(work: WorkContext): Promise<RecoveryCodesDto> {
    const recoveryCodes = newRecoveryCodes();
    await this.factors.replaceCodes(idOf(work), recoveryCodes);
    return { recoveryCodes };
  }

  private record(action: string, work: WorkContext): Promise<void> {
    const objectId = idOf(work);
    return this.audit.record({ action, objectType: 'account', objectId, chain: objectId });
  }
}

function idOf({ actor }: WorkContext): string {
  if (actor.accountId === null) throw Problem.signedOut();
  return actor.accountId;
}

function notOn(): Problem {
  return new Problem(409, 'second_factor_off', 'Der zweite Faktor ist nicht eingeschaltet.');
}

function required(): Problem {
  return new Problem(
    409,
    'second_factor_required',
    'Mit dieser Rolle ist der zweite Faktor Pflicht. Er lässt sich neu einrichten, aber nicht abschalten.',
  );
}

function passwordTooShort(): Problem {
  return new Problem(
    409,
    'password_too_short_alone',
    'Das Passwort ist allein zu kurz. Bitte zuerst ein Passwort mit mindestens 15 Zeichen wählen.',
  );
}
