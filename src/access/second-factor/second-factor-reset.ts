import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository } from '../accounts/account.repository.js';
import type { SecondFactorResetDto } from './second-factor.dto.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** For somebody who has lost both phone and recovery codes, and stands in front of the administrator. */
@Injectable()
export class SecondFactorReset {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 404 when there is no such account or it has none, 409 for the own */
  async reset(accountId: string, work: WorkContext): Promise<SecondFactorResetDto> {
    if (accountId === work.actor.accountId) throw ownAccount();
    // As the system, since a second factor is nobody's business but its owner's; the trail names the administrator.
    return this.database.run(asSystem(work), async () => {
      await this.accounts.lock(accountId);
      const passwordRemoved = await this.accounts.passwordNeedsSecondFactor(accountId);
      if (!(await this.factors.remove(accountId))) throw Problem.notFound();
      if (passwordRemoved) await this.accounts.removePassword(accountId);
      await this.accounts.endSessions(accountId);
      await this.audit.record({
        action: 'second_factor.reset',
        objectType: 'account',
        objectId: accountId,
        chain: accountId,
      });
      return { passwordRemoved };
    });
  }
}

function ownAccount(): Problem {
  return new Problem(
    409,
    'own_account',
    'Den eigenen zweiten Faktor ersetzt man unter „Mein Konto“, oder eine andere Person mit der Rolle Administration setzt ihn zurück.',
  );
}
