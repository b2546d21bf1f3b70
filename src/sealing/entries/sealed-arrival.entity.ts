import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';

/** That a sealed entry has arrived, so that sent again it is the same one. */
@Entity('sealed_arrivals')
@ForeignKey(() => Account, ['authorAccountId'], ['id'], {
  name: 'sealed_arrivals_author_fk',
  onDelete: 'CASCADE',
})
@Index('sealed_arrivals_author_ix', ['authorAccountId'])
@Index('sealed_arrivals_arrived_ix', ['arrivedAt'])
@Check('sealed_arrivals_outcome_ck', `outcome in ('stored', 'withdrawn', 'held')`)
export class SealedArrival {
  /** Of the row on the device. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sealed_arrivals_pk' })
  id: string;

  @Column('uuid', { name: 'author_account_id' })
  authorAccountId: string;

  /** SHA-256 of the envelope. */
  @Column('bytea')
  digest: Buffer;

  /** stored | withdrawn | held */
  @Column('text')
  outcome: string;

  @Column('timestamptz', { name: 'arrived_at', default: () => 'now()' })
  arrivedAt: Date;
}
