import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** The PIN by which a person unlocks a shared tablet, and how often somebody got it wrong. */
@Entity('account_pins')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'account_pins_account_fk', onDelete: 'CASCADE' })
@Check('account_pins_changed_ck', '(pin_hash is null) = (changed_at is null)')
export class AccountPin {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'account_pins_pk' })
  accountId: string;

  /** argon2id, PHC string. Null: there is none; tries are counted all the same. */
  @Column('text', { name: 'pin_hash', nullable: true })
  pinHash: string | null;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt: Date | null;

  @Column('integer', { default: 0 })
  failures: number;

  @Column('timestamptz', { name: 'paused_until', nullable: true })
  pausedUntil: Date | null;

  @Column('timestamptz', { name: 'locked_at', nullable: true })
  lockedAt: Date | null;

  /** Wrong ones inside of sealed entries. */
  @Column('integer', { name: 'sealed_failures', default: 0 })
  sealedFailures: number;

  @Column('timestamptz', { name: 'sealed_failed_at', nullable: true })
  sealedFailedAt: Date | null;
}
