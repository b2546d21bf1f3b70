import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Municipality } from '../../institutions/municipalities/municipality.entity.js';

/** Whether a municipality publishes a school year as a whole or in halves: what came first decides, for good. */
@Entity('publication_schemes')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'publication_schemes_municipality_fk' })
@Unique('publication_schemes_halves_uq', ['municipalityId', 'schoolYear', 'halves'])
@Check('publication_schemes_school_year_ck', 'school_year between 2000 and 2199')
export class PublicationScheme {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'publication_schemes_pk' })
  municipalityId: string;

  /** First calendar year: 2026 is 2026/27. */
  @PrimaryColumn('smallint', { name: 'school_year', primaryKeyConstraintName: 'publication_schemes_pk' })
  schoolYear: number;

  @Column('boolean')
  halves: boolean;
}
