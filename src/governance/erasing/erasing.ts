import { Injectable } from '@nestjs/common';
import { Audit, INSTALLATION_CHAIN } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { accountStatements } from './account-statements.js';
import { staffStatements } from './staff-statements.js';

/** By somebody's wish (Art. 17), or because their time is over. */
export type ErasingReason = 'requested' | 'retention';

const IDS = 'select unnest($1::uuid[])';

/** Erases people, with a note in the journal and in the trail; part of the caller's transaction, which has the reach of the system. */
@Injectable()
export class Erasing {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The account with all that leads into it; what the person did stays without a name. */
  async eraseAccount(id: string, reason: ErasingReason): Promise<void> {
    for (const statement of accountStatements(IDS)) await this.database.query(statement, [[id]]);
    await this.note([{ id, institutionId: null }], 'account', reason);
    // Not in the account's own chain, which goes with the security log.
    const about = { action: 'account.erase', objectType: 'account', objectId: id };
    await this.audit.record({ ...about, chain: INSTALLATION_CHAIN });
  }

  /** Records of the staff; those that registrations hang on stay and name nobody. */
  async eraseStaff(members: { id: string; institutionId: string }[], reason: ErasingReason): Promise<void> {
    const ids = members.map(({ id }) => id);
    for (const statement of staffStatements(IDS)) await this.database.query(statement, [ids]);
    await this.note(members, 'staff_member', reason);
    const about = { action: 'staff_member.erase', objectType: 'staff_member' };
    await this.audit.recordAll(
      members.map(({ id: objectId, institutionId }) => ({ ...about, objectId, institutionId })),
    );
  }

  private async note(
    gone: { id: string; institutionId: string | null }[],
    objectType: string,
    reason: ErasingReason,
  ): Promise<void> {
    await this.database.query(
      `insert into erasures (institution_id, id, object_type, object_id, reason, erased_by)
       select x."institutionId", gen_random_uuid(), $2, x.id, $3, app_actor_id()
       from jsonb_to_recordset($1) as x ("institutionId" uuid, id uuid)`,
      [JSON.stringify(gone), objectType, reason],
    );
  }
}
