import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { removeVersion } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import type { ChildTransferDto } from './child-transfer.dto.js';

const COLUMNS = `t.id, t.institution_id as "institutionId", t.child_id as "childId",
  (select c.code from children c where c.institution_id = t.institution_id and c.id = t.child_id) as "childCode",
  to_json(t.created_at) #>> '{}' as "createdAt", t.expires_on::text as "expiresOn", to_json(t.redeemed_at) #>> '{}' as "redeemedAt", t.version`;

export interface NewTransfer {
  id: string;
  institutionId: string;
  childId: string;
  codeHash: Buffer;
  expiresOn: CalendarDate;
}

/** A transfer as the receiving house finds it. */
export interface FoundTransfer {
  id: string;
  institutionId: string;
  childId: string;
  expiresOn: string;
  isRedeemed: boolean;
  toInstitutionId: string | null;
  toChildId: string | null;
  /** The old house still has the parents' consent. */
  hasConsent: boolean;
  birthMonth: string | null;
  sex: string | null;
}

@Injectable()
export class ChildTransferRepository {
  constructor(private readonly database: Database) {}

  async list(
    institutionId: string | null,
    after: CursorKey | null,
    limit: number,
  ): Promise<ChildTransferDto[]> {
    return this.database.query<ChildTransferDto>(
      `select * from (select ${COLUMNS} from child_transfers t where $1::uuid is null or t.institution_id = $1) x
       where $2::text is null or (x."childCode", x.id) > ($2, $3::uuid) order by x."childCode", x.id limit $4`,
      [institutionId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(id: string): Promise<ChildTransferDto | null> {
    const [row] = await this.database.query<ChildTransferDto>(
      `select ${COLUMNS} from child_transfers t where t.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** One open code for a child: a new one takes the place of the one before. */
  async put({ id, institutionId, childId, codeHash, expiresOn }: NewTransfer): Promise<ChildTransferDto> {
    const [row] = await this.database.query<ChildTransferDto>(
      `insert into child_transfers as t (institution_id, id, child_id, code_hash, expires_on) values ($1, $2, $3, $4, $5)
       on conflict (institution_id, child_id) where redeemed_at is null do update set code_hash = excluded.code_hash,
         created_at = now(), expires_on = excluded.expires_on, version = t.version + 1
       returning ${COLUMNS}`,
      [institutionId, id, childId, codeHash, expiresOn],
    );
    if (!row) throw new Error('the transfer is not there');
    return row;
  }

  remove({ institutionId, id }: ChildTransferDto, version: number): Promise<boolean> {
    return removeVersion(this.database, 'child_transfers', { institutionId, id }, version);
  }

  /**
   * Holds the child until the transaction ends, so that a code is redeemed once, and no consent withdrawn meanwhile; above all houses, so as the
   * system only.
   */
  async lockByCode(codeHash: Buffer): Promise<FoundTransfer | null> {
    await this.database.query(
      `select from children where (institution_id, id) in
         (select t.institution_id, t.child_id from child_transfers t where t.code_hash = $1) for update`,
      [codeHash],
    );
    const [row] = await this.database.query<FoundTransfer>(
      `select t.id, t.institution_id as "institutionId", t.child_id as "childId", t.expires_on::text as "expiresOn",
         t.redeemed_at is not null as "isRedeemed", t.to_institution_id as "toInstitutionId", t.to_child_id as "toChildId",
         exists (select from consents k where k.institution_id = t.institution_id and k.child_id = t.child_id and k.withdrawn_on is null)
           as "hasConsent", c.birth_month::text as "birthMonth", c.sex
       from child_transfers t join children c on c.institution_id = t.institution_id and c.id = t.child_id where t.code_hash = $1`,
      [codeHash],
    );
    return row ?? null;
  }

  async redeem(
    { institutionId, id }: FoundTransfer,
    toInstitutionId: string,
    toChildId: string,
  ): Promise<void> {
    await this.database.query(
      `update child_transfers set redeemed_at = now(), to_institution_id = $3, to_child_id = $4, version = version + 1
       where institution_id = $1 and id = $2`,
      [institutionId, id, toInstitutionId, toChildId],
    );
  }
}
