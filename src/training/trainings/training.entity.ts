import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Municipality } from '../../institutions/municipalities/municipality.entity.js';
import { FocusArea } from '../../programme/focus-areas/focus-area.entity.js';

/** A training for the staff of a municipality's houses. */
@Entity('trainings')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'trainings_municipality_fk' })
@ForeignKey(() => FocusArea, ['focusArea'], ['code'], { name: 'trainings_focus_area_fk' })
@Index('trainings_municipality_ix', ['municipalityId'])
@Check('trainings_title_ck', 'length(title) between 1 and 200')
@Check('trainings_capacity_ck', 'capacity between 1 and 1000')
@Check('trainings_kinds_ck', `cardinality(kinds) > 0 and kinds <@ '{kita,school}'`)
@Check('trainings_threshold_ck', 'threshold_percent between 1 and 100')
@Check('trainings_state_ck', `state in ('draft', 'open', 'closed', 'completed', 'cancelled')`)
@Check('trainings_cancel_ck', `(state = 'cancelled') = (cancel_reason is not null)`)
export class Training {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trainings_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column({ type: 'text', collation: 'german' })
  title: string;

  @Column('text', { nullable: true })
  contents: string | null;

  @Column('text', { name: 'focus_area' })
  focusArea: string;

  @Column('text', { name: 'trainer_name', nullable: true })
  trainerName: string | null;

  @Column('text', { name: 'trainer_qualification', nullable: true })
  trainerQualification: string | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('smallint')
  capacity: number;

  /** The last day; null: until the first session's. */
  @Column('date', { name: 'register_until', nullable: true })
  registerUntil: string | null;

  /** Kinds of houses it is for. */
  @Column('text', { array: true, default: '{kita,school}' })
  kinds: string[];

  /** Districts it is for; none: all of them. */
  @Column('uuid', { name: 'district_ids', array: true, default: '{}' })
  districtIds: string[];

  /** Share of the minutes from which on the certificate says "took part". */
  @Column('smallint', { name: 'threshold_percent', default: 80 })
  thresholdPercent: number;

  @Column('text', { nullable: true })
  issuer: string | null;

  @Column('text', { default: 'draft' })
  state: string;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason: string | null;

  /** Counted by a trigger from the registrations, which not everybody may read. */
  @Column('integer', { default: 0 })
  confirmed: number;

  @Column('integer', { default: 0 })
  waiting: number;

  /** Arrivals so far; the next registration takes the next number. */
  @Column('integer', { default: 0 })
  arrivals: number;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
