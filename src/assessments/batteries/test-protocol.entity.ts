import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TestItem } from './test-item.entity.js';

/** One version of how a task is done, measured and counted. Never changes; versions are never compared with each other. */
@Entity('test_protocols')
@ForeignKey(() => TestItem, ['itemCode'], ['code'], { name: 'test_protocols_item_fk' })
@Unique('test_protocols_version_uq', ['itemCode', 'version'])
@Unique('test_protocols_item_uq', ['id', 'itemCode'])
@Check('test_protocols_version_ck', 'version > 0')
@Check('test_protocols_title_ck', 'length(title) between 1 and 120')
@Check('test_protocols_instructions_ck', 'length(instructions) between 1 and 4000')
@Check('test_protocols_counting_ck', 'length(counting) between 1 and 2000')
@Check('test_protocols_material_ck', 'length(material) between 1 and 1000')
@Check('test_protocols_unit_ck', `unit in ('jumps', 'cm', 'steps', 'count', 's', 'm', 'contacts', 'yes_no')`)
@Check('test_protocols_better_ck', `better in ('higher', 'lower')`)
@Check('test_protocols_rule_ck', `rule in ('best', 'mean', 'sum', 'single', 'done')`)
@Check(
  'test_protocols_trials_ck',
  `trials between 1 and 12 and (rule not in ('single', 'done') or trials = 1)`,
)
@Check('test_protocols_trial_labels_ck', 'cardinality(trial_labels) = trials')
@Check(
  'test_protocols_direction_ck',
  `(rule = 'done') = (better is null) and (rule = 'done') = (unit = 'yes_no')`,
)
@Check('test_protocols_range_ck', 'min_value < max_value and step > 0 and step <= max_value - min_value')
@Check('test_protocols_ceiling_ck', 'ceiling > min_value')
@Check('test_protocols_timer_ck', `timer in ('none', 'stopwatch', 'countdown', 'laps')`)
@Check(
  'test_protocols_timer_seconds_ck',
  `(timer in ('countdown', 'laps')) = (timer_seconds is not null) and timer_seconds > 0`,
)
@Check('test_protocols_lap_metres_ck', `(timer = 'laps') = (lap_metres is not null) and lap_metres > 0`)
export class TestProtocol {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'test_protocols_pk' })
  id: string;

  @Column('text', { name: 'item_code' })
  itemCode: string;

  @Column('smallint')
  version: number;

  @Column('text')
  title: string;

  /** How it is done. */
  @Column('text')
  instructions: string;

  /** What is counted, and what is a failed try. */
  @Column('text')
  counting: string;

  @Column('text', { nullable: true })
  material: string | null;

  @Column('text')
  unit: string;

  /** Which raw value is the better performance; null: nothing to compare. */
  @Column('text', { nullable: true })
  better: string | null;

  @Column('text')
  rule: string;

  @Column('smallint')
  trials: number;

  /** A name for each trial where its number would not do. */
  @Column('text', { name: 'trial_labels', array: true, nullable: true })
  trialLabels: string[] | null;

  /** Least value of a trial. */
  @Column('double precision', { name: 'min_value' })
  minValue: number;

  @Column('double precision', { name: 'max_value' })
  maxValue: number;

  @Column('double precision')
  step: number;

  /** A result as high as this may stand for more: its percentile is shown as "at least". */
  @Column('double precision', { nullable: true })
  ceiling: number | null;

  @Column('text', { default: 'none' })
  timer: string;

  @Column('smallint', { name: 'timer_seconds', nullable: true })
  timerSeconds: number | null;

  @Column('smallint', { name: 'lap_metres', nullable: true })
  lapMetres: number | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
