import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Result } from './result.entity.js';

/** One try, as it was noted; every one is kept. */
@Entity('trials')
@Unique('trials_number_uq', ['institutionId', 'resultId', 'number'])
@ForeignKey(() => Result, ['institutionId', 'resultId'], ['institutionId', 'id'], {
  name: 'trials_result_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Account, ['recordedBy'], ['id'], { name: 'trials_recorded_by_fk', onDelete: 'SET NULL' })
@Index('trials_id_ix', ['id'])
@Check('trials_number_ck', 'number between 1 and 12')
@Check('trials_value_ck', 'valid = (value is not null)')
export class Trial {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'trials_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trials_pk' })
  id: string;

  @Column('uuid', { name: 'result_id' })
  resultId: string;

  /** From 1; the protocol says how many there are. */
  @Column('smallint')
  number: number;

  @Column('numeric', { nullable: true })
  value: string | null;

  /** false: a failed try, which has no value. */
  @Column('boolean')
  valid: boolean;

  /** An unlikely value that somebody said yes to. */
  @Column('boolean', { default: false })
  confirmed: boolean;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
