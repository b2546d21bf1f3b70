import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../../access/accounts/person.repository.js';
import { OwnPassword } from '../../access/passwords/own-password.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { Erasing } from './erasing.js';
import { ErasurePreviews } from './erasure-previews.js';
import type { AccountErasurePreviewDto, EraseAccountDto } from './erasure.dto.js';
import { cannotErase, ownAccount } from './erasure.problems.js';

/** Erasing an account by request (Art. 17). Cannot be taken back. */
@Injectable()
export class AccountErasureService {
  constructor(
    private readonly database: Database,
    private readonly password: OwnPassword,
    private readonly people: PersonRepository,
    private readonly previews: ErasurePreviews,
    private readonly erasing: Erasing,
  ) {}

  /** @throws Problem 404 */
  async preview(id: string, work: WorkContext): Promise<AccountErasurePreviewDto> {
    // It is counted with the eyes of the system: no policy asks who wants to know.
    if (!work.actor.administrator) throw Problem.notFound();
    const preview = await this.database.run(asSystem(work), () => this.previews.ofAccount(id));
    if (!preview) throw Problem.notFound();
    return preview;
  }

  /** @throws Problem 404, 409 for the own account, the last administrator's, somebody registered, 422 or 429 for a wrong password */
  async erase(id: string, { password, staffRecord }: EraseAccountDto, work: WorkContext): Promise<void> {
    await this.preview(id, work);
    if (id === work.actor.accountId) throw ownAccount();
    await this.password.assert(password, work);
    await this.database.run(asSystem(work), async () => {
      const [account] = await this.database.query<{ administers: boolean }>(
        `select exists (select from account_roles r where r.account_id = a.id and r.role = 'administrator') as administers
         from accounts a where a.id = $1 for update`,
        [id],
      );
      if (!account) throw Problem.notFound();
      if (account.administers && !(await this.people.isOtherAdministrator(id))) throw lastAdministrator();
      if (staffRecord === true) await this.eraseStaffOf(id);
      await this.erasing.eraseAccount(id, 'requested');
    });
  }

  private async eraseStaffOf(accountId: string): Promise<void> {
    const members = await this.database.query<{ id: string; institutionId: string }>(
      'select s.id, s.institution_id as "institutionId" from staff_members s where s.account_id = $1 for update',
      [accountId],
    );
    for (const { id } of members) {
      const obstacle = await this.previews.obstacle(id);
      if (obstacle !== null) throw cannotErase(obstacle);
    }
    if (members.length > 0) await this.erasing.eraseStaff(members, 'requested');
  }
}

function lastAdministrator(): Problem {
  return new Problem(
    409,
    'last_administrator',
    'Das ist die letzte Person, die das System verwalten kann. Bitte erst jemand anderem diese Rolle geben.',
  );
}
