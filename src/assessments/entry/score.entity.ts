import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NormSet } from '../norms/norm-set.entity.js';
import { Result } from './result.entity.js';

/** How a result compares with a norm set; one counts, those it replaced are its history. */
@Entity('scores')
@ForeignKey(() => Result, ['institutionId', 'resultId'], ['institutionId', 'id'], {
  name: 'scores_result_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@ForeignKey(() => NormSet, ['normSetId'], ['id'], { name: 'scores_norm_set_fk' })
@Index('scores_current_uq', ['institutionId', 'resultId'], { unique: true, where: 'replaced_at is null' })
@Index('scores_id_ix', ['id'])
@Index('scores_result_ix', ['institutionId', 'resultId'])
@Index('scores_norm_set_ix', ['normSetId'])
@Check('scores_sex_ck', `sex in ('female', 'male')`)
@Check('scores_percentile_ck', 'percentile between 0 and 100 and performance_percentile between 0 and 100')
@Check('scores_class_ck', 'class between 1 and 5')
export class Score {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'scores_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scores_pk' })
  id: string;

  @Column('uuid', { name: 'result_id' })
  resultId: string;

  @Column('uuid', { name: 'norm_set_id' })
  normSetId: string;

  /** What was scored: the result's value, the exact age on the day, the sex. */
  @Column('numeric')
  value: string;

  @Column('double precision', { name: 'age_years' })
  ageYears: number;

  @Column('text')
  sex: string;

  @Column('double precision')
  z: number;

  /** Of the raw value. */
  @Column('double precision')
  percentile: number;

  /** The other end where less is better. */
  @Column('double precision', { name: 'performance_percentile' })
  performancePercentile: number;

  /** 1 (far below) … 5 (far above average) */
  @Column('smallint')
  class: number;

  @Column('timestamptz', { name: 'computed_at', default: () => 'now()' })
  computedAt: Date;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt: Date | null;
}
