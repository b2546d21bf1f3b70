import { Injectable } from '@nestjs/common';
import { PROOF_COLUMNS } from '../../access/tablets/account-proof.repository.js';
import { Database } from '../../database/database.js';
import type { TabletPersonDto } from './tablet-person.dto.js';

// On the staff of a house ($1), and not shut out.
const STAFF = `from accounts a left join account_pins p on p.account_id = a.id left join account_badges b on b.account_id = a.id
  where a.disabled_at is null and exists (select from account_roles r where r.account_id = a.id and r.institution_id = $1
    and r.role in ('educator', 'institution_lead'))`;

/** A person as the tablet shows them: everybody who comes by reads it. */
export interface PersonOnTablet {
  accountId: string;
  name: string;
  hasPin: boolean;
  hasBadge: boolean;
  locked: boolean;
}

/** Who unlocks the tablets of a house. */
@Injectable()
export class TabletPersonRepository {
  constructor(private readonly database: Database) {}

  list(institutionId: string): Promise<TabletPersonDto[]> {
    return this.database.query<TabletPersonDto>(
      `select a.id as "accountId", a.name, ${PROOF_COLUMNS} ${STAFF} order by a.name, a.id`,
      [institutionId],
    );
  }

  listShown(institutionId: string): Promise<PersonOnTablet[]> {
    return this.database.query<PersonOnTablet>(
      `select a.id as "accountId", a.name, p.pin_hash is not null as "hasPin", b.account_id is not null as "hasBadge",
         coalesce(p.locked_at is not null, false) as locked ${STAFF} order by a.name, a.id`,
      [institutionId],
    );
  }

  async worksAt(institutionId: string, accountId: string): Promise<boolean> {
    const rows = await this.database.query(`select ${STAFF} and a.id = $2`, [institutionId, accountId]);
    return rows.length > 0;
  }

  /** The person, at one of the houses that the actor leads. */
  async findLed(accountId: string): Promise<TabletPersonDto | null> {
    const [row] = await this.database.query<TabletPersonDto>(
      `select a.id as "accountId", a.name, ${PROOF_COLUMNS}
       from accounts a left join account_pins p on p.account_id = a.id left join account_badges b on b.account_id = a.id
       where a.id = $1 and exists (select from account_roles r where r.account_id = a.id
         and r.institution_id = any ((select app_lead_houses())::uuid[]) and r.role in ('educator', 'institution_lead'))`,
      [accountId],
    );
    return row ?? null;
  }
}
