import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../institution.entity.js';

/** Who coaches a house, from the first to the last day, both inclusive. */
@Entity('coach_assignments')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'coach_assignments_institution_fk' })
@ForeignKey(() => Account, ['accountId'], ['id'], {
  name: 'coach_assignments_account_fk',
  onDelete: 'SET NULL',
})
@Index('coach_assignments_id_ix', ['id'])
@Index('coach_assignments_account_ix', ['accountId'])
@Index('coach_assignments_open_uq', ['institutionId'], { unique: true, where: 'last_day is null' })
@Check('coach_assignments_order_ck', 'last_day >= first_day')
export class CoachAssignment {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'coach_assignments_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'coach_assignments_pk' })
  id: string;

  /** Null once the coach's account is erased. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('date', { name: 'first_day' })
  firstDay: string;

  @Column('date', { name: 'last_day', nullable: true })
  lastDay: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
