import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Group } from '../../institutions/groups/group.entity.js';
import { TestDay } from './test-day.entity.js';

/** A group whose children are tested on the day. */
@Entity('test_day_groups')
@ForeignKey(() => TestDay, ['institutionId', 'testDayId'], ['institutionId', 'id'], {
  name: 'test_day_groups_day_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
  deferrable: 'INITIALLY IMMEDIATE',
})
@ForeignKey(() => Group, ['institutionId', 'groupId'], ['institutionId', 'id'], {
  name: 'test_day_groups_group_fk',
  onUpdate: 'CASCADE',
  deferrable: 'INITIALLY IMMEDIATE',
})
@Index('test_day_groups_group_ix', ['institutionId', 'groupId'])
export class TestDayGroup {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'test_day_groups_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { name: 'test_day_id', primaryKeyConstraintName: 'test_day_groups_pk' })
  testDayId: string;

  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'test_day_groups_pk' })
  groupId: string;
}
