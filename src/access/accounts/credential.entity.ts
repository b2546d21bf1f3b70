import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** What a person knows; apart from the account, so that reading a colleague's name never carries the hash along. */
@Entity('credentials')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'credentials_account_fk', onDelete: 'CASCADE' })
export class Credential {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'credentials_pk' })
  accountId: string;

  /** argon2id, PHC string. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;
}
