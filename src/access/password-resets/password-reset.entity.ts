import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** A link by which a person chooses a new password. */
@Entity('password_resets')
@Unique('password_resets_token_uq', ['tokenHash'])
@Index('password_resets_account_ix', ['accountId'])
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'password_resets_account_fk', onDelete: 'CASCADE' })
@ForeignKey(() => Account, ['createdBy'], ['id'], {
  name: 'password_resets_created_by_fk',
  onDelete: 'SET NULL',
})
export class PasswordReset {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'password_resets_pk' })
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** Null: asked for on the sign-in page. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
