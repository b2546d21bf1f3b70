import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { Brake, type Limit } from '../sessions/brake.js';
import { verifyAgainstNothing, verifyPassword } from './passwords.js';

/** Asks somebody who is signed in for their password, before what a forgotten tablet must not do. Outside of a transaction. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly brake: Brake,
  ) {}

  /** @throws Problem 422 `wrong_credentials` at `field`, 429 */
  async assert(password: string, work: WorkContext, field = 'password'): Promise<void> {
    const accountId = work.actor.accountId ?? '';
    const limit: Limit = { kind: 'own password', value: accountId, free: 5, longestWaitSeconds: 60 };
    await this.database.run(work, () => this.brake.admit([limit]));
    const stored = await this.database.run(work, () => this.accounts.findPasswordHash(accountId));
    const isRight =
      stored === null ? await verifyAgainstNothing(password) : await verifyPassword(stored, password);
    if (!isRight)
      throw Problem.invalid(field, 'Passwort: Das bisherige Passwort stimmt nicht.', 'wrong_credentials');
    await this.database.run(work, () => this.brake.release(limit));
  }
}
