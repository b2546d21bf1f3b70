import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** The printed badge by which a person unlocks a shared tablet instead of with the PIN. */
@Entity('account_badges')
@Unique('account_badges_secret_uq', ['secretHash'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'account_badges_account_fk', onDelete: 'CASCADE' })
export class AccountBadge {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'account_badges_pk' })
  accountId: string;

  /** SHA-256; the secret itself is only on the badge. */
  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
