import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../../institutions/institution.entity.js';
import { StaffMember } from './staff-member.entity.js';

/** That somebody works in a house. */
@Entity('staff_positions')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'staff_positions_institution_fk' })
@ForeignKey(() => StaffMember, ['staffMemberId'], ['id'], {
  name: 'staff_positions_member_fk',
  onDelete: 'CASCADE',
})
@Index('staff_positions_open_uq', ['institutionId', 'staffMemberId'], {
  unique: true,
  where: 'until is null',
})
@Index('staff_positions_id_ix', ['id'])
@Index('staff_positions_member_ix', ['staffMemberId'])
@Check('staff_positions_order_ck', 'until >= since')
export class StaffPosition {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'staff_positions_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_positions_pk' })
  id: string;

  @Column('uuid', { name: 'staff_member_id' })
  staffMemberId: string;

  @Column('date', { nullable: true })
  since: string | null;

  /** The last day; null while it runs. */
  @Column('date', { nullable: true })
  until: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
