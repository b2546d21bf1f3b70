import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../institution.entity.js';

/** A group or class of one house in one school year. */
@Entity('groups')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'groups_institution_fk' })
@Index('groups_name_uq', ['institutionId', 'schoolYear', 'name'], {
  unique: true,
  where: 'archived_at is null',
})
@Index('groups_id_ix', ['id'])
@Index('groups_carried_from_ix', ['institutionId', 'carriedFrom'])
@ForeignKey(() => Group, ['institutionId', 'carriedFrom'], ['institutionId', 'id'], {
  name: 'groups_carried_from_fk',
  onUpdate: 'CASCADE',
})
@Check('groups_name_ck', 'length(name) between 1 and 60')
@Check('groups_school_year_ck', 'school_year between 2000 and 2199')
@Check('groups_size_ck', 'size between 0 and 200')
export class Group {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'groups_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'groups_pk' })
  id: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  /** First calendar year: 2026 is 2026/27. */
  @Column('smallint', { name: 'school_year' })
  schoolYear: number;

  /** Children enrolled. */
  @Column('integer')
  size: number;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  /** The group of the year before whose children go on in this one. */
  @Column('uuid', { name: 'carried_from', nullable: true })
  carriedFrom: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
