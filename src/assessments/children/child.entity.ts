import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Group } from '../../institutions/groups/group.entity.js';

/** A child under a code; nothing here says who it is. */
@Entity('children')
@ForeignKey(() => Group, ['institutionId', 'groupId'], ['institutionId', 'id'], {
  name: 'children_group_fk',
  onUpdate: 'CASCADE',
})
@Unique('children_code_uq', ['institutionId', 'code'])
@Index('children_id_ix', ['id'])
@Index('children_group_ix', ['institutionId', 'groupId'])
@Check('children_code_ck', `code ~ '^[34679CDFGHJKMNPQRTVWXY]{5}$'`)
@Check('children_birth_month_ck', 'extract(day from birth_month) = 1')
@Check('children_sex_ck', `sex in ('female', 'male', 'diverse', 'unspecified')`)
export class Child {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'children_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'children_pk' })
  id: string;

  /** Five signs; unique in the house. */
  @Column('text')
  code: string;

  /** The code before two houses with the same one became one. */
  @Column('text', { name: 'former_code', nullable: true })
  formerCode: string | null;

  /** First day of the month. */
  @Column('date', { name: 'birth_month', nullable: true })
  birthMonth: string | null;

  @Column('text', { nullable: true })
  sex: string | null;

  /** The group of today; a test keeps the group of its own day. */
  @Column('uuid', { name: 'group_id' })
  groupId: string;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
