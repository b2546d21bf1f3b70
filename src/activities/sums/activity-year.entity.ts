import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Activities of a group in a school year, by focus area. Triggers on `activities` write it, nobody else does
 * (docs/decisions/0030-sums.md).
 */
@Entity('activity_years')
export class ActivityYear {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'activity_years_pk' })
  institutionId: string;

  @PrimaryColumn('smallint', { name: 'school_year', primaryKeyConstraintName: 'activity_years_pk' })
  schoolYear: number;

  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'activity_years_pk' })
  groupId: string;

  @PrimaryColumn('text', { name: 'focus_area', primaryKeyConstraintName: 'activity_years_pk' })
  focusArea: string;

  @Column('integer')
  activities: number;

  @Column('integer')
  minutes: number;

  /** How much of each is of activities that the retention run has erased. */
  @Column('integer', { name: 'erased_activities', default: 0 })
  erasedActivities: number;

  @Column('integer', { name: 'erased_minutes', default: 0 })
  erasedMinutes: number;
}
