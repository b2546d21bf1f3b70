import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Municipality } from '../../institutions/municipalities/municipality.entity.js';
import { PublicationScheme } from './publication-scheme.entity.js';

/** Statistics over children of one municipality and period, from being asked for to being published. */
@Entity('publications')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'publications_municipality_fk' })
@ForeignKey(
  () => PublicationScheme,
  ['municipalityId', 'schoolYear', 'halves'],
  ['municipalityId', 'schoolYear', 'halves'],
  { name: 'publications_scheme_fk' },
)
@Unique('publications_municipality_uq', ['municipalityId', 'id'])
@Unique('publications_revision_uq', ['municipalityId', 'schoolYear', 'half', 'revision'])
@Index('publications_under_way_uq', ['municipalityId', 'schoolYear', 'half'], {
  unique: true,
  where: `state in ('waiting', 'running', 'prepared')`,
})
@Check('publications_school_year_ck', 'school_year between 2000 and 2199')
@Check('publications_half_ck', 'half between 0 and 2')
@Check('publications_revision_ck', `revision > 0 and (revision is not null) = (state = 'published')`)
@Check('publications_halves_ck', `(halves is not null) = (state = 'published') and halves = (half > 0)`)
@Check('publications_state_ck', `state in ('waiting', 'running', 'prepared', 'published', 'failed')`)
@Check('publications_steps_ck', 'steps_done between 0 and steps_total')
@Check('publications_failure_ck', `(failure is not null) = (state = 'failed')`)
@Check(
  'publications_prepared_ck',
  `num_nulls(summary, data_at, prepared_at) = case when state in ('prepared', 'published') then 0 else 3 end`,
)
@Check('publications_published_ck', `(published_at is not null) = (state = 'published')`)
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publications_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  /** First calendar year: 2026 is 2026/27. */
  @Column('smallint', { name: 'school_year' })
  schoolYear: number;

  /** 0: the whole year; 1: August to January; 2: February to July. */
  @Column('smallint', { default: 0 })
  half: number;

  /** Counted from 1 within a period; null until it is published. */
  @Column('smallint', { nullable: true })
  revision: number | null;

  /** As published: whether in halves. */
  @Column('boolean', { nullable: true })
  halves: boolean | null;

  @Column('text', { default: 'waiting' })
  state: string;

  /** What is being done; null before and after. */
  @Column('text', { nullable: true })
  step: string | null;

  @Column('smallint', { name: 'steps_done', default: 0 })
  stepsDone: number;

  @Column('smallint', { name: 'steps_total', default: 0 })
  stepsTotal: number;

  /** How often it was begun. */
  @Column('smallint', { default: 0 })
  tries: number;

  /** Why it could not be prepared: a code. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** What a preview tells: counts of cells, never of children. */
  @Column('jsonb', { nullable: true })
  summary: object | null;

  /** When the children were counted. */
  @Column('timestamptz', { name: 'data_at', nullable: true })
  dataAt: Date | null;

  @Column('timestamptz', { name: 'prepared_at', nullable: true })
  preparedAt: Date | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
