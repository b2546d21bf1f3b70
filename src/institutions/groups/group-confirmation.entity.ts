import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../institution.entity.js';

/** Somebody has said that a house's groups of a school year are right. */
@Entity('group_confirmations')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'group_confirmations_institution_fk' })
@ForeignKey(() => Account, ['confirmedBy'], ['id'], {
  name: 'group_confirmations_confirmed_by_fk',
  onDelete: 'SET NULL',
})
@Check('group_confirmations_school_year_ck', 'school_year between 2000 and 2199')
export class GroupConfirmation {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'group_confirmations_pk' })
  institutionId: string;

  @PrimaryColumn('smallint', { name: 'school_year', primaryKeyConstraintName: 'group_confirmations_pk' })
  schoolYear: number;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', default: () => 'now()' })
  confirmedAt: Date;
}
