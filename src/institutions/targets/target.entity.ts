import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Municipality } from '../municipalities/municipality.entity.js';

/** What a municipality wants to reach in a school year; null: no target for this. */
@Entity('targets')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'targets_municipality_fk' })
@Unique('targets_uq', ['municipalityId', 'schoolYear'])
@Check('targets_school_year_ck', 'school_year between 2000 and 2199')
@Check(
  'targets_some_ck',
  'num_nonnulls(institutions, children, teaching_units, consultations, weekly_minutes) > 0',
)
@Check('targets_institutions_ck', 'institutions between 0 and 5000')
@Check('targets_children_ck', 'children between 0 and 500000')
@Check('targets_teaching_units_ck', 'teaching_units between 0 and 500000')
@Check('targets_consultations_ck', 'consultations between 0 and 100000')
@Check('targets_weekly_minutes_ck', 'weekly_minutes between 0 and 3000')
export class Target {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'targets_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  /** First calendar year: 2026 is 2026/27. */
  @Column('smallint', { name: 'school_year' })
  schoolYear: number;

  /** Houses that take part. */
  @Column('integer', { nullable: true })
  institutions: number | null;

  @Column('integer', { nullable: true })
  children: number | null;

  /** Of 45 minutes, of trainings for the staff. */
  @Column('integer', { name: 'teaching_units', nullable: true })
  teachingUnits: number | null;

  /** Talks of the coaches with houses. */
  @Column('integer', { nullable: true })
  consultations: number | null;

  /** Minutes of movement in each active group and week. */
  @Column('integer', { name: 'weekly_minutes', nullable: true })
  weeklyMinutes: number | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
