import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../../institutions/institution.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Training } from '../trainings/training.entity.js';

/** A staff member on a training. */
@Entity('training_registrations')
@Unique('training_registrations_uq', ['trainingId', 'staffMemberId'])
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'training_registrations_institution_fk' })
@ForeignKey(() => Training, ['trainingId'], ['id'], { name: 'training_registrations_training_fk' })
@ForeignKey(() => StaffMember, ['staffMemberId'], ['id'], { name: 'training_registrations_member_fk' })
@ForeignKey(() => Account, ['registeredBy'], ['id'], {
  name: 'training_registrations_by_fk',
  onDelete: 'SET NULL',
})
@Index('training_registrations_id_ix', ['id'])
@Index('training_registrations_member_ix', ['staffMemberId'])
@Check('training_registrations_state_ck', `state in ('confirmed', 'waiting', 'withdrawn', 'walk_in')`)
export class TrainingRegistration {
  /** The house that the person comes from. */
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'training_registrations_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'training_registrations_pk' })
  id: string;

  @Column('uuid', { name: 'training_id' })
  trainingId: string;

  @Column('uuid', { name: 'staff_member_id' })
  staffMemberId: string;

  @Column('text')
  state: string;

  /** Order of arrival in this training. */
  @Column('integer')
  arrival: number;

  /** 1 is next; null for who does not wait. Numbered by a trigger. */
  @Column('integer', { name: 'waiting_place', nullable: true })
  waitingPlace: number | null;

  @Column('uuid', { name: 'registered_by', nullable: true })
  registeredBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
