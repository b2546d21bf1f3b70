import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Training } from './training.entity.js';

/** A date of a training. */
@Entity('training_sessions')
@ForeignKey(() => Training, ['trainingId'], ['id'], {
  name: 'training_sessions_training_fk',
  onDelete: 'CASCADE',
})
@Index('training_sessions_training_ix', ['trainingId'])
@Index('training_sessions_held_on_ix', ['heldOn'])
@Check('training_sessions_order_ck', 'ends_at > starts_at')
@Check('training_sessions_break_ck', 'break_minutes between 0 and 600')
export class TrainingSession {
  @Column('uuid', { name: 'training_id' })
  trainingId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'training_sessions_pk' })
  id: string;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  /** Clock time in Europe/Berlin, as `endsAt`. */
  @Column('time', { name: 'starts_at', precision: 0 })
  startsAt: string;

  @Column('time', { name: 'ends_at', precision: 0 })
  endsAt: string;

  @Column('smallint', { name: 'break_minutes', default: 0 })
  breakMinutes: number;

  /** Where it is not the training's place. */
  @Column('text', { nullable: true })
  place: string | null;
}
