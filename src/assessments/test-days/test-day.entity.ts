import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../../institutions/institution.entity.js';
import { TestBattery } from '../batteries/test-battery.entity.js';

/** A battery on a day in a house; its children are those of its groups. */
@Entity('test_days')
@Unique('test_days_held_on_uq', ['institutionId', 'id', 'heldOn'])
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'test_days_institution_fk' })
@ForeignKey(() => TestBattery, ['batteryId'], ['id'], { name: 'test_days_battery_fk' })
@ForeignKey(() => Account, ['closedBy'], ['id'], { name: 'test_days_closed_by_fk', onDelete: 'SET NULL' })
@Index('test_days_id_ix', ['id'])
@Index('test_days_listed_ix', ['heldOn', 'id'])
@Index('test_days_battery_ix', ['batteryId'])
@Check('test_days_wave_ck', `wave in ('entry', 'progress', 'exit')`)
@Check('test_days_released_ck', 'num_nulls(released_on, released_by) in (0, 2)')
@Check('test_days_released_by_ck', 'length(released_by) between 1 and 100')
@Check('test_days_release_order_ck', 'released_on <= held_on')
@Check('test_days_state_ck', `state in ('planned', 'closed')`)
@Check('test_days_closed_ck', `(state = 'closed') = (closed_at is not null)`)
@Check('test_days_origin_ck', `origin in ('own', 'brought')`)
export class TestDay {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'test_days_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'test_days_pk' })
  id: string;

  @Column('uuid', { name: 'battery_id' })
  batteryId: string;

  /** entry | progress | exit */
  @Column('text')
  wave: string;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  /** Since when a school's head has released it, and who that is; the results hang on it. */
  @Column('date', { name: 'released_on', nullable: true })
  releasedOn: string | null;

  @Column('text', { name: 'released_by', nullable: true })
  releasedBy: string | null;

  /** planned | closed */
  @Column('text', { default: 'planned' })
  state: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  /** own | brought (one child's history from another house) */
  @Column('text', { default: 'own' })
  origin: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
