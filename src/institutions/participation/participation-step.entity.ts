import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Participation } from './participation.entity.js';

/** A state that a run reached on a day. Never overwritten: a correction withdraws it, and says why. */
@Entity('participation_steps')
@ForeignKey(() => Participation, ['institutionId', 'participationId'], ['institutionId', 'id'], {
  name: 'participation_steps_participation_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@Index('participation_steps_uq', ['institutionId', 'participationId', 'status'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Index('participation_steps_id_ix', ['id'])
@Index('participation_steps_participation_ix', ['institutionId', 'participationId'])
@Check(
  'participation_steps_status_ck',
  `status in ('requested', 'registered', 'initial_consultation', 'choosing_modules', 'active', 'completed', 'cancelled')`,
)
@Check('participation_steps_reason_ck', `status <> 'cancelled' or length(reason) > 0`)
@Check('participation_steps_correction_ck', 'withdrawn_at is null or length(correction) > 0')
export class ParticipationStep {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'participation_steps_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'participation_steps_pk' })
  id: string;

  @Column('uuid', { name: 'participation_id' })
  participationId: string;

  @Column('text')
  status: string;

  @Column('date', { name: 'reached_on' })
  reachedOn: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** Why it was withdrawn, or entered out of turn. */
  @Column('text', { nullable: true })
  correction: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;
}
