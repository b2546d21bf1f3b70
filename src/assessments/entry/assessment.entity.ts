import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Group } from '../../institutions/groups/group.entity.js';
import { Child } from '../children/child.entity.js';
import { TestDay } from '../test-days/test-day.entity.js';

/** One child on one test day; the database makes none without the parents' consent. */
@Entity('assessments')
@Unique('assessments_child_uq', ['institutionId', 'testDayId', 'childId'])
@ForeignKey(() => TestDay, ['institutionId', 'testDayId', 'testedOn'], ['institutionId', 'id', 'heldOn'], {
  name: 'assessments_day_fk',
  onUpdate: 'CASCADE',
  deferrable: 'INITIALLY IMMEDIATE',
})
@ForeignKey(() => Child, ['institutionId', 'childId'], ['institutionId', 'id'], {
  name: 'assessments_child_fk',
  onUpdate: 'CASCADE',
  onDelete: 'CASCADE',
  deferrable: 'INITIALLY IMMEDIATE',
})
@ForeignKey(() => Group, ['institutionId', 'groupId'], ['institutionId', 'id'], {
  name: 'assessments_group_fk',
  onUpdate: 'CASCADE',
  deferrable: 'INITIALLY IMMEDIATE',
})
@Index('assessments_id_ix', ['id'])
@Index('assessments_child_ix', ['institutionId', 'childId'])
@Index('assessments_group_ix', ['institutionId', 'groupId'])
export class Assessment {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'assessments_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assessments_pk' })
  id: string;

  @Column('uuid', { name: 'test_day_id' })
  testDayId: string;

  /** The day's date. */
  @Column('date', { name: 'tested_on' })
  testedOn: string;

  @Column('uuid', { name: 'child_id' })
  childId: string;

  /** The child's group at the test. */
  @Column('uuid', { name: 'group_id' })
  groupId: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
