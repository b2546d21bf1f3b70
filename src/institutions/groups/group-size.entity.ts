import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Group } from './group.entity.js';

/** Since which day a group has how many children; a trigger on `groups` writes along. */
@Entity('group_sizes')
@ForeignKey(() => Group, ['institutionId', 'groupId'], ['institutionId', 'id'], {
  name: 'group_sizes_group_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
})
@Check('group_sizes_size_ck', 'size between 0 and 200')
export class GroupSize {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'group_sizes_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'group_sizes_pk' })
  groupId: string;

  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'group_sizes_pk' })
  validFrom: string;

  @Column('integer')
  size: number;
}
