import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** What a person has: the secret shared with an authenticator app. */
@Entity('second_factors')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'second_factors_account_fk', onDelete: 'CASCADE' })
@Check('second_factors_confirmed_ck', '(secret is null) = (confirmed_at is null)')
export class SecondFactor {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'second_factors_pk' })
  accountId: string;

  /** Null until the first code from it was right. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** Shown to be taken into an app, not confirmed yet. */
  @Column('bytea', { name: 'pending_secret', nullable: true })
  pendingSecret: Buffer | null;

  /** The 30 seconds whose code was used last: neither it nor an earlier one is taken again. */
  @Column('bigint', { name: 'last_step', default: 0 })
  lastStep: number;
}
