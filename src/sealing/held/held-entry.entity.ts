import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Child } from '../../assessments/children/child.entity.js';
import { Institution } from '../../institutions/institution.entity.js';

/** An entry that arrived sealed and waits for the house's lead: who noted it could not be told for sure, or it was refused. */
@Entity('held_entries')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'held_entries_institution_fk' })
@ForeignKey(() => Account, ['authorAccountId'], ['id'], {
  name: 'held_entries_author_fk',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Child, ['institutionId', 'childId'], ['institutionId', 'id'], {
  name: 'held_entries_child_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@Index('held_entries_id_ix', ['id'])
@Index('held_entries_waiting_ix', ['institutionId', 'arrivedAt', 'id'], { where: 'settled_at is null' })
@Index('held_entries_author_ix', ['authorAccountId', 'arrivedAt'])
@Index('held_entries_child_ix', ['institutionId', 'childId'])
@Check('held_entries_kind_ck', `kind in ('activity', 'activity_change', 'trial', 'not_done')`)
@Check(
  'held_entries_reason_ck',
  `reason in ('wrong_proof', 'access_ended', 'refused', 'clock', 'tablet_revoked', 'house_closed')`,
)
@Check('held_entries_outcome_ck', `outcome in ('confirmed', 'discarded')`)
@Check(
  'held_entries_settled_ck',
  '(settled_at is null) = (outcome is null) and (settled_at is null) = (body is not null)',
)
export class HeldEntry {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'held_entries_pk' })
  institutionId: string;

  /** Of the row on the device. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'held_entries_pk' })
  id: string;

  @Column('uuid', { name: 'author_account_id' })
  authorAccountId: string;

  /** Of the shared tablet that it was noted on, if it was one. */
  @Column('uuid', { name: 'tablet_id', nullable: true })
  tabletId: string | null;

  /** activity | activity_change | trial | not_done */
  @Column('text')
  kind: string;

  /** Of the activity or trial. */
  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** As it was noted; null once somebody has decided. */
  @Column('jsonb', { nullable: true })
  body: Record<string, unknown> | null;

  /** What was noted is that the record shall not be there (any more). */
  @Column('boolean', { default: false })
  withdrawn: boolean;

  /** Of the body, where it is about one child: it goes with the child. */
  @Column('uuid', { name: 'child_id', nullable: true })
  childId: string | null;

  /** wrong_proof | access_ended | refused | clock | tablet_revoked | house_closed */
  @Column('text')
  reason: string;

  /** What the operation said. */
  @Column('jsonb', { nullable: true })
  problem: Record<string, unknown> | null;

  /** By the device's clock. */
  @Column('timestamptz', { name: 'noted_at' })
  notedAt: Date;

  /** How far the device's clock was behind; null while it was right, or nobody knows. */
  @Column('double precision', { name: 'clock_offset_seconds', nullable: true })
  clockOffsetSeconds: number | null;

  /** Fields as they probably are. */
  @Column('jsonb', { nullable: true })
  proposed: Record<string, unknown> | null;

  @Column('timestamptz', { name: 'arrived_at', default: () => 'now()' })
  arrivedAt: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  /** confirmed | discarded */
  @Column('text', { nullable: true })
  outcome: string | null;
}
