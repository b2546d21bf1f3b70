import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Municipality } from '../../institutions/municipalities/municipality.entity.js';

/** The yearly report of a municipality: its figures as they stood when they were counted, and the file drawn from them. */
@Entity('annual_reports')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'annual_reports_municipality_fk' })
@Index('annual_reports_list_ix', ['municipalityId', 'createdAt', 'id'])
@Index('annual_reports_under_way_uq', ['municipalityId', 'schoolYear'], {
  unique: true,
  where: `state in ('waiting', 'running')`,
})
@Check('annual_reports_school_year_ck', 'school_year between 2000 and 2199')
@Check('annual_reports_state_ck', `state in ('waiting', 'running', 'done', 'failed')`)
@Check(
  'annual_reports_content_ck',
  '(content is null) = (data_at is null) and (file is null or content is not null)',
)
@Check('annual_reports_file_ck', `(file is not null) = (state = 'done')`)
@Check('annual_reports_failure_ck', `(failure is not null) = (state = 'failed')`)
@Check('annual_reports_finished_ck', `(finished_at is not null) = (state in ('done', 'failed'))`)
export class AnnualReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annual_reports_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  /** First calendar year: 2026 is 2026/27. */
  @Column('smallint', { name: 'school_year' })
  schoolYear: number;

  @Column('text', { default: 'waiting' })
  state: string;

  /** What is being done; null before and after. */
  @Column('text', { nullable: true })
  step: string | null;

  @Column('smallint', { name: 'steps_done', default: 0 })
  stepsDone: number;

  /** How often it was begun. */
  @Column('smallint', { default: 0 })
  tries: number;

  /** Why it could not be made: a code. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** What the file and the page say; there as soon as the figures are counted. */
  @Column('jsonb', { nullable: true })
  content: object | null;

  @Column('bytea', { nullable: true })
  file: Buffer | null;

  /** When the figures were counted. */
  @Column('timestamptz', { name: 'data_at', nullable: true })
  dataAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
