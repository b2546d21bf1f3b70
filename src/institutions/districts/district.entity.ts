import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Municipality } from '../municipalities/municipality.entity.js';

/** Part of a city (Stadtbezirk); reference data that the city edits. */
@Entity('districts')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'districts_municipality_fk' })
@Unique('districts_municipality_id_uq', ['municipalityId', 'id'])
@Unique('districts_name_uq', ['municipalityId', 'name'])
@Check('districts_name_ck', 'length(name) between 1 and 100')
@Check('districts_social_situation_ck', `social_situation in ('low', 'medium', 'high')`)
@Check(
  'districts_social_situation_source_ck',
  'social_situation is null or (social_situation_source is not null and social_situation_year is not null)',
)
export class District {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'districts_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  @Column('smallint', { default: 0 })
  position: number;

  @Column('text', { name: 'social_situation', nullable: true })
  socialSituation: string | null;

  @Column('text', { name: 'social_situation_source', nullable: true })
  socialSituationSource: string | null;

  @Column('smallint', { name: 'social_situation_year', nullable: true })
  socialSituationYear: number | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
