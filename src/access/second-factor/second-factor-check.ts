import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { NOBODY, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { Brake, type Limit } from '../sessions/brake.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { stepOf } from './totp.js';

const TOTP_CODE = /^\d{6}$/;

/** Asks for the second factor of somebody whose password was right. To be called outside of a transaction. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly brake: Brake,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Whether the account has a confirmed one. */
  async isOn(accountId: string, work: WorkContext): Promise<boolean> {
    return (await this.secretOf(accountId, asPerson(work, accountId))) !== null;
  }

  /**
   * Passes for accounts without a second factor, and with a good code; uses the code up.
   * @returns whether there is one
   * @throws Problem 422 `second_factor_code_required` or `wrong_code`, 429
   */
  async assert(accountId: string, code: string | undefined, work: WorkContext): Promise<boolean> {
    const context = asPerson(work, accountId);
    const secret = await this.secretOf(accountId, context);
    if (secret === null) return false;
    if (code === undefined) throw codeRequired();
    const limit = codesOf(accountId);
    await this.database.run(context, () => this.brake.admit([limit]));
    const isRight = await this.database.run(context, () => this.use(accountId, secret, code));
    if (!isRight) throw wrongCode();
    await this.database.run(context, () => this.brake.release(limit));
    return true;
  }

  private async secretOf(accountId: string, context: WorkContext): Promise<Buffer | null> {
    const factor = await this.database.run(context, () => this.factors.find(accountId));
    return factor?.secret ?? null;
  }

  private async use(accountId: string, secret: Buffer, typed: string): Promise<boolean> {
    const code = typed.replace(/\s/g, '');
    if (TOTP_CODE.test(code)) {
      const step = stepOf(secret, code, this.clock.now());
      return step !== null && this.factors.useStep(accountId, step);
    }
    const isRight = await this.factors.useCode(accountId, code);
    if (isRight)
      await this.audit.record({
        action: 'recovery_code.use',
        objectType: 'account',
        objectId: accountId,
        chain: accountId,
      });
    return isRight;
  }
}

// By account alone, since who gets here knows the password; up to a quarter of an hour, since six digits can be guessed.
function codesOf(accountId: string): Limit {
  return { kind: 'codes of account', value: accountId, free: 5, longestWaitSeconds: 900 };
}

function asPerson(work: WorkContext, accountId: string): WorkContext {
  return { ...work, actor: { ...NOBODY, kind: 'person', accountId } };
}

function codeRequired(): Problem {
  return Problem.invalid(
    'code',
    'Code fehlt: bitte den Code aus der Authenticator-App oder einen Notfallcode angeben.',
    'second_factor_code_required',
  );
}

export function wrongCode(): Problem {
  return Problem.invalid(
    'code',
    'Code: Er stimmt nicht oder wurde schon benutzt. Bitte den nächsten Code aus der App abwarten.',
    'wrong_code',
  );
}
