import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** What a person knows; apart from the account, so that reading a colleague's name never carries the hash along. */
@Entity('credentials')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'credentials_account_fk', onDelete: 'CASCADE' })
export class Credential {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'credentials_pk' })
  accountId: string;

  /** argon2id, PHC string. Null: the person has to be given a new password by a link. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** A short password, which is good only beside a second factor. */
  @Column('boolean', { name: 'needs_second_factor', default: false })
  needsSecondFactor: boolean;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;
}
