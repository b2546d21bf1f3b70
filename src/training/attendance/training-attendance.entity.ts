import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TrainingRegistration } from '../registrations/training-registration.entity.js';
import { TrainingSession } from '../trainings/training-session.entity.js';

/** Whether somebody was there, and for how long: one tick on the list of a session. */
@Entity('training_attendances')
@Unique('training_attendances_uq', ['institutionId', 'registrationId', 'sessionId'])
@ForeignKey(() => TrainingRegistration, ['institutionId', 'registrationId'], ['institutionId', 'id'], {
  name: 'training_attendances_registration_fk',
  onUpdate: 'CASCADE',
})
@ForeignKey(() => TrainingSession, ['sessionId'], ['id'], { name: 'training_attendances_session_fk' })
@Index('training_attendances_session_ix', ['sessionId'])
@Check('training_attendances_state_ck', `state in ('present', 'excused', 'absent')`)
@Check(
  'training_attendances_minutes_ck',
  `minutes between 0 and 1440 and (minutes > 0) = (state = 'present')`,
)
export class TrainingAttendance {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'training_attendances_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'training_attendances_pk' })
  id: string;

  @Column('uuid', { name: 'registration_id' })
  registrationId: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('text')
  state: string;

  @Column('smallint')
  minutes: number;

  @Column('integer', { default: 1 })
  version: number;
}
