import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../../institutions/institution.entity.js';

/** A coach advised a house, or means to. */
@Entity('coach_contacts')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'coach_contacts_institution_fk' })
@ForeignKey(() => Account, ['coachId'], ['id'], { name: 'coach_contacts_coach_fk', onDelete: 'SET NULL' })
@Index('coach_contacts_id_ix', ['id'])
@Index('coach_contacts_held_on_ix', ['institutionId', 'heldOn'])
@Index('coach_contacts_coach_ix', ['coachId'])
@Check('coach_contacts_state_ck', `state in ('planned', 'held', 'cancelled')`)
@Check('coach_contacts_way_ck', `way in ('on_site', 'phone', 'online')`)
@Check('coach_contacts_held_ck', `state <> 'held' or minutes is not null`)
@Check('coach_contacts_minutes_ck', 'minutes between 5 and 600')
@Check('coach_contacts_topics_ck', 'length(topics) between 1 and 2000')
@Check('coach_contacts_next_step_ck', 'length(next_step) between 1 and 300')
@Check(
  'coach_contacts_due_ck',
  'next_step is not null or (next_step_due is null and next_step_done_on is null)',
)
export class CoachContact {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'coach_contacts_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'coach_contacts_pk' })
  id: string;

  /** Null once the coach's account is erased. */
  @Column('uuid', { name: 'coach_id', nullable: true })
  coachId: string | null;

  @Column('text')
  state: string;

  @Column('text')
  way: string;

  /** The day, whether it was or is still to come. */
  @Column('date', { name: 'held_on' })
  heldOn: string;

  /** Local time, Europe/Berlin. */
  @Column('time', { name: 'starts_at', precision: 0, nullable: true })
  startsAt: string | null;

  @Column('smallint', { nullable: true })
  minutes: number | null;

  @Column('text', { nullable: true })
  topics: string | null;

  @Column('text', { name: 'next_step', nullable: true })
  nextStep: string | null;

  @Column('date', { name: 'next_step_due', nullable: true })
  nextStepDue: string | null;

  @Column('date', { name: 'next_step_done_on', nullable: true })
  nextStepDoneOn: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
